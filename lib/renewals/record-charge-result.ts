import { findMismatch, readTransaction } from "@/lib/payments/interpret-transaction";
import { isTaken, sourcesOf } from "@/lib/payments/payment-status";
import { expectPaidBy } from "@/lib/payments/record-paid-order";
import { now } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db";
import { log } from "@/lib/platform/log";
import type { Transaction } from "@/lib/processout";
import { payPeriod } from "@/lib/subscriptions/mark-period-paid";
import type { Charge } from "./create-renewal-orders";

/** Writes down a charge that went through, and moves its subscription on. False: it did not, as far as this says. */
export async function recordCharged(charge: Charge, transaction: Transaction): Promise<boolean> {
  const { subscription, payment } = charge;
  const { status, refunded } = readTransaction(transaction);
  if (!status || !isTaken(status)) return false;
  const mismatch = findMismatch({ ...payment, invoiceId: transaction.invoice_id ?? null }, transaction);
  if (mismatch) log.error("payment.mismatch", { paymentId: payment.id, mismatch });
  const at = await now();
  const { id: transactionId, scheme_id } = transaction;
  const seen = { transactionId, schemeTransactionId: scheme_id ?? null, syncedAt: at };
  const taken = { ...payment, ...seen, state: status, capturedAt: at, refundedAmount: refunded };
  if (!(await payPeriod(taken, subscription, at))) await expectPaidBy(payment);
  log.info("payment.moved", { paymentId: payment.id, to: status });
  return true;
}

type Refusal = { error_code?: string | null | undefined; recommendation_code?: string | null | undefined };

/**
 * Writes down a refusal and frees the order, which another try or the shopper may pay. A webhook may have told of the
 * refusal already: the advice on trying again is added to it.
 */
export async function recordRefused({ payment }: Charge, refusal: Refusal): Promise<"refused"> {
  const { id, orderId } = payment;
  const failureCode = refusal.error_code ?? "card.declined";
  const syncedAt = await now();
  await db().$transaction([
    db().payment.updateMany({
      where: { id, state: { in: sourcesOf("failed") } },
      data: { state: "failed", failureCode, syncedAt },
    }),
    db().payment.updateMany({
      where: { id, state: "failed", retryAdvice: null },
      data: { retryAdvice: refusal.recommendation_code ?? null },
    }),
    db().order.updateMany({
      where: { id: orderId, state: "open", paidById: id },
      data: { paidById: null },
    }),
  ]);
  log.info("payment.refused", { paymentId: id, code: failureCode });
  return "refused";
}
