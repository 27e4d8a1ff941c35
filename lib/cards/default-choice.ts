import type { Expiry } from "./card";
import { canPayNow, expiryOf, type PayableRow } from "./token-status";

type Candidate = PayableRow & { startedAt: Date };

const LASTS: Record<Expiry, number> = { valid: 2, "next-month": 1, "this-month": 1, expired: 0 };

/**
 * Which card takes over when the default one goes: one that can pay, rather one that is not about to expire, and of
 * those the newest. Null when no card can pay: then none is the default, and paying asks for a card.
 */
export function chooseDefault<Card extends Candidate>(cards: Card[], now: Date): Card | null {
  const lasts = (card: Card) => LASTS[expiryOf(card, now)];
  const [first] = cards
    .filter((card) => canPayNow(card, now))
    .sort((a, b) => lasts(b) - lasts(a) || b.startedAt.getTime() - a.startedAt.getTime());
  return first ?? null;
}
