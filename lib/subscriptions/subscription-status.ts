/**
 * The life of a subscription.
 *
 *     starting → active ⇄ paused
 *                  ⇅
 *               retrying · needs_authentication · needs_card      each of these: → completed, canceled
 *
 * A charge that goes through leads back to active from wherever the trouble was. `completed` is the end of the
 * instalments; `canceled` is for good.
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

const TROUBLES = ["retrying", "needs_authentication", "needs_card"] as const;
const ENDS = ["completed", "canceled"] as const;

const NEXT: Record<SubscriptionStatus, readonly SubscriptionStatus[]> = {
  starting: ["active", ...ENDS],
  active: ["active", "paused", ...TROUBLES, ...ENDS],
  retrying: ["active", ...TROUBLES, ...ENDS],
  needs_authentication: ["active", ...TROUBLES, ...ENDS],
  needs_card: ["active", ...TROUBLES, ...ENDS],
  paused: ["active", "canceled"],
  completed: [],
  canceled: [],
};

const ALL = Object.keys(NEXT) as SubscriptionStatus[];

/** The states a subscription may be in to move to this one: part of the update's condition, so a race cannot go back. */
export const statesBefore = (to: SubscriptionStatus) => ALL.filter((from) => NEXT[from].includes(to));

/** The worker charges it by itself. */
export const isCharged = (status: SubscriptionStatus) => status === "active" || status === "retrying";

/** It waits for the shopper. */
export const isWaiting = (status: SubscriptionStatus) =>
  status === "needs_authentication" || status === "needs_card";

export const isOver = (status: SubscriptionStatus) => ENDS.some((end) => end === status);

/** A word from an address or a form, if it is one of ours. */
export const asSubscriptionStatus = (word: string) => ALL.find((status) => status === word);
