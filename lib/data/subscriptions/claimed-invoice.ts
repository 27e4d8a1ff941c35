import { db } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { claimOrder } from "../orders/paid";
import { createInvoice } from "../payments/invoice";
import type { OnStep } from "./charge";
import type { Charge } from "./prepare";

/**
 * The invoice of a charge, with the right to pay its order. Both are committed in one statement before anything can
 * be taken. AppError `payment.superseded`: the order is being paid by another, or was given up.
 */
export async function ensureClaimedInvoice(charge: Charge, onStep: OnStep): Promise<string> {
  const { order, payment } = charge;
  if (payment.invoiceId) {
    if (await claimOrder(payment)) return payment.invoiceId;
    throw superseded();
  }
  const { customerId, scheme, last4 } = payment;
  const { invoiceId, transactionId } = await createInvoice(order, payment, { customerId, scheme, last4 });
  await onStep("invoiced", charge);
  const claimed = await db().$executeRaw`
    WITH invoiced AS (
      UPDATE "Payment" SET "state" = 'authorizing', "invoiceId" = ${invoiceId}, "transactionId" = ${transactionId}
      WHERE "id" = ${payment.id} AND "state" IN ('created', 'authorizing')
      RETURNING "id", "orderId"
    )
    UPDATE "Order" SET "paidById" = invoiced."id" FROM invoiced
    WHERE "Order"."id" = "orderId" AND "Order"."state" = 'open'
      AND ("paidById" IS NULL OR "paidById" = invoiced."id")`;
  if (claimed === 0) throw superseded();
  return invoiceId;
}

const superseded = () =>
  new AppError({
    code: "payment.superseded",
    message: "The order is being paid by another, or was given up",
  });
