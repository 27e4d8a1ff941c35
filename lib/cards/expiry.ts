import type { Expiry } from "./card";

/**
 * A card is valid to the end of the month printed on it. Banks end it in their own time zone, so UTC may differ by
 * a few hours at the turn of a month; the bank has the last word when the card pays.
 */
export function expiryOf(card: { expMonth: number | null; expYear: number | null }, now: Date): Expiry {
  if (card.expMonth === null || card.expYear === null) return "valid";
  const monthsLeft = (card.expYear - now.getUTCFullYear()) * 12 + (card.expMonth - 1 - now.getUTCMonth());
  if (monthsLeft < 0) return "expired";
  if (monthsLeft === 0) return "this-month";
  return monthsLeft === 1 ? "next-month" : "valid";
}
