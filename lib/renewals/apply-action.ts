import { now } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db";
import { log } from "@/lib/platform/log";
import { findOpenOrder, type SubscriptionRow } from "@/lib/subscriptions/queries";
import { isWaiting, type SubscriptionStatus, statesBefore } from "@/lib/subscriptions/subscription-status";
import { sendLapsed, sendTrouble } from "./dunning-emails";
import { type Decision, lapseDate } from "./next-action";

/** All but a charge. */
export type Settled = Exclude<Decision, { kind: "now" | "resume" }>;

/** Writes down a decision that takes no charge: when to look again, and what the shopper is told. */
export async function applyDecision(subscription: SubscriptionRow, decision: Settled): Promise<void> {
  const { state, count, dueAt } = subscription;
  switch (decision.kind) {
    case "give-up": {
      const hasLapsed = isWaiting(state);
      const isEnded = await end(subscription, { hasLapsed });
      return isEnded && hasLapsed ? sendLapsed(subscription) : undefined;
    }
    case "rest":
      if (state !== "canceled") return move(subscription, state, null);
      await end(subscription);
      return;
    case "later":
      return move(subscription, state, decision.at);
    // The mail first: a crash in between queues it again under the same key, and the other way round it would be lost.
    case "retry":
      await sendTrouble(subscription, decision);
      return move(subscription, "retrying", decision.at);
    case "ask":
      await sendTrouble(subscription, decision);
      return move(subscription, decision.state, count === null && dueAt ? lapseDate(dueAt) : null);
  }
}

/** Only from where it was read: paid, paused, canceled or given another date in the meantime, it is left alone. */
async function move(row: SubscriptionRow, state: SubscriptionStatus, wakeAt: Date | null): Promise<void> {
  if (state !== row.state && !statesBefore(state).includes(row.state)) return;
  await db().subscription.updateMany({
    where: { id: row.id, state: row.state, paidPeriods: row.paidPeriods, dueAt: row.dueAt },
    data: { state, wakeAt },
  });
  if (state !== row.state) log.info("subscription.moved", { subscriptionId: row.id, to: state });
}

/**
 * Canceled, never begun, or nobody came back: what was open is not paid any more. Only from where it was read: false
 * when it was paid, resumed or changed in the meantime, and then nothing was done.
 */
export async function end(
  row: SubscriptionRow,
  { wakeAt = null, hasLapsed = false }: { wakeAt?: Date | null; hasLapsed?: boolean } = {},
): Promise<boolean> {
  const endedAt = row.endedAt ?? (await now());
  const isEnded = await db().$transaction(async (tx) => {
    const { count } = await tx.subscription.updateMany({
      where: { id: row.id, state: row.state, paidPeriods: row.paidPeriods },
      data: { state: "canceled", wakeAt, dueAt: null, endedAt, ...(hasLapsed && { hasLapsed }) },
    });
    if (count === 0) return false;
    const order = { id: findOpenOrder(row)?.id ?? "", state: "open", paidById: null } as const;
    await tx.order.updateMany({ where: order, data: { state: "canceled" } });
    return true;
  });
  if (isEnded) log.info("subscription.ended", { subscriptionId: row.id, from: row.state });
  return isEnded;
}
