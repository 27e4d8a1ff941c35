import type { Shopper } from "@/lib/auth/shopper";
import { now } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db";
import { DAY_MS, MINUTE_MS } from "@/lib/platform/durations";
import { AppError } from "@/lib/platform/errors";
import { formatMoney, type Money, money, toDecimal } from "@/lib/platform/money";
import { processout, processoutOnce } from "@/lib/platform/processout";
import { isUniqueViolation } from "@/lib/platform/unique-violation";
import { CardRejectedError, InvalidRequestError, type Refund as ProcessOutRefund } from "@/lib/processout";
import type { Payment, Prisma, RefundReason, SeriesAfterRefund } from "@/prisma/generated/client";
import { wasCaptured } from "./payment-status";
import { requirePayment } from "./queries";
import { syncPayment } from "./sync-payment";

export type RefundRequest = {
  paymentId: string;
  /** In the payment's currency: AppError `refund.changed` for another. */
  amount: Money;
  /**
   * The refundable amount that the form showed, null if it showed none: a form that is submitted twice, or stale,
   * refunds nothing.
   */
  shownRefundable: Money | null;
  reason: RefundReason;
  /** The e-mail address of the member of staff. */
  staff: string;
  /** What happens to the series whose period is refunded. The feature above applies it after the refund. */
  seriesAfter?: SeriesAfterRefund | null;
};

/**
 * Refunds the rest of a payment or a part of it. The payment is synced first. The refund's row is committed, with its
 * lease, before ProcessOut is asked; `audit` writes in the same transaction. A payment has at most one pending
 * refund. Throws AppError if the refund was declined; UnavailableError if the outcome is unknown, and then the reconciler
 * finds it out.
 */
export async function requestRefund(
  shopper: Shopper,
  request: RefundRequest,
  audit: (tx: Prisma.TransactionClient, requestedAt: Date) => Promise<void>,
): Promise<void> {
  const { id: paymentId } = await requirePayment(shopper, request.paymentId);
  const open = await db().refund.findFirst({ where: { paymentId, state: "requested" } });
  if (open && (await reconcileRefund(shopper, open.id)).state === "requested") throw refundPending();
  await syncPayment(shopper, paymentId);

  // Checked again in the transaction, which decides. This check keeps out amounts that no column could hold.
  const where = { id: paymentId };
  const payment = await db().payment.findUniqueOrThrow({ where, include: { refunds: true } });
  requireRefundable(request, payment, refundableAmount(payment));

  const { id } = await insertRefund(request, audit);
  const refund = await reconcileLeasedRefund(shopper, id);
  if (refund.state === "failed") throw refundDeclined(refund.failureCode);
}

async function insertRefund(
  request: RefundRequest,
  audit: (tx: Prisma.TransactionClient, requestedAt: Date) => Promise<void>,
) {
  const { paymentId, amount, shownRefundable, reason, staff, seriesAfter = null } = request;
  const requestedAt = await now();
  try {
    return await db().$transaction(async (tx) => {
      // Does not wait for a lock: a second pending refund violates the unique index.
      const data = { paymentId, amount: amount.minor, reason, staff, requestedAt, seriesAfter };
      const refund = await tx.refund.create({ data: { ...data, processAfter: leaseFrom(requestedAt) } });
      // Read after the insert, so that a refund which has just ended is counted.
      const payment = await tx.payment.findUniqueOrThrow({
        where: { id: paymentId },
        include: { refunds: { where: { id: { not: refund.id } } } },
      });
      const refundable = refundableAmount(payment);
      if (refundable !== shownRefundable?.minor) throw refundableChanged();
      requireRefundable(request, payment, refundable);
      await audit(tx, requestedAt);
      return refund;
    });
  } catch (error) {
    if (isUniqueViolation(error, "Refund_one_pending")) throw refundableChanged();
    throw error;
  }
}

type RefundablePayment = Pick<Payment, "state" | "amount" | "refundedAmount" | "dispute"> & {
  refunds: { state: string; amount: number }[];
};

