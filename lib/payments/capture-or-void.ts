import { log } from "@/lib/platform/log";
import { toDecimal } from "@/lib/platform/money";
import { processoutOnce } from "@/lib/platform/processout";
import { CardRejectedError, InvalidRequestError, type Transaction } from "@/lib/processout";
import { findMismatch } from "./interpret-transaction";
import { isTaken } from "./payment-status";
import { move, type PaymentRow } from "./queries";
import { claimOrder, releaseOrder } from "./record-paid-order";

/**
 * Decides over an authorization: captured if it is what was asked for, the shopper was not told no, and no other
 * payment has the order; voided otherwise. True when ProcessOut was asked to do something, so that it is read again.
 */
export async function settleAuthorization(payment: PaymentRow, transaction: Transaction): Promise<boolean> {
  if (isTaken(payment.state) || !payment.invoiceId) return false;
  const mismatch = findMismatch(payment, transaction);
  if (mismatch) log.error("payment.mismatch", { paymentId: payment.id, mismatch });
  const mayCapture = !mismatch && payment.state === "authorized" && (await claimOrder(payment));
  if (mayCapture) await capture(payment, payment.invoiceId, transaction);
  else await voidInvoice(payment, payment.invoiceId);
  return true;
}

/** Asked once, under one key: after an unknown answer the transaction is read before anything is asked again. */
async function capture(payment: PaymentRow, invoiceId: string, transaction: Transaction) {
  const amount = toDecimal({ minor: payment.amount, currency: payment.currency });
  const input = { source: transaction.token_id ?? transaction.card_id ?? "", capture_amount: amount };
  try {
    await processoutOnce().invoices.capture(invoiceId, input, { idempotencyKey: `capture:${payment.id}` });
  } catch (error) {
    if (error instanceof InvalidRequestError) return logRefusal(payment, error);
    if (!(error instanceof CardRejectedError)) throw error;
    await move(payment, "failed", { failureCode: error.code ?? "card.declined" });
    await releaseOrder(payment);
    await voidInvoice(payment, invoiceId);
  }
}

/** Lets go of what is held. */
export async function voidInvoice(payment: PaymentRow, invoiceId: string): Promise<void> {
  try {
    await processoutOnce().invoices.void(invoiceId, {}, { idempotencyKey: `void:${payment.id}` });
  } catch (error) {
    if (!(error instanceof InvalidRequestError)) throw error;
    logRefusal(payment, error);
  }
}

/** Captured or voided in the meantime, here or in ProcessOut's dashboard: the next reading says which. */
function logRefusal({ id }: PaymentRow, { code, message }: InvalidRequestError) {
  log.warn("payment.refused-step", { paymentId: id, code, message });
}
