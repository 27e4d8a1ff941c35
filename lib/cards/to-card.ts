import type { Card as ProcessOutCard, Token } from "@/lib/processout";
import type { CardState } from "@/prisma/generated/enums";
import { type Card, type OpenAttempt, shownScheme } from "./card";
import type { SavedCardRow } from "./queries";
import { canPayNow, expiryOf, FINAL_STATUSES, isConfirmed, STATUS, statusOf } from "./token-status";

/*
 * ProcessOut's token → columns of a `SavedCard` row → the `Card` of a screen. Pure. A card number, CVC or cardholder
 * name never becomes a column.
 */

export function tokenColumns(token: Token) {
  return {
    verificationStatus: token.verification_status,
    isFinal: FINAL_STATUSES.includes(token.verification_status),
    isChargeable: token.is_chargeable,
    holdsCard: holdsCard(token),
    // Recorded lists omit the card: the known columns are kept.
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

/** Whether a token holds a card: tokens of other payment methods and tokens without a source are not listed. */
export const holdsCard = (token: Token) => token.type === "card" || Boolean(token.card_id ?? token.card);

/**
 * The state of an attempt or a listed card after a reading of its token. An open attempt stays open while its token is
 * pending: only the browser knows that the challenge is over (`finishCard`). One that came with a payment stays open
 * until the payment is captured.
 */
export function stateAfter({ state, awaitsPayment }: LiveRow, token: Token): CardState {
  const status = statusOf({
    verificationStatus: token.verification_status,
    isChargeable: token.is_chargeable,
  });
  if (status === "declined") return state === "open" ? "failed" : "declined";
  const isUnfinished = status === "checking" || !holdsCard(token) || awaitsPayment;
  return state === "open" && isUnfinished ? "open" : "attached";
}

export type LiveRow = { state: "open" | "attached" | "declined"; awaitsPayment: boolean };

const EXPIRED = "This card has expired and can no longer pay. Add its replacement.";

/** A row as a screen shows it, at a time and with the Customer's default token. */
export function toCard(
  row: SavedCardRow,
  { now, defaultTokenId }: { now: Date; defaultTokenId: string | null },
): Card {
  const tokenStatus = statusOf(row);
  const status = tokenStatus === "unverified" && isConfirmed(row) ? "verified" : tokenStatus;
  const expiry = expiryOf(row, now);
  return {
    id: row.id,
    ...brandsOf(row),
    last4: row.last4,
    expMonth: row.expMonth,
    expYear: row.expYear,
    expiry,
    nickname: row.nickname,
    isDefault: row.tokenId !== null && row.tokenId === defaultTokenId,
    isSavedTwice: false,
    canPay: canPayNow(row, now),
    isConfirmed: isConfirmed(row),
    status,
    statusLabel: STATUS[status].label,
    statusSentence: expiry === "expired" ? EXPIRED : (STATUS[status].sentence ?? null),
  };
}

/** The same for all of a shopper's rows: tokens of one card, saved twice by another app of the project, say so. */
export function toCards(rows: SavedCardRow[], shown: { now: Date; defaultTokenId: string | null }): Card[] {
  const cards = rows.map((row) =>
    row.state === "attached" && row.fingerprint ? `${row.fingerprint} ${row.expMonth}/${row.expYear}` : null,
  );
  const isAgain = (card: string | null | undefined) =>
    card != null && cards.filter((other) => other === card).length > 1;
  return rows.map((row, index) => ({ ...toCard(row, shown), isSavedTwice: isAgain(cards[index]) }));
}

export const toOpenAttempt = (row: SavedCardRow): OpenAttempt => ({
  id: row.id,
  brand: shownScheme(row),
  last4: row.last4,
});

function brandsOf(row: SavedCardRow) {
  const brand = shownScheme(row);
  return { brand, otherBrand: [row.scheme, row.coScheme].find((name) => name && name !== brand) ?? null };
}
