import { createInvoice } from "@/lib/payments/invoice";
import { db } from "@/lib/platform/db";
import { AppError } from "@/lib/platform/errors";
import type { Manner } from "./charge";
import type { Charge } from "./create-renewal-orders";

/**
 * The invoice of a charge, with the right to pay its order. Both are committed in one statement before anything can
 * be taken, and only while the subscription is charged, with this card: who canceled, paused or changed the card
 * before this moment is not charged after it. Where two workers made an invoice each, both go on with the one that
 * was committed first. AppError `payment.superseded`: none of this holds any more.
 */
export async function ensureClaimedInvoice(charge: Charge, { onStep, inTurn }: Manner): Promise<string> {
  const { order, payment } = charge;
  const { customerId, scheme, last4 } = payment;
  const { invoiceId, transactionId } = payment.invoiceId
    ? payment
    : await inTurn(() => createInvoice(order, payment, { customerId, scheme, last4 }));
  await onStep("invoiced", charge);
  const [claimed] = await db().$queryRaw<{ invoiceId: string }[]>`
    WITH invoiced AS (
      UPDATE "Payment" SET "state" = 'authorizing', "invoiceId" = COALESCE("invoiceId", ${invoiceId}),
        "transactionId" = COALESCE("transactionId", ${transactionId})
      WHERE "id" = ${payment.id} AND "state" IN ('created', 'authorizing')
      RETURNING "id", "orderId", "savedCardId", "invoiceId"
    )
    UPDATE "Order" SET "paidById" = invoiced."id" FROM invoiced, "Subscription"
    WHERE "Order"."id" = "orderId" AND "Order"."state" = 'open'
      AND ("paidById" IS NULL OR "paidById" = invoiced."id")
      AND "Subscription"."id" = "subscriptionId" AND "Subscription"."state" IN ('active', 'retrying')
      AND "Subscription"."savedCardId" = invoiced."savedCardId"
    RETURNING "invoiceId"`;
  if (!claimed) throw superseded();
  return claimed.invoiceId;
}

export const superseded = () =>
  new AppError({
    code: "payment.superseded",
    message: "The order is paid by another, or the subscription is not charged with this card any more",
  });