/**
 * Minor units that may still be refunded. ProcessOut's amount includes refunds made in its dashboard; our rows include
 * refunds that it has not counted yet. The larger of the two is subtracted. Nothing while a dispute is open or after it
 * was lost: the bank has taken the money back.
 */
export function refundableAmount(payment: RefundablePayment): number {
  const { state, amount, refundedAmount, refunds } = payment;
  if (!wasCaptured(state) || isChargedBack(payment)) return 0;
  const ours = refunds.reduce((sum, refund) => (refund.state === "failed" ? sum : sum + refund.amount), 0);
  return Math.max(0, amount - Math.max(refundedAmount, ours));
}

const isChargedBack = ({ dispute }: Pick<Payment, "dispute">) => dispute === "opened" || dispute === "lost";

function requireRefundable(
  { amount, shownRefundable }: RefundRequest,
  payment: Pick<Payment, "currency" | "dispute">,
  refundable: number,
) {
  const { currency } = payment;
  if (isChargedBack(payment)) throw chargedBack(payment);
  if ([amount, shownRefundable].some((given) => given && given.currency !== currency))
    throw refundableChanged();
  if (amount.minor > refundable) throw refundTooLarge(money(refundable, currency));
}

type RefundRow = Prisma.RefundGetPayload<{ include: { payment: true } }>;

/**
 * Brings a refund to its end after a crash or an unknown outcome, and finds out whether one that succeeded has failed
 * since. A lease lets one process at a time do it; the others get the row as it is. Throws UnavailableError and its kin
 * if the outcome cannot be known now; after the lease, the next call reads before it acts.
 */
export async function reconcileRefund(shopper: Shopper, id: string): Promise<RefundRow> {
  const at = await now();
  const { count } = await db().refund.updateMany({
    where: { id, processAfter: { lte: at } },
    data: { processAfter: leaseFrom(at) },
  });
  return count === 1 ? reconcileLeasedRefund(shopper, id) : findRefund(id);
}

/** Reads ProcessOut's list first. Only a refund that is not on it is sent: once, under the row's own idempotency key. */
async function reconcileLeasedRefund(shopper: Shopper, id: string): Promise<RefundRow> {
  const refund = await findRefund(id);
  const outcome =
    (await readOutcome(refund)) ?? (refund.state === "requested" ? await sendRefund(refund) : {});
  // The payment first: as long as the refund's row is open, no other refund can start from an old amount.
  await syncPayment(shopper, refund.paymentId);
  await writeOutcome(refund, outcome);
  return findRefund(id);
}

/** After an event about a payment: one of its refunds that succeeded may have failed. */
export async function recheckRefunds({ paymentId }: { paymentId: string }): Promise<void> {
  const where = { paymentId, state: "succeeded", processAfter: { not: null } } as const;
  for (const refund of await db().refund.findMany({ where, include: { payment: true } })) {
    const outcome = await readOutcome(refund);
    if (outcome) await writeOutcome(refund, outcome);
  }
}

/** Refunds left open by a crash or an unknown outcome, and those that may have failed since they succeeded. */
export async function listRefundsDue({ limit, except = [] }: { limit: number; except?: string[] }) {
  return db().refund.findMany({
    where: { processAfter: { lte: await now() }, id: { notIn: except } },
    select: { id: true, payment: { select: { order: { select: { userId: true, guestKey: true } } } } },
    orderBy: { processAfter: "asc" },
    take: limit,
  });
}

const findRefund = (id: string) =>
  db().refund.findUniqueOrThrow({ where: { id }, include: { payment: true } });

type RefundOutcome = { refund?: ProcessOutRefund | undefined; failureCode?: string };

/** The refund carries its row's id in its metadata. */
async function readOutcome({ id, payment }: RefundRow): Promise<RefundOutcome | null> {
  if (!payment.transactionId) throw nothingCaptured();
  for await (const refund of processout().transactions.listRefunds(payment.transactionId)) {
    if (refund.metadata?.refund === id) return { refund };
  }
  return null;
}

