import { ownOrder, type Shopper } from "@/lib/auth/shopper";
import { now } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db";
import { log } from "@/lib/platform/log";
import { processout } from "@/lib/platform/processout";
import type { Transaction } from "@/lib/processout";
import type { Prisma } from "@/prisma/generated/client";
import { captureOrVoid, releaseOrder } from "./capture-or-void";
import { handleDispute } from "./disputes";
import { type Interpretation, interpretTransaction } from "./interpret-transaction";
import { readPayingCard } from "./paying-card";
import { isFinal, PENDING_STATES, wasCaptured } from "./payment-status";
import { type PaymentRow, requirePayment, transitionPayment } from "./queries";
import { markOrderPaid } from "./record-paid-order";
import { discardUnverifiedCard, keepConfirmedCard } from "./save-with-payment";

/**
 * The one convergent writer: reads the payment's transaction from ProcessOut, records its state, and does what follows:
 * captures an authorization, or voids one that must not be captured; marks the order as paid; handles a dispute; deletes
 * the new card of a payment that was not captured. Actions, webhooks and the reconciler call it, in any order and any number of times.
 * Returns the row afterwards.
 *
 * Throws UnavailableError and its kin if ProcessOut does not respond or the outcome of a capture is unknown. The next
 * call reads the transaction before it acts.
 */
export async function syncPayment(shopper: Shopper, paymentId: string): Promise<PaymentRow> {
  const payment = await requirePayment(shopper, paymentId);
  // Without an invoice in the row the browser never received one: nothing can have been charged.
  const seen = payment.invoiceId ? await syncTransaction(shopper, payment, payment.invoiceId) : payment;
  if (wasCaptured(seen.state)) await markOrderPaid(seen);
  if (seen.dispute) await handleDispute(seen, seen.dispute);
  if (seen.state === "failed" || seen.state === "voided") {
    await releaseOrder(seen);
    await discardUnverifiedCard(shopper, seen);
  }
  return seen;
}

/**
 * Ends a pending payment. The row is written first: whichever process syncs the payment from then on voids what it finds
 * authorized. A capture that came first wins: the row that is returned says so.
 */
export async function endPayment(shopper: Shopper, id: string, failureCode: string): Promise<PaymentRow> {
  await transitionPayment(await requirePayment(shopper, id), "failed", { failureCode });
  return syncPayment(shopper, id);
}

/** Syncs the pending payments of an order. Returns true if none is pending afterwards. */
export async function syncOrder(shopper: Shopper, ref: string): Promise<boolean> {
  const order = "guestKey" in shopper ? ownOrder(shopper) : { ...ownOrder(shopper), id: ref };
  const pending = await db().payment.findMany({
    where: { order, state: { in: [...PENDING_STATES] } },
    select: { id: true },
  });
  const rows = await Promise.all(pending.map(({ id }) => syncPayment(shopper, id)));
  return rows.every((row) => isFinal(row.state));
}

async function syncTransaction(
  shopper: Shopper,
  payment: PaymentRow,
  invoiceId: string,
): Promise<PaymentRow> {
  const transaction = await processout().transactions.findByInvoice(invoiceId);
  const seen = await writeTransaction(shopper, payment, transaction);
  if (interpretTransaction(transaction).status !== "authorized") return seen;
  if (!(await captureOrVoid(seen, transaction))) return requirePayment(shopper, payment.id);
  const after = await processout().transactions.findByInvoice(invoiceId);
  const row = await writeTransaction(shopper, seen, after);
  const isBlocked = row.state === "failed" && interpretTransaction(after).status === "authorized";
  // The reconciler tries again. Until the authorization expires, the amount is blocked on the shopper's card.
  if (isBlocked) log.error("payment.not-voided", { paymentId: row.id });
  return row;
}

async function writeTransaction(
  shopper: Shopper,
  payment: PaymentRow,
  transaction: Transaction,
): Promise<PaymentRow> {
  const at = await now();
  const interpretation = interpretTransaction(transaction);
  const { id: transactionId, scheme_id: schemeTransactionId } = transaction;
  const facts = { transactionId, syncedAt: at, ...(schemeTransactionId && { schemeTransactionId }) };
  if (!interpretation.status) return db().payment.update({ where: { id: payment.id }, data: facts });
  const row = wasCaptured(payment.state)
    ? await writeCapturedPayment(payment, interpretation, facts)
    : await transitionPayment(payment, interpretation.status, {
        ...facts,
        ...columnsOf(interpretation, at),
        ...(wasCaptured(interpretation.status) && (await readPayingCard(payment, transaction))),
      });
  if (row.initiation === "cit" && wasCaptured(row.state)) {
    await keepConfirmedCard(shopper, transaction.token_id);
  }
  return row;
}

function columnsOf({ status, refunded, failureCode, retryAdvice }: Interpretation, at: Date) {
  if (status === "authorized") return { authorizedAt: at };
  if (status === "captured") return { capturedAt: at, failureCode: null, captureProblem: null };
  if (status === "failed") return { failureCode, retryAdvice };
  return { refundedAmount: refunded };
}

/**
 * Records how much of a captured payment ProcessOut has refunded: more than before, or less, because a refund can fail
 * later. And whether it is disputed. Compare-and-set on what was stored before ProcessOut was read, so that of two
 * concurrent reads the older one never overwrites the newer. Returns the row afterwards.
 */
export async function writeCapturedPayment(
  { id, state, refundedAmount, dispute }: PaymentRow,
  seen: Pick<Interpretation, "status" | "refunded" | "dispute" | "wasChargedBack">,
  facts: Prisma.PaymentUpdateManyMutationInput,
): Promise<PaymentRow> {
  const { status, refunded } = seen;
  const disputed = seen.dispute ?? dispute ?? (seen.wasChargedBack ? "opened" : null);
  // A captured payment stays captured, whatever else is read.
  const data =
    status && wasCaptured(status)
      ? { ...facts, state: status, refundedAmount: refunded, dispute: disputed }
      : facts;
  const where = { id, state, refundedAmount, dispute };
  const [row] = await db().payment.updateManyAndReturn({ where, data });
  if (row && row.state !== state) log.info("payment.moved", { paymentId: id, to: row.state });
  return row ?? db().payment.findUniqueOrThrow({ where: { id } });
}
