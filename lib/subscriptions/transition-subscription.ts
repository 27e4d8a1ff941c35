import { now } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db";
import { log } from "@/lib/platform/log";
import { findOpenOrder, type SubscriptionRow } from "./queries";
import { type SubscriptionStatus, statesBefore } from "./subscription-status";

/**
 * Moves a subscription to a state and says when the worker processes it next. Compare-and-set on `state`,
 * `paidPeriods` and `dueAt`: changes nothing if the row has moved since it was read.
 */
export async function transitionSubscription(
  row: SubscriptionRow,
  state: SubscriptionStatus,
  { processAfter }: { processAfter: Date | null },
): Promise<void> {
  if (state !== row.state && !statesBefore(state).includes(row.state)) return;
  await db().subscription.updateMany({
    where: { id: row.id, state: row.state, paidPeriods: row.paidPeriods, dueAt: row.dueAt },
    data: { state, processAfter },
  });
  if (state !== row.state) log.info("subscription.moved", { subscriptionId: row.id, to: state });
}

/**
 * Cancels a subscription and the open order of its next period, in one transaction. Compare-and-set on `state` and
 * `paidPeriods`: returns false and changes nothing if the row has moved. An order whose payment may already be
 * captured (`paidById` is set) stays open, and the subscription names that payment as its final one.
 */
export async function endSubscription(
  row: SubscriptionRow,
  { processAfter = null, hasLapsed = false }: { processAfter?: Date | null; hasLapsed?: boolean } = {},
): Promise<boolean> {
  const endedAt = row.endedAt ?? (await now());
  const isEnded = await db().$transaction(async (tx) => {
    const { count } = await tx.subscription.updateMany({
      where: { id: row.id, state: row.state, paidPeriods: row.paidPeriods },
      data: {
        state: "canceled",
        processAfter,
        dueAt: null,
        endedAt,
        ...(hasLapsed && { hasLapsed }),
      },
    });
    if (count === 0) return false;
    const order = { id: findOpenOrder(row)?.id ?? "", state: "open" } as const;
    await tx.order.updateMany({ where: { ...order, paidById: null }, data: { state: "canceled" } });
    const kept = await tx.order.findFirst({ where: order, select: { paidById: true } });
    if (kept) {
      await tx.subscription.update({ where: { id: row.id }, data: { finalPaymentId: kept.paidById } });
    }
    return true;
  });
  if (isEnded) log.info("subscription.ended", { subscriptionId: row.id, from: row.state });
  return isEnded;
}
