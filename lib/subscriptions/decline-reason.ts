import { sentenceOf } from "@/lib/platform/error-sentences";
import { findOpenOrder, type SubscriptionRow } from "./queries";

/** Why the open period could not be charged, for the shopper: what the last try met, unless there was no card to try. */
export function problemOf(
  subscription: SubscriptionRow,
  needsCard = subscription.state === "needs_card",
): string | null {
  if (needsCard && subscription.savedCard?.state !== "attached")
    return "The card that paid for this was deleted.";
  const failed = findOpenOrder(subscription)?.payments.findLast(({ state }) => state === "failed");
  if (failed?.failureCode) return sentenceOf(failed.failureCode);
  return needsCard ? sentenceOf("card.expired") : null;
}
