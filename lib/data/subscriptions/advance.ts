import type { Prisma } from "@/prisma/generated/client";
import type { PaymentRow } from "../payments/rows";
import { nextDue } from "./schedule";

/**
 * A period is paid, by the worker or by the shopper: its subscription moves on to the next. Part of the transaction
 * that marks the order paid, so each period counts once. A subscription that was paused or canceled meanwhile keeps
 * its state.
 */
export async function advanceSubscription(
  tx: Prisma.TransactionClient,
  { subscriptionId, period }: { subscriptionId: string | null; period: number | null },
  { initiation, schemeTransactionId }: PaymentRow,
  paidAt: Date,
): Promise<void> {
  if (!subscriptionId || !period) return;
  const row = await tx.subscription.findUniqueOrThrow({ where: { id: subscriptionId } });
  const startedAt = row.startedAt ?? paidAt;
  const isLast = row.count === period;
  const isStill = row.state === "paused" || row.state === "canceled";
  const dueAt = isLast ? null : nextDue({ startedAt, interval: row.interval }, paidAt);
  await tx.subscription.updateMany({
    where: { id: subscriptionId, paidPeriods: period - 1 },
    data: {
      paidPeriods: period,
      startedAt,
      dueAt,
      wakeAt: isStill ? null : dueAt,
      endedAt: isLast ? paidAt : row.endedAt,
      ...(isLast ? { state: "completed" } : !isStill && { state: "active" }),
      // The shopper was there: what follows leans on this payment. Else on the first one of this card.
      ...((initiation === "cit" || !row.schemeTransactionId) && { schemeTransactionId }),
    },
  });
}
