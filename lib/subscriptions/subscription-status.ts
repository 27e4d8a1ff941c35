/**
 * The states of a subscription and its transitions.
 *
 *     starting → active ⇄ paused
 *                  ⇅
 *               retrying · needs_authentication · needs_card      each of these: → completed, canceled
 *
 * A dispute pauses it in any state that is not final, until staff decide (`pause-for-dispute.ts`).
 * A successful charge returns it to `active` from every failed state. `completed` follows the last instalment;
 * `canceled` is final.
 */
export type SubscriptionStatus =
  | "starting"
  | "active"
  | "retrying"
  | "needs_authentication"
  | "needs_card"
  | "paused"
  | "canceled"
  | "completed";

const FAILED_STATES = ["retrying", "needs_authentication", "needs_card"] as const;
const FINAL_STATES = ["completed", "canceled"] as const;

const NEXT: Record<SubscriptionStatus, readonly SubscriptionStatus[]> = {
  starting: ["active", ...FINAL_STATES],
  active: ["active", "paused", ...FAILED_STATES, ...FINAL_STATES],
  retrying: ["active", ...FAILED_STATES, ...FINAL_STATES],
  needs_authentication: ["active", ...FAILED_STATES, ...FINAL_STATES],
  needs_card: ["active", ...FAILED_STATES, ...FINAL_STATES],
  paused: ["active", "canceled"],
  completed: [],
  canceled: [],
};

const ALL = Object.keys(NEXT) as SubscriptionStatus[];

/** The states from which a transition to this one is allowed. Part of the condition of an update. */
export const statesBefore = (to: SubscriptionStatus) => ALL.filter((from) => NEXT[from].includes(to));

/** A period is due and unpaid. */
export const hasOutstanding = (status: SubscriptionStatus) =>
  FAILED_STATES.some((failed) => failed === status);

/** The worker charges it (MIT). */
export const isCharged = (status: SubscriptionStatus) => status === "active" || status === "retrying";

/** The shopper has to act: SCA or another card. */
export const needsShopper = (status: SubscriptionStatus) =>
  status === "needs_authentication" || status === "needs_card";

export const isOver = (status: SubscriptionStatus) => FINAL_STATES.some((final) => final === status);

/** The status named by a query parameter or a form field, if it is one. */
export const asSubscriptionStatus = (word: string) => ALL.find((status) => status === word);
