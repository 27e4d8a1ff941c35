/**
 * A failure this app understands. `message` is for the log, `sentence` is for the shopper, and `code` is what
 * the two and a test agree on. Everything else that is thrown is a bug and reaches the error page.
 */
export class AppError extends Error {
  override readonly name = "AppError";

  constructor(
    readonly code: string,
    readonly sentence: string,
    message: string = code,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
