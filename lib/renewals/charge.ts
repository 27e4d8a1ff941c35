import { voidInvoice } from "@/lib/payments/capture-or-void";
import { createInvoice } from "@/lib/payments/create-invoice";
import { interpretTransaction } from "@/lib/payments/interpret-transaction";
import { db } from "@/lib/platform/db";
import { AppError } from "@/lib/platform/errors";
import { processout, processoutOnce } from "@/lib/platform/processout";
import { CardRejectedError, InvalidRequestError, NotFoundError } from "@/lib/processout";
import { returnPath } from "@/lib/subscriptions/return-url";
import type { Charge } from "./create-renewal-orders";
import { recordCharged, recordDeclined } from "./record-charge-result";

/** The points between two commits or calls at which a process may die, in order. The crash tests kill a worker at each. */
export const CHECKPOINTS = ["created", "invoiced", "reserved", "captured", "recorded"] as const;
export type Checkpoint = (typeof CHECKPOINTS)[number];

/** What all charges of a worker share. */
export type ChargeRuntime = {
  onCheckpoint: (checkpoint: Checkpoint, charge: Charge) => void | Promise<void>;
  /** Runs a call to ProcessOut when fewer than the allowed number are in flight. */
  limit: <Answer>(call: () => Promise<Answer>) => Promise<Answer>;
};

/** `pending`: ProcessOut has not decided. The charge is read again later. */
export type ChargeResult = "charged" | "declined" | "pending";

/**
 * Charges a period off-session (MIT) with two calls: the invoice, which holds the amount and the stored-credential
 * fields, and the capture, which authorizes and captures at once. Neither card nor token is read before, since the
 * capture's response tells; the transaction is read afterwards only if it was declined, because the network's advice
 * is nowhere else.
 *
 * The invoice's id and the reservation of the order are committed before the capture, the outcome after it. An error
 * that leaves the outcome unknown is thrown; `resumeCharge` reads it later.
 */
export async function chargePeriod(charge: Charge, runtime: ChargeRuntime): Promise<ChargeResult> {
  const { onCheckpoint, limit } = runtime;
  await onCheckpoint("created", charge);
  try {
    const source = requireSource(charge);
    const invoiceId = await ensureInvoiceAndReserveOrder(charge, runtime);
    await onCheckpoint("reserved", charge);
    const transaction = await limit(() => capture(charge, source, invoiceId));
    await onCheckpoint("captured", charge);
    const isCharged = await recordCharged(charge, transaction);
    await onCheckpoint("recorded", charge);
    return isCharged ? "charged" : "pending";
  } catch (error) {
    if (!isDefinite(error)) throw error;
    return decline(charge, error);
  }
}

/**
 * Completes a charge that this or another worker began. ProcessOut is read first: an outcome it knows is recorded, and
 * only a capture it never received is sent, on the same invoice.
 */
export async function resumeCharge(charge: Charge, runtime: ChargeRuntime): Promise<ChargeResult> {
  const { invoiceId } = charge.payment;
  const transaction = invoiceId ? await processout().transactions.findByInvoice(invoiceId) : null;
  if (transaction && (await recordCharged(charge, transaction))) return "charged";
  if (transaction && DECLINED.has(transaction.status)) return recordDeclined(charge, transaction);
  return !transaction || RESUMABLE.has(transaction.status) ? chargePeriod(charge, runtime) : "pending";
}

const DECLINED = new Set(["failed", "blocked", "voided"]);
/** No capture was received, or the amount is authorized and not captured. In any other status ProcessOut is at work. */
const RESUMABLE = new Set(["waiting", "authorized"]);

/**
 * Creates the invoice if the payment has none, then commits its id and reserves the order for this payment in one
 * statement, before anything can be captured. The statement requires that the subscription is still charged, with this
 * card: after a cancellation, a pause or a change of card it changes nothing. If two workers created an invoice each,
 * both continue with the one that was committed first. Throws AppError `payment.superseded` if a condition fails.
 */
async function ensureInvoiceAndReserveOrder(
  charge: Charge,
  { onCheckpoint, limit }: ChargeRuntime,
): Promise<string> {
  const { order, payment } = charge;
  const options = { customerId: payment.customerId, returnPath: returnPath(order) };
  const { invoiceId, transactionId } = payment.invoiceId
    ? payment
    : await limit(() => createInvoice(order, payment, options));
  await onCheckpoint("invoiced", charge);
  const [reserved] = await db().$queryRaw<{ invoiceId: string }[]>`
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
  if (!reserved) throw superseded();
  return reserved.invoiceId;
}

/** The token to charge. AppError `payment.superseded` if the card was deleted or changed since the payment began. */
function requireSource({ subscription: { savedCard }, payment }: Charge): string {
  if (!savedCard?.tokenId || savedCard.id !== payment.savedCardId) throw superseded();
  return savedCard.tokenId;
}

async function capture({ subscription, payment }: Charge, source: string, invoiceId: string) {
  const { schemeTransactionId: initial } = subscription;
  const input = { source, ...(initial && { initial_scheme_transaction_id: initial }) };
  const idempotencyKey = `charge:${payment.id}`;
  const { transaction } = await processoutOnce().invoices.capture(invoiceId, input, { idempotencyKey });
  if (transaction) return transaction;
  throw new AppError({ code: "card.needs-authentication", message: "The issuer requires SCA" });
}

/** Repeating the request cannot change the response. The AppErrors are those thrown in this file. */
const isDefinite = (error: unknown): error is Error & { code?: string } =>
  error instanceof CardRejectedError ||
  error instanceof InvalidRequestError ||
  error instanceof NotFoundError ||
  error instanceof AppError;

/**
 * Records a decline, unless the transaction was captured: ProcessOut also rejects a second capture. An authorization
 * that could not be captured is voided, or each retry would block the amount on the card once more.
 */
async function decline(charge: Charge, error: Error & { code?: string }): Promise<ChargeResult> {
  const { invoiceId } = await db().payment.findUniqueOrThrow({ where: { id: charge.payment.id } });
  const transaction = invoiceId ? await processout().transactions.findByInvoice(invoiceId) : null;
  if (transaction && (await recordCharged(charge, transaction))) return "charged";
  const isAuthorized = transaction && interpretTransaction(transaction).status === "authorized";
  if (invoiceId && isAuthorized) await voidInvoice(charge.payment, invoiceId);
  return recordDeclined(charge, { ...transaction, error_code: error.code ?? "card.declined" });
}

const superseded = () =>
  new AppError({
    code: "payment.superseded",
    message:
      "Another payment has reserved the order, or the subscription is no longer charged with this card",
  });
