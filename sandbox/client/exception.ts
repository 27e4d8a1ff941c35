import { textFor } from "./messages";

/**
 * What every error callback gets. `code` is the API's `error_type` or one of the client's own, and is undefined
 * when the answer was unreadable, as with the official script.
 */
export class Exception extends Error {
  readonly code: string | undefined;
  readonly metadata: Record<string, unknown> | undefined;

  constructor(code?: string, message?: string, metadata?: Record<string, unknown>) {
    super(message || textFor(code));
    this.name = "ProcessOutException";
    this.code = code;
    this.metadata = metadata;
  }
}

export type OnError = (error: Exception) => void;

/** An error as it arrived in an API answer. */
export function exceptionOf(
  answer: { error_type?: string; message?: string },
  metadata?: Exception["metadata"],
) {
  return new Exception(answer.error_type, answer.message, metadata);
}
