import type { CardStatus } from "./card";

/** What ProcessOut says of a token. The five documented statuses, and whatever comes next. */
export type TokenState = { verificationStatus: string | null; isChargeable: boolean };

/**
 * What a token's state means here. `is_chargeable` is the only word on paying; the status only explains it.
 *
 * ProcessOut's page says that a token made without verification is `pending` and cannot be used yet; its recorded
 * answers say `not-requested` and chargeable, and the same page charges one. Both arrive at the right line.
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
      return "refused";
    default:
      return "unconfirmed";
  }
}

type Meaning = {
  /** The badge. */
  label: string;
  /** What the shopper may want to know, or nothing when all is well. */
  sentence?: string;
  /** May be the default and may pay, if ProcessOut calls it chargeable too. */
  mayPay: boolean;
  /** Who moves next: nobody, the bank (we ask again), the first payment, or the shopper (with another card). */
  next: "nothing" | "ask-again" | "first-payment" | "another-card";
};

export const STATUS: Record<CardStatus, Meaning> = {
  verified: { label: "Verified", mayPay: true, next: "nothing" },
  unverified: {
    label: "Not yet verified",
    sentence: "Your bank will be asked the first time you pay with it.",
    mayPay: true,
    next: "first-payment",
  },
  checking: {
    label: "Being checked",
    sentence: "Your bank has not answered yet. This page will say when it does.",
    mayPay: false,
    next: "ask-again",
  },
  refused: {
    label: "Refused",
    sentence: "Your bank said no to this card. Nothing was charged.",
    mayPay: false,
    next: "another-card",
  },
  unconfirmed: {
    label: "Not confirmed",
    sentence: "We have no clear word from your bank about this card yet.",
    mayPay: true,
    next: "ask-again",
  },
  blocked: {
    label: "Cannot be used",
    sentence: "This card cannot be charged. Delete it and add it again.",
    mayPay: false,
    next: "another-card",
  },
};

/** Two keys: our table and ProcessOut's word. A token that is not chargeable is never chosen to pay. */
export const canPay = (token: TokenState) => token.isChargeable && STATUS[statusOf(token)].mayPay;

/** The statuses that do not change any more by themselves. All others are asked about again. */
export const SETTLED_STATUSES = ["success", "failed", "not-requested"];
