import { SHOP } from "@/lib/platform/shop-identity";

/**
 * What a shopper agrees to when a card is added outside of a payment. The schemes ask for the agreement and for a record
 * of it, so the page, the mobile API and the record take it from here. A sentence that was shown once never changes: a
 * new wording is a new version; so is the wording after the shop was renamed.
 */
export const CARD_CONSENT = {
  version: "cards-1",
  text: `${SHOP.name} may keep this card with its payment partner, ProcessOut, and offer it when I order. It is charged only when I agree to a payment with it. I can delete it under Saved cards at any time.`,
} as const;

/** What a shopper agreed to: a version of the wording, and the subscription that the card may be charged for. */
export type Consent = {
  version: string;
  subscriptionId?: string | null; // eject: subscriptions
};
