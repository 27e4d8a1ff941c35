import { adviceOf, ruleOf } from "@/lib/payments/decline-rules";
import { findMismatch, interpretTransaction } from "@/lib/payments/interpret-transaction";
import { readPayingCard } from "@/lib/payments/paying-card";
import { statesBefore, wasCaptured } from "@/lib/payments/payment-status";
import { logIfPaidTwice } from "@/lib/payments/record-paid-order";
import { now } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db";
import { log } from "@/lib/platform/log";
import type { Transaction } from "@/lib/processout";
import { markPeriodPaid } from "@/lib/subscriptions/mark-period-paid";
import type { Charge } from "./create-renewal-orders";

/**
 * Records a captured charge and advances its subscription, in the one statement of `markPeriodPaid`. Returns false, and
 * writes nothing, if the transaction was not captured.
 */
export async function recordCharged(charge: Charge, transaction: Transaction): Promise<boolean> {
  const { subscription, payment } = charge;
  const { status, refunded } = interpretTransaction(transaction);
  if (!status || !wasCaptured(status)) return false;
  const mismatch = findMismatch({ ...payment, invoiceId: transaction.invoice_id ?? null }, transaction);
  if (mismatch) log.error("payment.mismatch", { paymentId: payment.id, mismatch });
  const at = await now();
  const { id: transactionId, scheme_id } = transaction;
  const synced = { transactionId, schemeTransactionId: scheme_id ?? null, syncedAt: at };
  const isKnown = transaction.card_id === subscription.savedCard?.cardId;
  const card = isKnown ? {} : await readPayingCard(payment, transaction);
  const captured = {
    ...payment,
    ...card,
    ...synced,
    state: status,
    capturedAt: at,
    refundedAmount: refunded,
  };
  if (!(await markPeriodPaid(captured, subscription, at))) await logIfPaidTwice(payment);
  log.info("payment.moved", { paymentId: payment.id, to: status });
  return true;
}

/**
 * Records a decline and releases the order, which a retry or the shopper may then pay. If a webhook has recorded the
 * decline before, only the advice on retries is added.
 */
export async function recordDeclined(
  { payment }: Charge,
  transaction: Pick<Transaction, "error_code" | "recommendation_code" | "merchant_advice_code">,
): Promise<"declined"> {
  const { id, orderId } = payment;
  const failureCode = transaction.error_code ?? "card.declined";
  const retryAdvice = adviceOf(transaction);
  const syncedAt = await now();
  await db().$transaction([
    db().payment.updateMany({
      where: { id, state: { in: statesBefore("failed") } },
      data: { state: "failed", failureCode, syncedAt },
    }),
    db().payment.updateMany({
      where: { id, state: "failed", retryAdvice: null },
      data: { retryAdvice },
    }),
    db().order.updateMany({
      where: { id: orderId, state: "open", paidById: id },
      data: { paidById: null },
    }),
  ]);
  const isOurs = ruleOf({ code: failureCode, advice: retryAdvice }).fault === "ours";
  log[isOurs ? "error" : "info"]("payment.declined", {
    paymentId: id,
    code: failureCode,
    advice: retryAdvice,
  });
  return "declined";
}
