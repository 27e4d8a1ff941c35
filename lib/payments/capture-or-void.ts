import { now } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db";
import { AppError, codeOf } from "@/lib/platform/errors";
import { log } from "@/lib/platform/log";
import { toDecimal } from "@/lib/platform/money";
import { processout, processoutOnce } from "@/lib/platform/processout";
import { CardRejectedError, InvalidRequestError, NotFoundError, type Transaction } from "@/lib/processout";
import { findMismatch, interpretTransaction } from "./interpret-transaction";
import { wasCaptured } from "./payment-status";
import { type PaymentRow, transitionPayment } from "./queries";

/**
 * Decides over an authorization. Captures it if it matches the payment, the shopper was not told that the payment
 * failed, and no other payment has reserved the order; voids it otherwise. Returns true if ProcessOut was asked to do
 * something, so that the transaction must be read again; false if another process is capturing it, or it is too early
 * for another attempt.
 */
export async function captureOrVoid(payment: PaymentRow, transaction: Transaction): Promise<boolean> {
  if (wasCaptured(payment.state) || !payment.invoiceId) return false;
  const { invoiceId } = payment;
  const mismatch = findMismatch(payment, transaction);
  if (mismatch) log.error("payment.mismatch", { paymentId: payment.id, mismatch });
  const mayCapture = !mismatch && payment.state === "authorized" && (await reserveOrder(payment));
  if (!mayCapture) await voidInvoice(payment, invoiceId);
  else if (!(await leaseCapture(payment))) return false;
  else if (payment.captureAttempts < MAX_CAPTURES) await capture(payment, invoiceId, transaction);
  else await endUncaptured(payment, invoiceId);
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

/** More than three hours of attempts whose outcome stayed unknown, with growing pauses. */
const MAX_CAPTURES = 12;

/** Longer than a capture usually takes. A second one under the same key would do no harm, only work. */
const LEASE_MS = 3_000;

/** Lets one process send a capture, and none until it is over: 3, 6, 12 … seconds. Returns false for the others. */
async function leaseCapture({ id, captureAttempts }: PaymentRow): Promise<boolean> {
  const at = await now();
  const { count } = await db().payment.updateMany({
    where: {
      id,
      state: "authorized",
      captureAttempts,
      OR: [{ captureAfter: null }, { captureAfter: { lte: at } }],
    },
    data: {
      captureAttempts: { increment: 1 },
      captureAfter: new Date(at.getTime() + LEASE_MS * 2 ** captureAttempts),
      captureProblem: null,
    },
  });
  return count === 1;
}

/** Another process has sent the capture, and its outcome is not recorded yet. */
export const isBeingCaptured = ({ state, captureAfter, captureProblem }: PaymentRow, at: Date) =>
  state === "authorized" && captureProblem === null && captureAfter !== null && captureAfter > at;

/**
 * Sends the capture, under one idempotency key. After a refusal the transaction is read, because a second capture is
 * refused too; an authorization that ProcessOut will not capture ends the payment. After an unknown outcome the
 * transaction is read before anything is sent again.
 */
async function capture(payment: PaymentRow, invoiceId: string, transaction: Transaction) {
  const capture_amount = toDecimal({ minor: payment.amount, currency: payment.currency });
  try {
    const source = await requireSource(payment, transaction);
    const idempotencyKey = `capture:${payment.id}`;
    await processoutOnce().invoices.capture(invoiceId, { source, capture_amount }, { idempotencyKey });
  } catch (error) {
    const captureProblem = error instanceof Error ? (codeOf(error) ?? "unavailable") : "unavailable";
    await db().payment.updateMany({ where: { id: payment.id }, data: { captureProblem } });
    if (!isRefusal(error)) throw error;
    const seen = await processout().transactions.findByInvoice(invoiceId);
    if (interpretTransaction(seen).status === "authorized")
      await endUncaptured({ ...payment, captureProblem }, invoiceId);
  }
}

/** The card that was authorized, else the one that the payment began with: ProcessOut may omit it. */
async function requireSource(payment: PaymentRow, { token_id, card_id }: Transaction): Promise<string> {
  const authorized = token_id ?? card_id ?? payment.cardId;
  if (authorized) return authorized;
  const where = { id: payment.savedCardId ?? "" };
  const saved = await db().savedCard.findUnique({ where, select: { tokenId: true } });
  if (!saved?.tokenId) throw noSource(payment);
  return saved.tokenId;
}

/** Sending the same request again cannot change the answer. */
const isRefusal = (error: unknown) =>
  error instanceof CardRejectedError ||
  error instanceof InvalidRequestError ||
  error instanceof NotFoundError ||
  error instanceof AppError;

/** Ends a payment that ProcessOut will not capture: the shopper is told, and another payment may pay the order. */
async function endUncaptured(payment: PaymentRow, invoiceId: string) {
  const { id: paymentId, captureProblem, captureAttempts: attempts } = payment;
  log.error("payment.not-captured", { paymentId, code: captureProblem, attempts });
  const failureCode = captureProblem ?? "payment.voided";
  const { state } = await transitionPayment(payment, "failed", { failureCode });
  if (state !== "failed") return;
  await releaseOrder(payment);
  await voidInvoice(payment, invoiceId);
}

/**
 * Releases an authorized amount. After a refusal the next try has a key of its own: under the same one ProcessOut would
 * repeat the refusal.
 */
export async function voidInvoice({ id }: Pick<PaymentRow, "id">, invoiceId: string): Promise<void> {
  const where = { id };
  const { refusedVoids } = await db().payment.findUniqueOrThrow({ where, select: { refusedVoids: true } });
  const idempotencyKey = `void:${id}${refusedVoids > 0 ? `:${refusedVoids}` : ""}`;
  try {
    await processoutOnce().invoices.void(invoiceId, {}, { idempotencyKey });
  } catch (error) {
    if (!(error instanceof InvalidRequestError)) throw error;
    await db().payment.updateMany({ where: { id, refusedVoids }, data: { refusedVoids: { increment: 1 } } });
    logRejection(id, error);
  }
}

/** Captured or voided in the meantime, here or in ProcessOut's dashboard: the next read shows which. */
function logRejection(paymentId: string, { code, message }: InvalidRequestError) {
  log.warn("payment.step-rejected", { paymentId, code, message });
}

const noSource = ({ id }: PaymentRow) =>
  new AppError({
    code: "payment.no-source",
    message: `Neither ProcessOut nor our row names the card of ${id}`,
  });
