import type { Shopper } from "@/lib/auth/shopper";
import { now } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db";
import { processout } from "@/lib/platform/processout";
import type { Transaction } from "@/lib/processout";
import { settleAuthorization } from "./capture-or-void";
import { type Reading, readTransaction } from "./interpret-transaction";
import { isTaken } from "./payment-status";
import { move, type PaymentRow, requirePayment } from "./queries";
import { markPaid, releaseOrder } from "./record-paid-order";
import { keepCard, letGoOfCard } from "./save-with-payment";
import { writeRefunded } from "./write-refunded-amount";

/**
 * The one convergent writer: reads the payment's transaction from ProcessOut, writes where it stands, and does what
 * follows: captures an authorization, or voids one that must not be captured, marks the order paid, deletes the new
 * card of a payment that did not come through. For an action, a webhook and the reconciler alike, in any order and any
 * number of times.
 *
 * Throws UnavailableError and its kin when ProcessOut cannot be asked, or its answer to a capture is not known;
 * calling again reads first.
 */
export async function syncPayment(shopper: Shopper, paymentId: string): Promise<PaymentRow> {
  const payment = await requirePayment(shopper, paymentId);
  // Without an invoice in the row the browser was never given one: nothing can have been charged.
  const seen = payment.invoiceId ? await look(shopper, payment, payment.invoiceId) : payment;
  if (isTaken(seen.state)) await markPaid(seen);
  if (seen.state === "failed" || seen.state === "voided") {
    await releaseOrder(seen);
    await letGoOfCard(shopper, seen);
  }
  return seen;
}

async function look(shopper: Shopper, payment: PaymentRow, invoiceId: string): Promise<PaymentRow> {
  const transaction = await processout().transactions.findByInvoice(invoiceId);
  const seen = await write(shopper, payment, transaction);
  if (readTransaction(transaction).status !== "authorized") return seen;
  const isChanged = await settleAuthorization(seen, transaction);
  return isChanged ? write(shopper, seen, await processout().transactions.findByInvoice(invoiceId)) : seen;
}

async function write(shopper: Shopper, payment: PaymentRow, transaction: Transaction): Promise<PaymentRow> {
  const at = await now();
  const reading = readTransaction(transaction);
  const { id: transactionId, scheme_id: schemeTransactionId } = transaction;
  const seen = { transactionId, syncedAt: at, ...(schemeTransactionId && { schemeTransactionId }) };
  if (!reading.status) return db().payment.update({ where: { id: payment.id }, data: seen });
  const row = isTaken(payment.state)
    ? await writeRefunded(payment, reading, seen)
    : await move(payment, reading.status, { ...seen, ...columnsOf(reading, at) });
  if (isTaken(row.state)) await keepCard(shopper, transaction.token_id);
  return row;
}

function columnsOf({ status, refunded, failureCode, retryAdvice }: Reading, at: Date) {
  if (status === "authorized") return { authorizedAt: at };
  if (status === "captured") return { capturedAt: at, failureCode: null };
  if (status === "failed") return { failureCode, retryAdvice };
  return { refundedAmount: refunded };
}
