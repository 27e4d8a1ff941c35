import { sourcesOf } from "@/lib/payments/payment-status";
import type { PaymentRow } from "@/lib/payments/queries";
import type { PaidOrderHandler } from "@/lib/payments/record-paid-order";
import { db } from "@/lib/platform/db";
import { type Interval, nextDue } from "./schedule";

type Series = { startedAt: Date | null; interval: Interval };

/**
 * A period is paid, by the worker or by the shopper: its payment says so if it did not yet, its order is paid, and
 * its subscription moves on to the next. One statement, so each period counts once and nothing lies in between. A
 * subscription that was paused or canceled meanwhile keeps its state. False: the order was paid before.
 *
 * The payment is given as it is to be. When the shopper was there, its card pays from now on and what follows leans
 * on it; else on the first one of this card.
 */
export async function payPeriod(payment: PaymentRow, series: Series, paidAt: Date): Promise<boolean> {
  const { id, orderId, projectId, initiation, state, refundedAmount, savedCardId, cardId } = payment;
  const { transactionId, schemeTransactionId, capturedAt, syncedAt } = payment;
  const startedAt = series.startedAt ?? paidAt;
  const dueAt = nextDue({ startedAt, interval: series.interval }, paidAt);
  const paid = await db().$queryRaw<unknown[]>`
    WITH taken AS (
      UPDATE "Payment" SET "state" = ${state}::"PaymentState", "transactionId" = ${transactionId},
        "schemeTransactionId" = ${schemeTransactionId}, "refundedAmount" = ${refundedAmount},
        "capturedAt" = ${capturedAt}, "syncedAt" = ${syncedAt}, "failureCode" = NULL
      WHERE "id" = ${id} AND "state"::text = ANY(${sourcesOf("captured")})
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
        "dueAt" = CASE WHEN "count" = "period" THEN NULL ELSE ${dueAt}::timestamp END,
        "wakeAt" = CASE
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

/** For payments: `payPeriod` for an order of which only the payment is known. */
export const handlePaidPeriod: PaidOrderHandler = async (payment, paidAt) => {
  const { subscription } = await db().order.findUniqueOrThrow({
    where: { id: payment.orderId },
    select: { subscription: { select: { startedAt: true, interval: true } } },
  });
  if (!subscription) throw new Error(`Order ${payment.orderId} has a period and no subscription`);
  return payPeriod(payment, subscription, paidAt);
};
