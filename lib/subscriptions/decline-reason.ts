import { sentenceOf } from "@/lib/platform/error-sentences";
import { findOpenOrder, type SubscriptionRow } from "./queries";

/** Why the open period is unpaid, as a sentence for the shopper: the last decline, or what is wrong with the card. */
export function declineReason(
  subscription: SubscriptionRow,
  needsCard = subscription.state === "needs_card",
): string | null {
  if (needsCard && subscription.savedCard?.state !== "attached")
    return "The card that paid for this was deleted.";
  const failed = findOpenOrder(subscription)?.payments.findLast(({ state }) => state === "failed");
  if (failed?.failureCode) return sentenceOf(failed.failureCode);
  return needsCard ? sentenceOf("card.expired") : null;
}

/**
 * The saved cards whose decline of the open period was final. The networks fine merchants who try such a card again,
 * even in a CIT. The next period is another charge, for which the card may be tried.
 */
export const listDeclinedCards = (subscription: SubscriptionRow): string[] =>
  (findOpenOrder(subscription)?.payments ?? [])
    .filter(({ state }) => state === "failed")
    .filter(({ failureCode, retryAdvice }) =>
      isFinalDecline({ code: failureCode ?? "", advice: retryAdvice }),
    )
    .flatMap(({ savedCardId }) => savedCardId ?? []);

/** The card will never pay for this period: the network advises against a retry, or the decline is a hard one. */
export const isFinalDecline = ({ code, advice }: { code: string; advice: string | null }): boolean =>
  advice === "do-not-retry" || declineOf(code) === "hard" || NEEDS_ANOTHER_CARD.has(code);

/** Soft declines by ProcessOut's reference: the customer can still pay, but only with another card. */
const NEEDS_ANOTHER_CARD = new Set([
  "card.expired",
  "gateway.expired",
  "card.inactive",
  "card.invalid-number",
  "card.issuer-not-found",
  "resource.card.not-found",
  "resource.customer.not-found",
  "resource.token.not-found",
  "subscription.no-card",
]);

const HARD_DECLINES = new Set([
  "card.authorization-revoked",
  "card.blacklisted",
  "card.keep-card",
  "card.lost",
  "card.possible-fraud",
  "card.security-violation",
  "card.stolen",
  "gateway.blocked",
  "gateway.possible-fraud",
]);

/**
 * Whether the same card may be tried again later. The hard ones are the list in ProcessOut's error reference
 * (2026); all others are soft, and so is a code nobody has heard of yet.
 */
export function declineOf(code: string): "hard" | "soft" {
  return HARD_DECLINES.has(code) ? "hard" : "soft";
}
