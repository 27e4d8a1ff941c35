export type InvalidField = { name: string; message: string };

/**
 * A refusal. Thrown, it rolls back everything the request wrote; an outcome that must be stored (a decline) is
 * returned with `declined` instead.
 */
export class ApiError extends Error {
  readonly status: number;
  readonly code: string;
  readonly invalidFields: InvalidField[] | undefined;

  constructor(status: number, code: string, message: string, invalidFields?: InvalidField[]) {
    super(message);
    this.status = status;
    this.code = code;
    this.invalidFields = invalidFields;
  }

  get body(): ErrorBody {
    const body: ErrorBody = { success: false, error_type: this.code, message: this.message };
    if (this.invalidFields) body.invalid_fields = this.invalidFields;
    return body;
  }
}

export type ErrorBody = {
  success: false;
  error_type: string;
  message: string;
  invalid_fields?: InvalidField[];
};

/** 400: the request is wrong. `code` is one of `request.…` or `card.invalid-…`. */
export const invalid = (code: string, message: string, field?: string) =>
  new ApiError(400, code, message, field ? [{ name: field, message }] : undefined);

/** 404 `resource.{name}.not-found`: unknown, or of another environment, which is the same to the caller. */
export const notFound = (resource: string) =>
  new ApiError(404, `resource.${resource}.not-found`, `The ${resource.replaceAll("-", " ")} was not found.`);

export const unauthorized = (code: "invalid" | "invalid-project-id", message: string) =>
  new ApiError(401, `request.authentication.${code}`, message);

/** What ProcessOut has and this sandbox does not. */
export const notSupported = (what: string) =>
  new ApiError(400, "sandbox.not-supported", `The local sandbox does not support ${what}.`);

/**
 * 410: the payment failed (server-api.md §0.9). An answer, not a throw: the writes are committed.
 * A soft decline that needs 3-D Secure also carries `customer_action`.
 */
export function declined(code: string, extra: Record<string, unknown> = {}) {
  return { status: 410, body: { success: false, error_type: code, message: declineMessage(code), ...extra } };
}

export function declineMessage(code: string): string {
  return DECLINES[code] ?? "The payment was declined.";
}

const DECLINES: Record<string, string> = {
  "card.declined": "The card was declined.",
  "card.do-not-honor": "The bank declined the payment without giving a reason.",
  "card.possible-fraud": "The bank suspects fraud.",
  "card.no-money": "There is not enough money on the account.",
  "card.expired": "The card has expired.",
  "card.stolen": "The card was reported stolen.",
  "card.lost": "The card was reported lost.",
  "card.failed-cvc": "The security code is wrong.",
  "card.failed-avs": "The address does not match the bank's.",
  "card.not-authorized": "The card may not be used for this payment.",
  "card.inactive": "The card is not active.",
  "card.blacklisted": "The card is blacklisted.",
  "card.region-not-authorized": "The card may not be used in this region.",
  "card.needs-authentication": "The test card requires 3-D Secure.",
  "card.failed-3ds": "The cardholder was not authenticated.",
  "payment.declined": "The test card stands for a declined payment.",
  "gateway.declined": "The payment provider declined the payment.",
};
