import { statesBefore } from "@/lib/payments/payment-status";
import type { PaymentRow } from "@/lib/payments/queries";
import type { PaidOrderHandler } from "@/lib/payments/record-paid-order";
import { db } from "@/lib/platform/db";
import { type Interval, nextDue } from "./schedule";

type Series = { startedAt: Date | null; interval: Interval };

/**
 * Marks a period as paid, after a CIT or an MIT: writes the captured payment, marks its order as paid and advances the
 * subscription to the next period. One SQL statement, so a crash leaves all or nothing, and each period counts once. A
 * subscription that was paused or canceled meanwhile keeps its state. Returns false if the order was paid before.
 *
 * `payment` holds the values to write. After a CIT its card pays for the subscription, and later MITs reference its
 * scheme transaction id; after an MIT they reference the first MIT of this card, unless a CIT came before.
 */
export async function markPeriodPaid(payment: PaymentRow, series: Series, paidAt: Date): Promise<boolean> {
  const { id, orderId, projectId, initiation, state, refundedAmount, savedCardId, cardId } = payment;
  const { transactionId, schemeTransactionId, capturedAt, syncedAt, scheme, last4 } = payment;
  const startedAt = series.startedAt ?? paidAt;
  const dueAt = nextDue({ startedAt, interval: series.interval }, paidAt);
  const paid = await db().$queryRaw<unknown[]>`
    WITH captured AS (
      UPDATE "Payment" SET "state" = ${state}::"PaymentState", "transactionId" = ${transactionId},
        "schemeTransactionId" = ${schemeTransactionId}, "refundedAmount" = ${refundedAmount},
        "capturedAt" = ${capturedAt}, "syncedAt" = ${syncedAt}, "failureCode" = NULL,
        "scheme" = ${scheme}, "last4" = ${last4}
      WHERE "id" = ${id} AND "state"::text = ANY(${statesBefore("captured")})
    ), paid AS (
      UPDATE "Order" SET "state" = 'paid', "paidById" = ${id}, "paidAt" = ${paidAt}
      WHERE "id" = ${orderId} AND "state" <> 'paid'
      RETURNING "subscriptionId", "period"
    ), advanced AS (
      UPDATE "Subscription" AS "sub" SET
        "paidPeriods" = "period",
        "startedAt" = COALESCE("startedAt", ${startedAt}),
        "savedCardId" = CASE WHEN ${initiation} = 'mit' THEN "savedCardId" ELSE COALESCE(${savedCardId},
          (SELECT "id" FROM "SavedCard" WHERE "projectId" = ${projectId} AND "cardId" = ${cardId}), "savedCardId") END,
        "schemeTransactionId" = CASE
          WHEN ${initiation} = 'cit' THEN ${schemeTransactionId}
          ELSE COALESCE("schemeTransactionId", ${schemeTransactionId}) END,
        "dueAt" = CASE
          WHEN "count" = "period" OR "sub"."state" = 'canceled' THEN NULL
          ELSE ${dueAt}::timestamp END,
        "processAfter" = CASE
          WHEN "count" = "period" OR "sub"."state" IN ('paused', 'canceled') THEN NULL
          ELSE ${dueAt}::timestamp END,
        "endedAt" = CASE WHEN "count" = "period" THEN ${paidAt}::timestamp ELSE "endedAt" END,
        "state" = CASE
          WHEN "count" = "period" THEN 'completed'
          WHEN "sub"."state" IN ('paused', 'canceled') THEN "sub"."state"
          ELSE 'active' END
      FROM paid WHERE "sub"."id" = "subscriptionId" AND "paidPeriods" = "period" - 1
    )
    SELECT "period" FROM paid`;
  return paid.length > 0;
}

/** For payments, which know only the payment: `markPeriodPaid` with the subscription of its order. */
export const handlePaidPeriod: PaidOrderHandler = async (payment, paidAt) => {
  const { subscription } = await db().order.findUniqueOrThrow({
    where: { id: payment.orderId },
    select: { subscription: { select: { startedAt: true, interval: true } } },
  });
  if (!subscription) throw new Error(`Order ${payment.orderId} has a period and no subscription`);
  return markPeriodPaid(payment, subscription, paidAt);
};