async function sendRefund({ id, amount: minor, reason, payment }: RefundRow): Promise<RefundOutcome> {
  if (!payment.invoiceId) throw nothingCaptured();
  // Charged back since the refund was requested, for example while a worker was down.
  if (isChargedBack(payment)) return { failureCode: CHARGED_BACK };
  const amount = toDecimal({ minor, currency: payment.currency });
  const input = { amount, reason, metadata: { refund: id } };
  const idempotencyKey = `refund:${id}`;
  try {
    return { refund: await processoutOnce().invoices.refund(payment.invoiceId, input, { idempotencyKey }) };
  } catch (error) {
    if (!(error instanceof CardRejectedError || error instanceof InvalidRequestError)) throw error;
    return { failureCode: error.code ?? "refund.failed" };
  }
}

async function writeOutcome({ id, state, requestedAt }: RefundRow, { refund, failureCode }: RefundOutcome) {
  const at = await now();
  const failure = state === "succeeded" ? REFUND_FAILED_LATER : "refund.failed";
  const problem = failureCode ?? (refund?.has_failed ? failure : null);
  const end = problem
    ? { state: "failed" as const, failureCode: problem, completedAt: at, processAfter: null }
    : {
        state: "succeeded" as const,
        processAfter: nextCheck({ requestedAt, at }),
        ...(state === "requested" && { completedAt: at }),
      };
  const data = { ...end, ...(refund && { refundId: refund.id }) };
  await db().refund.updateMany({ where: { id, state }, data });
}

/** The `failureCode` of a refund that was not sent, because the payment was charged back. */
const CHARGED_BACK = "refund.charged-back";

/** The `failureCode` of a refund that succeeded and failed afterwards. */
export const REFUND_FAILED_LATER = "refund.failed-later";

/** Longer than all calls of one reconciliation together, each of which times out after 30 seconds. */
const LEASE_MS = 5 * MINUTE_MS;

/** Banks return a refund within weeks, for example because the account was closed. */
const WATCHED_MS = 30 * DAY_MS;

/** The end of a lease. It also covers a response that was lost and may still arrive at ProcessOut. */
const leaseFrom = (at: Date) => new Date(at.getTime() + LEASE_MS);

/** When a refund that succeeded is checked next, should no event arrive: daily, for 30 days. Null: never. */
export function nextCheck({ requestedAt, at }: { requestedAt: Date; at: Date }): Date | null {
  const next = at.getTime() + DAY_MS;
  return next - requestedAt.getTime() > WATCHED_MS ? null : new Date(next);
}

const nothingCaptured = () =>
  new AppError({ code: "refund.nothing-captured", message: "The payment was never sent to ProcessOut" });

const refundPending = () =>
  new AppError({
    code: "refund.pending",
    message: "The payment has a pending refund",
    sentence: "This payment has a pending refund. Try again in a few minutes.",
  });

const refundableChanged = () =>
  new AppError({
    code: "refund.changed",
    message: "The refundable amount is not the amount shown",
    sentence: "The refundable amount has changed. Check it and try again.",
  });

const chargedBack = ({ dispute }: Pick<Payment, "dispute">) =>
  new AppError({
    code: CHARGED_BACK,
    message: "The payment is charged back",
    sentence:
      dispute === "lost"
        ? "The dispute of this payment was lost, and the cardholder has the money. A refund would pay it twice."
        : "This payment is disputed, and the bank has taken the money back. A refund would pay it twice.",
  });

const refundTooLarge = (refundable: Money) =>
  new AppError({
    code: "refund.too-large",
    message: "The amount exceeds the refundable amount",
    sentence: `Only ${formatMoney(refundable)} can be refunded.`,
  });

const refundDeclined = (code: string | null) =>
  new AppError({
    code: code ?? "refund.failed",
    message: "ProcessOut declined the refund",
    sentence: `The refund was declined (${code ?? "no reason given"}). No money was refunded.`,
  });
