/**
 * The life of a payment, from one ProcessOut invoice to its last refund.
 *
 *     created → authorizing → authorized → captured → partially_refunded → refunded
 *                    ↓             ↓
 *                  failed ────→ voided
 *
 * One rule stands above the drawing: once the shopper was told no, it stays no. A payment that failed and is found
 * authorized after all is voided, never captured. Money that ProcessOut did take is believed from any state.
 *
 * A refund can fail later. Back along the refunds only `writeRefunded` leads, which knows the older reading from the
 * newer; these rules lead forward.
 */
export type PaymentStatus =
  | "created"
  | "authorizing"
  | "authorized"
  | "captured"
  | "failed"
  | "voided"
  | "partially_refunded"
  | "refunded";

/** ProcessOut has the money, or had it. */
export const TAKEN = ["captured", "partially_refunded", "refunded"] as const;

const NEXT: Record<PaymentStatus, readonly PaymentStatus[]> = {
  created: ["authorizing", "failed"],
  authorizing: ["authorized", "failed", "voided", ...TAKEN],
  authorized: ["failed", "voided", ...TAKEN],
  failed: ["voided", ...TAKEN],
  voided: [...TAKEN],
  captured: ["partially_refunded", "refunded"],
  partially_refunded: ["partially_refunded", "refunded"],
  refunded: [],
};

const ALL = Object.keys(NEXT) as PaymentStatus[];

/** The states a payment may be in to move to this one. Written into the update's condition, so a race cannot go back. */
export const sourcesOf = (to: PaymentStatus) => ALL.filter((from) => NEXT[from].includes(to));

export const UNSETTLED = ["created", "authorizing", "authorized"] as const;

/** Nothing more is expected of it, unless somebody acts. */
export const isSettled = (status: PaymentStatus) => !UNSETTLED.some((unsettled) => unsettled === status);

export const isTaken = (status: PaymentStatus) => TAKEN.some((taken) => taken === status);

/** A word from an address or a form, if it is one of ours. */
export const asPaymentStatus = (word: string) => ALL.find((status) => status === word);
