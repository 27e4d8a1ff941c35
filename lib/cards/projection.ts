import type { Card as ProcessOutCard, Token } from "@/lib/processout";
import type { CardState } from "@/prisma/generated/enums";
import { FINAL_STATUSES, statusOf } from "./token-status";

/** The one place where ProcessOut's token and card become columns of a `SavedCard`. Never a number, CVC or name. */
export function tokenColumns(token: Token) {
  return {
    verificationStatus: token.verification_status,
    isSettled: FINAL_STATUSES.includes(token.verification_status),
    isChargeable: token.is_chargeable,
    // Recorded lists leave the card out: what is known of it stays.
    ...(token.card && cardColumns(token.card)),
  };
}

export function cardColumns(card: ProcessOutCard) {
  const { last_4_digits: last4, preferred_scheme: preferred } = card;
  return {
    scheme: card.scheme ?? null,
    coScheme: card.co_scheme ?? null,
    preferredScheme: preferred && preferred !== "none" ? preferred : null,
    last4: last4 && /^\d{4}$/.test(last4) ? last4 : null,
    expMonth: card.exp_month ?? null,
    expYear: card.exp_year ?? null,
    fingerprint: card.fingerprint || null,
  };
}

/** Other payment methods and tokens that never got a card are not for the list of cards. */
export const holdsCard = (token: Token) => token.type === "card" || Boolean(token.card_id ?? token.card);

/**
 * Where a reading of the token leaves an attempt or a listed card. An open attempt stays open while its token is
 * pending: only the browser can tell that the shopper is done and the bank is not (`finishCard`).
 */
export function stateAfter(state: "open" | "attached" | "refused", token: Token): CardState {
  const status = statusOf({
    verificationStatus: token.verification_status,
    isChargeable: token.is_chargeable,
  });
  if (status === "declined") return state === "open" ? "failed" : "refused";
  if (state === "open" && (status === "checking" || !holdsCard(token))) return "open";
  return "attached";
}
