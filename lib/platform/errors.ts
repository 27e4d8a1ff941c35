import { sentenceOf } from "./error-sentences";
import { lookUp } from "./typed-text";

/**
 * A failure that the shopper is told about: `message` is for the log, `sentence` for the shopper. `code` is ProcessOut's,
 * processout.js', or this app's own, such as `not-found`.
 */
export class AppError extends Error {
  override readonly name = "AppError";
  readonly code: string;
  readonly sentence: string;

  constructor(details: { code: string; message: string; sentence?: string; cause?: unknown }) {
    super(details.message, { cause: details.cause });
    this.code = details.code;
    this.sentence = details.sentence ?? sentenceOf(details.code);
  }
}

/**
 * An AppError for a failure of ProcessOut, of processout.js or of the connection to the database; an AppError as it is;
 * undefined for anything else, which is a bug and should be rethrown. Recognised by name, not by class, so that the browser does not load the server's client.
 */
export function toAppError(error: unknown): AppError | undefined {
  if (error instanceof AppError) return error;
  if (!(error instanceof Error)) return undefined;
  if (isDatabaseSilent(error)) {
    return new AppError({ code: "database.unavailable", message: error.message, cause: error });
  }
  const ownCode = lookUp(ownCodes, error.name);
  if (!ownCode) return undefined;
  const code = codeOf(error) ?? ownCode;
  return new AppError({ code, message: error.message, cause: error });
}

/** What to tell the shopper about any failure, known or not. */
export function toShopperSentence(error: unknown): string {
  return toAppError(error)?.sentence ?? sentenceOf("unknown");
}

/** The failures of the two ProcessOut clients, and the code to go by when they carry none. */
const ownCodes: Record<string, string> = {
  ProcessOutError: "unknown",
  CardRejectedError: "card.declined",
  InvalidRequestError: "request.validation.error",
  NotFoundError: "resource.not-found",
  AuthenticationError: "request.authentication.invalid",
  RateLimitedError: "request.rate.exceeded",
  UnavailableError: "unavailable",
  BrowserError: "unavailable",
};

/** Prisma's codes for a database that is not there, does not answer in time or ends the connection. pg's pool has only messages. */
const SILENT_CODES = new Set(["P1001", "P1008", "P1017", "P2028"]);
const SILENT_MESSAGES = /^(timeout exceeded when trying to connect|Connection terminated)/;

const isDatabaseSilent = (error: Error) =>
  error.name === "PrismaClientKnownRequestError"
    ? SILENT_CODES.has(codeOf(error) ?? "")
    : SILENT_MESSAGES.test(error.message);

/** The code that an error of ProcessOut, of its browser script, of PostgreSQL or of Node carries. */
export function codeOf(error: Error): string | undefined {
  return "code" in error && typeof error.code === "string" ? error.code : undefined;
}
