import { type Decline, declineSentence, ruleOf } from "@/lib/payments/decline-rules";
import type { PaymentRow } from "@/lib/payments/queries";
import { findOpenOrder, type SubscriptionRow } from "./queries";

/** Why the open period is unpaid, as a sentence for the shopper: the last decline, or what is wrong with the card. */
export function declineReason(
  subscription: SubscriptionRow,
  needsCard = subscription.state === "needs_card",
): string | null {
  if (needsCard && subscription.savedCard?.state !== "attached")
    return "The card that paid for this was deleted.";
  const failed = listFailed(subscription).at(-1);
  return failed?.failureCode ? declineSentence(toDecline(failed)) : null;
}

/**
 * The declines of the open period with the present card, the oldest first: the networks count retries per card, so
 * another card starts afresh. A declined CIT counts only if it bars the card. A superseded payment was never sent and
 * does not count.
 */
export function listDeclines(subscription: SubscriptionRow): (Decline & { at: Date })[] {
  const { savedCardId } = subscription;
  return listFailed(subscription)
    .filter((payment) => payment.savedCardId === savedCardId)
    .filter(({ failureCode }) => failureCode !== "payment.superseded")
    .filter((payment) => payment.initiation === "mit" || ruleOf(toDecline(payment)).barsCard)
    .map((payment) => ({ ...toDecline(payment), at: payment.startedAt }));
}

/**
 * The saved cards whose decline of the open period bars them. The networks fine merchants who try such a card again,
 * even in a CIT. The next period is another charge, for which the card may be tried.
 */
export const listDeclinedCards = (subscription: SubscriptionRow): string[] =>
  listFailed(subscription)
    .filter((payment) => ruleOf(toDecline(payment)).barsCard)
    .flatMap(({ savedCardId }) => savedCardId ?? []);

const listFailed = (subscription: SubscriptionRow): PaymentRow[] =>
  (findOpenOrder(subscription)?.payments ?? []).filter(({ state }) => state === "failed");

const toDecline = ({ failureCode, retryAdvice }: PaymentRow): Decline => {
  return { code: failureCode ?? "card.declined", advice: retryAdvice };
};
