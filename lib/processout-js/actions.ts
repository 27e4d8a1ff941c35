import { closeChallenge } from "./challenge";
import type { ProcessOutClient, ScriptOptions } from "./script";
import { type Limits, settleOnce } from "./settle-once";

/** Long enough for a shopper to look for their phone and approve in the bank's app. */
const CHALLENGE_LIMIT_MS = 10 * 60_000;

/** The options that reach ProcessOut; the script drops all others. */
export type CardTokenOptions = {
  /** Verify although the server did not ask for it when it made the token. */
  verify?: boolean;
  set_default?: boolean;
  /** ProcessOut's spelling: "carte bancaire". */
  preferred_scheme?: string;
  idempotency_key?: string;
};

/**
 * Attaches a card to a token, through 3-D Secure when the bank asks for it. Resolves with "ended": the
 * browser has nothing left to do. That is not "verified"; the script says the same for a verification still
 * pending, so ask the server for the token's `verification_status`. Rejects with a BrowserError.
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
  /** Authorize now and let the server capture. Without it the script captures at once. */
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
 * Pays an invoice with a card id (`card_…`) or a token id (`tok_…`), through 3-D Secure when the bank asks
 * for it. Resolves when the browser's part is over: "ended" or "pending". Neither means paid; fetch the
 * transaction on the server. Rejects with a BrowserError; after one the invoice may be paid all the same.
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

/** A settled call leaves no bank's page over ours, whether it timed out, was given up, or simply ended. */
function throughChallenge<Result>(
  { signal, timeoutMs = CHALLENGE_LIMIT_MS }: Limits,
  start: Parameters<typeof settleOnce<Result>>[0],
): Promise<Result> {
  const wait = { signals: [signal], timeoutMs, timeoutCode: "processout-js.challenge-timeout" };
  return settleOnce(start, wait).finally(closeChallenge);
}

/**
 * The script writes the state of a 3-D Secure loop into its options: used twice, they would send the old
 * card.
 */
const fresh = (options: object = {}): ScriptOptions => ({ ...options });
