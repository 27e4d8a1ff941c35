import { db } from "@/lib/platform/db";
import { log } from "@/lib/platform/log";
import { toDecimal } from "@/lib/platform/money";
import { processoutOnce } from "@/lib/platform/processout";
import { CardRejectedError, InvalidRequestError, type Transaction } from "@/lib/processout";
import { findMismatch } from "./interpret-transaction";
import { wasCaptured } from "./payment-status";
import { type PaymentRow, transitionPayment } from "./queries";

/**
 * Decides over an authorization. Captures it if it matches the payment, the shopper was not told that the payment
 * failed, and no other payment has reserved the order; voids it otherwise. Returns true if ProcessOut was asked to do
 * something, so that the transaction must be read again.
 */
export async function captureOrVoid(payment: PaymentRow, transaction: Transaction): Promise<boolean> {
  if (wasCaptured(payment.state) || !payment.invoiceId) return false;
  const mismatch = findMismatch(payment, transaction);
  if (mismatch) log.error("payment.mismatch", { paymentId: payment.id, mismatch });
  const mayCapture = !mismatch && payment.state === "authorized" && (await reserveOrder(payment));
  if (mayCapture) await capture(payment, payment.invoiceId, transaction);
  else await voidInvoice(payment, payment.invoiceId);
  return true;
}

/**
 * Reserves the order for one payment, which is then the only one that may be captured. Idempotent, also after the order
 * was paid with this payment. Returns false if another payment has the order or the order was canceled.
 */
export async function reserveOrder({ id, orderId }: PaymentRow): Promise<boolean> {
  const { count } = await db().order.updateMany({
    where: { id: orderId, OR: [{ state: "open", paidById: null }, { paidById: id }] },
    data: { paidById: id },
  });
  return count === 1;
}

/** The payment failed for good: another one may pay the order. */
export async function releaseOrder({ id, orderId }: PaymentRow): Promise<void> {
  const reserved = { id: orderId, state: "open", paidById: id } as const;
  await db().order.updateMany({ where: reserved, data: { paidById: null } });
}

/** Sent once, under one idempotency key: after an unknown outcome the transaction is read before anything is sent again. */
async function capture(payment: PaymentRow, invoiceId: string, transaction: Transaction) {
  const amount = toDecimal({ minor: payment.amount, currency: payment.currency });
  const input = { source: transaction.token_id ?? transaction.card_id ?? "", capture_amount: amount };
  try {
    await processoutOnce().invoices.capture(invoiceId, input, { idempotencyKey: `capture:${payment.id}` });
  } catch (error) {
    if (error instanceof InvalidRequestError) return logRejection(payment, error);
    if (!(error instanceof CardRejectedError)) throw error;
    await transitionPayment(payment, "failed", { failureCode: error.code ?? "card.declined" });
    await releaseOrder(payment);
    await voidInvoice(payment, invoiceId);
  }
}

/** Releases an authorized amount. */
export async function voidInvoice(payment: PaymentRow, invoiceId: string): Promise<void> {
  try {
    await processoutOnce().invoices.void(invoiceId, {}, { idempotencyKey: `void:${payment.id}` });
  } catch (error) {
    if (!(error instanceof InvalidRequestError)) throw error;
    logRejection(payment, error);
  }
}

/** Captured or voided in the meantime, here or in ProcessOut's dashboard: the next read shows which. */
function logRejection({ id }: PaymentRow, { code, message }: InvalidRequestError) {
  log.warn("payment.step-rejected", { paymentId: id, code, message });
}
