import { now } from "@/lib/clock";
import { db } from "@/lib/db";
import { isTaken } from "@/lib/payment-status";
import type { Transaction } from "@/lib/processout";
import { markPaid } from "../orders/paid";
import { processout } from "../processout";
import type { Shopper } from "../shopper";
import { letGoOfCard } from "./new-card";
import { type Reading, readTransaction } from "./reading";
import { move, type PaymentRow, requirePayment } from "./rows";
import { settleAuthorization } from "./settle";

/**
 * The one convergent writer: reads the payment's transaction from ProcessOut, writes where it stands, and does what
 * follows: captures an authorization, or voids one that must not be captured, marks the order paid, deletes the card
 * of a payment that failed. For an action, a webhook and the reconciler alike, in any order and any number of times.
 *
 * Throws UnavailableError and its kin when ProcessOut cannot be asked, or its answer to a capture is not known;
 * calling again reads first.
 */
export async function syncPayment(shopper: Shopper, paymentId: string): Promise<PaymentRow> {
  const payment = await requirePayment(shopper, paymentId);
  // Without an invoice in the row the browser was never given one: nothing can have been charged.
  const seen = payment.invoiceId ? await look(payment, payment.invoiceId) : payment;
  if (isTaken(seen.state)) await markPaid(seen);
  if (seen.state === "failed") await letGoOfCard(shopper, seen);
  return seen;
}

async function look(payment: PaymentRow, invoiceId: string): Promise<PaymentRow> {
  const transaction = await processout().transactions.findByInvoice(invoiceId);
  const seen = await write(payment, transaction);
  if (readTransaction(transaction).status !== "authorized") return seen;
  const isChanged = await settleAuthorization(seen, transaction);
  return isChanged ? write(seen, await processout().transactions.findByInvoice(invoiceId)) : seen;
}

async function write(payment: PaymentRow, transaction: Transaction): Promise<PaymentRow> {
  const at = await now();
  const reading = readTransaction(transaction);
  const { id: transactionId, scheme_id: schemeTransactionId } = transaction;
  const seen = { transactionId, syncedAt: at, ...(schemeTransactionId && { schemeTransactionId }) };
  if (!reading.status) return db().payment.update({ where: { id: payment.id }, data: seen });
  return move(payment, reading.status, { ...seen, ...columnsOf(reading, at) });
}

function columnsOf({ status, refunded, failureCode }: Reading, at: Date) {
  if (status === "authorized") return { authorizedAt: at };
  if (status === "captured") return { capturedAt: at, failureCode: null };
  if (status === "failed") return { failureCode };
  return { refundedAmount: refunded };
}
