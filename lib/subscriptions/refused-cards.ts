import { isFinal } from "@/lib/renewals/dunning";
import { findOpenOrder, type SubscriptionRow } from "./queries";

/**
 * The saved cards whose refusal for the open period was final. The networks fine who tries such a card again, also
 * with the shopper there. The next period is another charge.
 */
export const listRefusedCards = (subscription: SubscriptionRow): string[] =>
  (findOpenOrder(subscription)?.payments ?? [])
    .filter(({ state }) => state === "failed")
    .filter(({ failureCode, retryAdvice }) => isFinal({ code: failureCode ?? "", advice: retryAdvice }))
    .flatMap(({ savedCardId }) => savedCardId ?? []);
