import type { CustomerAction } from "./customer-action";

export type ErrorDetails = {
  method: string;
  path: string;
  /** What happened, as the end of a sentence for the log: "answered 410 card.do-not-honor". */
  problem: string;
  /** HTTP status; absent when no answer came. */
  status?: number | undefined;
  /** ProcessOut's `error_type`, such as `card.do-not-honor`. */
  code?: string | undefined;
  requestId?: string | undefined;
  /** A declined call (410) may still carry the 3-D Secure step that would make it pass. */
  customerAction?: CustomerAction | undefined;
  /** Names, never values, of the fields ProcessOut refused. */
  invalidFields?: string[] | undefined;
  retryAfterMs?: number | undefined;
  isRetryable?: boolean | undefined;
  cause?: unknown;
};

/**
 * Any failed call. `message` is a sentence for the log: method, path, status and code, never a body, a card
 * or a key. It is not for shoppers.
 */
export class ProcessOutError extends Error {
  override readonly name: string = "ProcessOutError";
  readonly method: string;
  readonly path: string;
  readonly status: number | undefined;
  readonly code: string | undefined;
  readonly requestId: string | undefined;
  readonly customerAction: CustomerAction | undefined;
  readonly invalidFields: string[];
  readonly retryAfterMs: number | undefined;
  /** The same call may be sent again: always a read, a write under its own idempotency key. */
  readonly isRetryable: boolean;

  constructor(details: ErrorDetails) {
    super(`${details.method} ${details.path} ${details.problem}`, { cause: details.cause });
    this.method = details.method;
    this.path = details.path;
    this.status = details.status;
    this.code = details.code;
    this.requestId = details.requestId;
    this.customerAction = details.customerAction;
    this.invalidFields = details.invalidFields ?? [];
    this.retryAfterMs = details.retryAfterMs;
    this.isRetryable = details.isRetryable ?? false;
  }
}

/** The bank or ProcessOut's rules refused the card (410, any failed payment or verification). */
export class CardRejectedError extends ProcessOutError {
  override readonly name = "CardRejectedError";
}

/** We sent something ProcessOut does not accept (400, 422, an unknown route). */
export class InvalidRequestError extends ProcessOutError {
  override readonly name = "InvalidRequestError";
}

/** The customer, token, card… does not exist in this project and environment (404). */
export class NotFoundError extends ProcessOutError {
  override readonly name = "NotFoundError";
}

/** The project id or the private key is wrong, or may not do this (401). */
export class AuthenticationError extends ProcessOutError {
  override readonly name = "AuthenticationError";
}

/** Too many calls (429). Nothing was done. */
export class RateLimitedError extends ProcessOutError {
  override readonly name = "RateLimitedError";
}

/**
 * Network failure, time-out, 5xx, an answer that cannot be read, or one still being worked on.
 * For a write the outcome is unknown: it may have been done.
 */
export class UnavailableError extends ProcessOutError {
  override readonly name = "UnavailableError";
}
