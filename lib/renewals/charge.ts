import { voidInvoice } from "@/lib/payments/capture-or-void";
import { readTransaction } from "@/lib/payments/interpret-transaction";
import { db } from "@/lib/platform/db";
import { AppError } from "@/lib/platform/errors";
import { processout, processoutOnce } from "@/lib/platform/processout";
import { CardRejectedError, InvalidRequestError, NotFoundError, type Transaction } from "@/lib/processout";
import { ensureClaimedInvoice, superseded } from "./claimed-invoice";
import type { Charge } from "./create-renewal-orders";
import { recordCharged, recordRefused } from "./record-charge-result";

/** The points between two commits or calls, in their order, where a process may die. For tests. */
export const STEPS = ["prepared", "invoiced", "claimed", "charged", "recorded"] as const;
export type Step = (typeof STEPS)[number];
export type OnStep = (step: Step, charge: Charge) => void | Promise<void>;

/** What a worker lays down for all its charges. */
export type Manner = {
  onStep: OnStep;
  /** Makes a call that a charge is made of, when its turn comes: so many at once, and no more. */
  inTurn: <Answer>(call: () => Promise<Answer>) => Promise<Answer>;
};

const AT_ONCE: Manner = { onStep: () => {}, inTurn: (call) => call() };

/** `open`: ProcessOut is still at it, and is asked again later. */
export type Ending = "charged" | "refused" | "open";

/**
 * Charges a period without the shopper, in the two calls it takes: the invoice, which says what is paid and that
 * nobody is there, and the capture, which authorizes and takes in one. No reading of card or token before, since the
 * capture's answer tells; no reading after, unless it was declined: the advice on trying again is only in the
 * transaction.
 *
 * The invoice's id and the right to pay the order are committed before the capture, its outcome after. A failure
 * that leaves the outcome unknown is thrown; `resumeCharge` reads it later.
 */
export async function chargePeriod(charge: Charge, manner: Manner = AT_ONCE): Promise<Ending> {
  const { onStep, inTurn } = manner;
  await onStep("prepared", charge);
  try {
    const invoiceId = await ensureClaimedInvoice(charge, manner);
    await onStep("claimed", charge);
    const transaction = await inTurn(() => capture(charge, invoiceId));
    await onStep("charged", charge);
    const isCharged = await recordCharged(charge, transaction);
    await onStep("recorded", charge);
    return isCharged ? "charged" : "open";
  } catch (error) {
    if (!isDefinite(error)) throw error;
    return refuse(charge, error);
  }
}

/**
 * A charge was begun here or by a worker that died. ProcessOut is read before anything else: what it took or refused
 * is written down, and only what it never heard of is sent, on the same invoice.
 */
export async function resumeCharge(charge: Charge, manner?: Manner): Promise<Ending> {
  const { invoiceId } = charge.payment;
  const transaction = invoiceId ? await processout().transactions.findByInvoice(invoiceId) : null;
  if (transaction && (await recordCharged(charge, transaction))) return "charged";
  if (transaction && REFUSED.has(transaction.status)) return recordRefused(charge, transaction);
  return !transaction || RESUMABLE.has(transaction.status) ? chargePeriod(charge, manner) : "open";
}

const REFUSED = new Set(["failed", "blocked", "voided"]);
/** Nothing was sent, or it is held and not taken. Any other word means that ProcessOut is still at it. */
const RESUMABLE = new Set(["waiting", "authorized"]);

async function capture({ subscription, payment }: Charge, invoiceId: string): Promise<Transaction> {
  const { savedCard, schemeTransactionId: initial } = subscription;
  if (!savedCard?.tokenId || savedCard.id !== payment.savedCardId) throw superseded();
  const input = { source: savedCard.tokenId, ...(initial && { initial_scheme_transaction_id: initial }) };
  const idempotencyKey = `charge:${payment.id}`;
  const { transaction } = await processoutOnce().invoices.capture(invoiceId, input, { idempotencyKey });
  if (transaction) return transaction;
  throw new AppError({ code: "card.needs-authentication", message: "The bank asked for the shopper" });
}

/** The answer will not change by asking again. AppErrors are this folder's own. */
const isDefinite = (error: unknown): error is Error & { code?: string } =>
  error instanceof CardRejectedError ||
  error instanceof InvalidRequestError ||
  error instanceof NotFoundError ||
  error instanceof AppError;

/**
 * Refused, unless it went through before: a capture of what is captured may be refused as well. What is held and not
 * taken is let go, or each try would hold the amount once more.
 */
async function refuse(charge: Charge, error: Error & { code?: string }): Promise<Ending> {
  const { invoiceId } = await db().payment.findUniqueOrThrow({ where: { id: charge.payment.id } });
  const transaction = invoiceId ? await processout().transactions.findByInvoice(invoiceId) : null;
  if (transaction && (await recordCharged(charge, transaction))) return "charged";
  if (invoiceId && transaction && isHeld(transaction)) await voidInvoice(charge.payment, invoiceId);
  const advice = transaction?.recommendation_code ?? null;
  return recordRefused(charge, { error_code: error.code ?? "card.declined", recommendation_code: advice });
}

const isHeld = (transaction: Transaction) => readTransaction(transaction).status === "authorized";
