import type { CardStatus, Expiry } from "./card";

/** What ProcessOut says about a token: `verification_status` (five documented values) and `is_chargeable`. */
export type TokenState = { verificationStatus: string | null; isChargeable: boolean };

/**
 * Interprets a token's state. `is_chargeable` alone decides whether the token can pay; the status explains why.
 *
 * ProcessOut's guide says that a token created without verification is `pending` and cannot be used yet. Its recorded
 * responses say `not-requested` and chargeable, and the same guide charges such a token. Both are handled.
 */
export function statusOf({ verificationStatus, isChargeable }: TokenState): CardStatus {
  switch (verificationStatus) {
    case "success":
      return isChargeable ? "verified" : "blocked";
    case "not-requested":
      return isChargeable ? "unverified" : "blocked";
    case "pending":
      return "checking";
    case "failed":
      return "declined";
    default:
      return "unconfirmed";
  }
}

type StatusRule = {
  /** The badge. */
  label: string;
  /** What the shopper should know; absent for a card in order. */
  sentence?: string;
  /** May pay and be the default, if the token is also chargeable. */
  mayPay: boolean;
  /** What changes the status: nothing, polling ProcessOut, the first payment, or another card. */
  next: "nothing" | "poll" | "first-payment" | "another-card";
};

export const STATUS: Record<CardStatus, StatusRule> = {
  verified: { label: "Verified", mayPay: true, next: "nothing" },
  unverified: {
    label: "Not yet verified",
    sentence: "Your bank will be asked the first time you pay with it.",
    mayPay: true,
    next: "first-payment",
  },
  checking: {
    label: "Being checked",
    sentence: "Your bank has not answered yet. This page updates when it does.",
    mayPay: false,
    next: "poll",
  },
  declined: {
    label: "Declined",
    sentence: "Your bank declined this card. Nothing was charged.",
    mayPay: false,
    next: "another-card",
  },
  unconfirmed: {
    label: "Not confirmed",
    sentence: "Your bank has not confirmed this card yet.",
    mayPay: true,
    next: "poll",
  },
  blocked: {
    label: "Cannot be used",
    sentence: "This card cannot be charged. Delete it and add it again.",
    mayPay: false,
    next: "another-card",
  },
};

/** The values of `verification_status` that do not change by themselves. Tokens with any other one are polled. */
export const FINAL_STATUSES = ["success", "failed", "not-requested"];

export type PayableRow = TokenState & {
  state: string;
  tokenId: string | null;
  expMonth: number | null;
  expYear: number | null;
};

/**
 * Why a card may not pay now, or null when it may: it is not a saved card (any more), its expiry month is over, or
 * ProcessOut will not charge its token.
 */
export function whyCannotPay(card: PayableRow, now: Date): "not-saved" | "expired" | "not-chargeable" | null {
  if (card.state !== "attached" || !card.tokenId) return "not-saved";
  if (expiryOf(card, now) === "expired") return "expired";
  return card.isChargeable && STATUS[statusOf(card)].mayPay ? null : "not-chargeable";
}

/** Whether a card may pay now, be the default, or take over from another card. */
export function canPayNow<Row extends PayableRow>(
  card: Row | null | undefined,
  now: Date,
): card is Row & { tokenId: string } {
  return card ? whyCannotPay(card, now) === null : false;
}

/**
 * Whether a card may be charged off-session (MIT): its holder has approved it on-session, in a verification when it was
 * saved, or in a payment or a zero-amount invoice since (CIT). A card that was only saved is not enough.
 */
export const isConfirmed = (card: { verificationStatus: string | null; confirmedAt: Date | null }): boolean =>
  card.verificationStatus === "success" || card.confirmedAt !== null;

/**
 * A card is valid to the end of the month printed on it. Issuers end it in their own time zone, so UTC may differ by a
 * few hours at the turn of a month; the issuer decides when the card pays.
 */
export function expiryOf(card: { expMonth: number | null; expYear: number | null }, now: Date): Expiry {
  if (card.expMonth === null || card.expYear === null) return "valid";
  const monthsLeft = (card.expYear - now.getUTCFullYear()) * 12 + (card.expMonth - 1 - now.getUTCMonth());
  if (monthsLeft < 0) return "expired";
  if (monthsLeft === 0) return "this-month";
  return monthsLeft === 1 ? "next-month" : "valid";
}
