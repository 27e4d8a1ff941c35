import type { Consent } from "@/lib/cards/consent";
import { SHOP } from "@/lib/platform/shop-identity";
import type { OrderIntent } from "@/prisma/generated/enums";

/**
 * What a shopper agrees to when a card is kept with a payment: the sentence shown and the version stored, under the rules
 * of `lib/cards/consent.ts`.
 */
export const CONSENTS = {
  "checkout-1": `${SHOP.name} may keep this card with its payment partner, ProcessOut, and offer it the next time I order. It is charged only when I place an order myself. I can delete it under Saved cards at any time.`,
  "subscription-1": `${SHOP.name} may keep this card with its payment partner, ProcessOut, and charge it by itself for each delivery, at the price and on the days shown here, until I cancel. I can pause, cancel or change the card under Subscriptions at any time.`, // eject: subscriptions
  "instalments-1": `${SHOP.name} may keep this card with its payment partner, ProcessOut, and charge it by itself for each instalment, in the amounts and on the days shown here, until the last one. I can change the card under Subscriptions at any time.`, // eject: subscriptions
} as const;

export type ConsentVersion = keyof typeof CONSENTS;

/** The wording of the checkout's *save it for next time*. */
export const CHECKOUT_CONSENT: ConsentVersion = "checkout-1";

/** What every page asks for that takes a new card for this order. */
export const consentOf = (order: OrderTerms): Consent => ({
  version: wordingOf(order.intent),
  subscriptionId: order.subscriptionId, // eject: subscriptions
});

type OrderTerms = {
  intent: OrderIntent;
  subscriptionId: string | null; // eject: subscriptions
};

function wordingOf(intent: OrderIntent): ConsentVersion {
  if (intent === "recurring") return "subscription-1"; // eject: subscriptions
  if (intent === "installment") return "instalments-1"; // eject: subscriptions
  return CHECKOUT_CONSENT;
}

// eject:start subscriptions
/** The wording of a subscription, or of instalments, which end by themselves. */
export const consentFor = ({ count }: { count: number | null }): ConsentVersion =>
  count === null ? "subscription-1" : "instalments-1";
// eject:end subscriptions
