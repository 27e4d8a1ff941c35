import {
  AuthenticationError,
  CardRejectedError,
  type ErrorDetails,
  InvalidRequestError,
  NotFoundError,
  ProcessOutError,
  RateLimitedError,
  UnavailableError,
} from "./errors";

type Failure = Omit<ErrorDetails, "problem"> & { status: number };
type ErrorClass = new (details: ErrorDetails) => ProcessOutError;

/** The error for a failed response. Never throws: an unknown code falls back to its status and its family. */
export function chooseError(failure: Failure): ProcessOutError {
  const Chosen = classByCode(failure.code) ?? classByStatus(failure.status) ?? classByFamily(failure.code);
  return new Chosen({
    ...failure,
    problem: `answered ${[failure.status, failure.code].filter(Boolean).join(" ")}`,
    isRetryable: Chosen === UnavailableError || Chosen === RateLimitedError,
  });
}

/** Codes that mean the same under any status. */
function classByCode(code: string | undefined): ErrorClass | undefined {
  switch (code) {
    case "request.still-processing":
      return UnavailableError;
    case "request.rate.exceeded":
    case "request.too-much":
      return RateLimitedError;
    // A wrong base URL must not look like a deleted card.
    case "request.route-not-found":
      return InvalidRequestError;
    default:
      return undefined;
  }
}

function classByStatus(status: number): ErrorClass | undefined {
  if (status >= 500) return UnavailableError;
  switch (status) {
    case 400:
    case 422:
      return InvalidRequestError;
    case 401:
      return AuthenticationError;
    case 404:
      return NotFoundError;
    case 408:
    case 425:
      return UnavailableError;
    case 410:
      return CardRejectedError;
    case 429:
      return RateLimitedError;
    default:
      return undefined;
  }
}

/** ProcessOut lets the `success` flag decide, so a failure can come with any status, 200 included. */
function classByFamily(code = ""): ErrorClass {
  if (code.startsWith("request.authentication.")) return AuthenticationError;
  if (code.startsWith("resource.") && code.endsWith(".not-found")) return NotFoundError;
  if (code.startsWith("request.")) return InvalidRequestError;
  if (/^(card|gateway|payment|customer)\./.test(code)) return CardRejectedError;
  return ProcessOutError;
}
