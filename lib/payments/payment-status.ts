/**
 * The life of a payment, from one ProcessOut invoice to its last refund.
 *
 *     created → authorizing → authorized → captured → partially_refunded → refunded
 *                    ↓             ↓
 *                  failed ────→ voided
 *
 * A payment that failed stays failed for the shopper: if ProcessOut authorizes it later, it is voided, never captured.
 * Money that ProcessOut did capture is recorded from any state.
 *
 * A refund can fail later. Only `writeCapturedPayment` moves a payment back along the refunds; the transitions here lead
 * forward.
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

/** The money was captured. Some or all of it may have been refunded since. */
export const CAPTURED_STATES = ["captured", "partially_refunded", "refunded"] as const;

/** The outcome is not known yet. */
export const PENDING_STATES = ["created", "authorizing", "authorized"] as const;

const NEXT: Record<PaymentStatus, readonly PaymentStatus[]> = {
  created: ["authorizing", "failed"],
  authorizing: ["authorized", "failed", "voided", ...CAPTURED_STATES],
  authorized: ["failed", "voided", ...CAPTURED_STATES],
  failed: ["voided", ...CAPTURED_STATES],
  voided: [...CAPTURED_STATES],
  captured: ["partially_refunded", "refunded"],
  partially_refunded: ["partially_refunded", "refunded"],
  refunded: [],
};

const ALL = Object.keys(NEXT) as PaymentStatus[];

/** The states from which a payment may move to `to`. Part of the update's condition, so that a race cannot go back. */
export const statesBefore = (to: PaymentStatus) => ALL.filter((from) => NEXT[from].includes(to));

/** Nothing changes it any more, unless a person or a bank acts: a refund, a dispute. */
export const isFinal = (status: PaymentStatus) => !PENDING_STATES.some((pending) => pending === status);

export const wasCaptured = (status: PaymentStatus) => CAPTURED_STATES.some((captured) => captured === status);

// eject:start office
/** A status from an address or a form, or undefined if there is no such status. */
export const parsePaymentStatus = (text: string) => ALL.find((status) => status === text);
// eject:end office
