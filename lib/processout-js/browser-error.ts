import type { ScriptError } from "./script";

/**
 * What kind of failure it is, by what the page can do.
 * - field: the shopper corrects the input
 * - declined: the issuer or ProcessOut declined
 * - canceled: the shopper closed the challenge, or the page aborted the call
 * - timeout, network: no response; the outcome is unknown
 * - setup: the page or the project is misconfigured
 */
export type BrowserErrorKind = "field" | "declined" | "canceled" | "timeout" | "network" | "setup";

export type CardFieldName = "number" | "expiry" | "expiryMonth" | "expiryYear" | "cvc";

/**
 * Every failure of this folder. After any kind but `field` and `setup`, read the token or invoice on the server:
 * what the browser saw and what ProcessOut recorded can differ.
 */
export class BrowserError extends Error {
  override readonly name = "BrowserError";
  /**
   * ProcessOut's code, such as `card.do-not-honor`, or one of this folder's, such as
   * `processout-js.script-failed`.
   */
  readonly code: string;
  readonly kind: BrowserErrorKind;
  /** For `field`: the error code of each invalid field. */
  readonly fields: Partial<Record<CardFieldName, string>>;

  constructor(details: {
    code: string;
    message?: string | undefined;
    kind?: BrowserErrorKind | undefined;
    fields?: Partial<Record<CardFieldName, string>> | undefined;
    cause?: unknown;
  }) {
    super(details.message || details.code, { cause: details.cause });
    this.code = details.code;
    this.kind = details.kind ?? kindOf(details.code);
    this.fields = details.fields ?? guessField(this.code, this.kind);
  }
}

/**
 * An exception of the script, thrown or passed to an error callback. Read by its fields: the script's exceptions
 * are not instances of its own class, and have no code when a gateway's response was not JSON.
 */
export function fromScript(error: ScriptError | undefined, codeless = "processout-js.invalid-response") {
  return new BrowserError({
    code: error?.code || codeless,
    message: error?.message,
    cause: error,
  });
}

/** An API error names no field, but its code implies one. */
function guessField(code: string, kind: BrowserErrorKind): BrowserError["fields"] {
  if (kind !== "field") return {};
  if (/cvc/.test(code)) return { cvc: code };
  if (/expiry|month|year|date/.test(code)) return { expiry: code };
  return /^card\.(invalid|(invalid|missing)-number)$/.test(code) ? { number: code } : {};
}

/**
 * An exception that a call of the script threw synchronously: a missing container, a wrong id, a bug.
 */
export const fromThrown = (error: unknown) =>
  fromScript(error as ScriptError | undefined, "processout-js.unexpected-fault");

const networkCodes = new Set([
  "processout-js.network-issue",
  "processout-js.internal-server-error",
  "processout-js.not-implemented",
  "processout-js.invalid-response",
  "processout-js.service-unavailable",
  "processout-js.response-timeout",
  "processout-js.http-version-not-supported",
  "processout-js.network-auth-required",
  "processout-js.aborted-retries-exceeded",
  "request.still-processing",
]);

function kindOf(code: string): BrowserErrorKind {
  if (networkCodes.has(code)) return "network";
  if (/^card\.(invalid|missing)/.test(code)) return "field";
  if (/^customer\.cancell?ed$/.test(code)) return "canceled";
  // The card id was used already: the shopper can type the card again.
  if (code.startsWith("request.source.")) return "declined";
  if (/^(processout-js|request|resource|sandbox|service)\.|^invalid_request$/.test(code)) return "setup";
  return "declined";
}
