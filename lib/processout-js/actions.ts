import { closeChallenge } from "./challenge";
import { fromCallbacks, type Limits } from "./from-callbacks";
import type { ProcessOutClient, ScriptOptions } from "./script";

/** Leaves the shopper time to find their phone and approve in the bank's app. */
const CHALLENGE_LIMIT_MS = 10 * 60_000;

/** The options that reach ProcessOut; the script drops all others. */
export type CardTokenOptions = {
  /** Verify a token that the server created without `verify`. */
  verify?: boolean;
  set_default?: boolean;
  /** ProcessOut's spelling: "carte bancaire". */
  preferred_scheme?: string;
  idempotency_key?: string;
};

/**
 * Assigns a card to a token, with 3-D Secure when the issuer asks for it. Resolves with "ended", which is not
 * "verified": the script reports a pending verification the same way, so read the token's
 * `verification_status` on the server. Rejects with a BrowserError.
 */
export function makeCardToken(
  client: ProcessOutClient,
  {
    cardId,
    customerId,
    tokenId,
    options,
    ...limits
  }: { cardId: string; customerId: string; tokenId: string; options?: CardTokenOptions } & Limits,
): Promise<"ended"> {
  return throughChallenge<"ended">(limits, (end, fail) =>
    client.makeCardToken(cardId, customerId, tokenId, fresh(options), () => end("ended"), fail),
  );
}

export type CardPaymentOptions = {
  /** Authorizes only, so that the server captures. Otherwise the script captures at once. */
  authorize_only?: boolean;
  allow_fallback_to_sale?: boolean;
  /** Decimal text. */
  capture_amount?: string;
  /** Save the card with the payment. */
  save_source?: boolean;
  preferred_scheme?: string;
  idempotency_key?: string;
};

/**
 * Pays an invoice with a card id (`card_…`) or a token id (`tok_…`), with 3-D Secure when the issuer asks for
 * it. Resolves with "ended" or "pending" when the browser's part is over. Neither means paid: read the
 * transaction on the server. Rejects with a BrowserError, after which the invoice may still be paid.
 */
export function makeCardPayment(
  client: ProcessOutClient,
  {
    invoiceId,
    source,
    options,
    ...limits
  }: { invoiceId: string; source: string; options?: CardPaymentOptions } & Limits,
): Promise<"ended" | "pending"> {
  return throughChallenge<"ended" | "pending">(limits, (end, fail) =>
    client.makeCardPayment(
      invoiceId,
      source,
      fresh(options),
      () => end("ended"),
      fail,
      undefined,
      () => end("pending"),
    ),
  );
}

/** Closes the challenge when the call ends, times out or is aborted. */
function throughChallenge<Result>(
  { signal, timeoutMs = CHALLENGE_LIMIT_MS }: Limits,
  start: Parameters<typeof fromCallbacks<Result>>[0],
): Promise<Result> {
  const wait = { signals: [signal], timeoutMs, timeoutCode: "processout-js.challenge-timeout" };
  return fromCallbacks(start, wait).finally(closeChallenge);
}

/**
 * A copy of the options for each call: the script writes the state of a 3-D Secure loop into them, and would
 * send the old card if they were used again.
 */
const fresh = (options: object = {}): ScriptOptions => ({ ...options });
