/**
 * What a shopper agrees to when a card is kept. The schemes ask for the agreement and for a record of it, so the
 * sentence shown and the version stored come from here. A sentence that was shown once never changes: a new wording
 * is a new version.
 */
export const CONSENTS = {
  "checkout-1":
    "Halyard Coffee may keep this card with its payment partner, ProcessOut, and offer it the next time I order. It is charged only when I place an order myself. I can delete it under Saved cards at any time.",
} as const;

export type ConsentVersion = keyof typeof CONSENTS;

/** The wording of the checkout's *save it for next time*. */
export const CHECKOUT_CONSENT: ConsentVersion = "checkout-1";
