import type { StaffViewer } from "@/lib/auth/staff-viewer";
import { settleRefund, settleTakenRefund } from "@/lib/payments/reconcile-refund";
import { leaseFrom } from "@/lib/payments/refund-schedule";
import { refundableAmount } from "@/lib/payments/refundable-amount";
import { syncPayment } from "@/lib/payments/sync-payment";
import { now } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db";
import { AppError } from "@/lib/platform/errors";
import { formatMoney, type Money, toDecimal } from "@/lib/platform/money";
import { isUniqueViolation } from "@/lib/platform/unique-violation";
import type { RefundReason } from "@/prisma/generated/client";
import { asShopper } from "./as-shopper";
import { recordAction } from "./audit";
import { requirePayment } from "./payments";

type RefundInput = {
  paymentId: string;
  amount: Money;
  /** The refundable minor units that the form showed: a form that is submitted twice, or stale, refunds nothing. */
  shownRefundable: number;
  reason: RefundReason;
};

/**
 * Refunds a payment in full or in part. Reads the payment from ProcessOut, commits the leased refund row and the audit
 * entry, then asks ProcessOut. A payment has at most one pending refund.
 *
 * Throws an AppError when the refund is declined, and an UnavailableError when the outcome is not known: the worker
 * reconciles the refund then.
 */
export async function refundPayment(staff: StaffViewer, input: RefundInput): Promise<void> {
  const payment = await requirePayment(staff, input.paymentId);
  const shopper = asShopper(staff, payment.order);
  const open = payment.refunds.find(({ state }) => state === "asking");
  if (open && (await settleRefund(shopper, open.id)).state === "asking") throw alreadyPending();
  await syncPayment(shopper, payment.id);

  // Checked again in the transaction. This check rejects an amount that does not fit into the column.
  const refundable = refundableAmount(await requirePayment(staff, payment.id));
  if (input.amount.minor > refundable) throw tooMuch({ minor: refundable, currency: input.amount.currency });

  const { id } = await createRefund(staff, input);
  const refund = await settleTakenRefund(shopper, id);
  if (refund.state === "failed") throw declined(refund.failureCode);
}

async function createRefund(staff: StaffViewer, { paymentId, amount, shownRefundable, reason }: RefundInput) {
  const askedAt = await now();
  try {
    return await db().$transaction(async (tx) => {
      // Does not wait for a lock: a second pending refund violates the unique index.
      const data = { paymentId, amount: amount.minor, reason, staff: staff.email, askedAt };
      const refund = await tx.refund.create({ data: { ...data, wakeAt: leaseFrom(askedAt) } });
      // Read after the insert, so that a refund that has just become final is counted.
      const others = { refunds: { where: { id: { not: refund.id } } } };
      const payment = await tx.payment.findUniqueOrThrow({ where: { id: paymentId }, include: others });
      const refundable = refundableAmount(payment);
      if (refundable !== shownRefundable) throw changed();
      if (amount.minor > refundable) throw tooMuch({ minor: refundable, currency: amount.currency });
      const detail = `${toDecimal(amount)} ${amount.currency}, ${reason}`;
      await recordAction(staff, { action: "refund", subject: paymentId, detail, at: askedAt }, tx);
      return refund;
    });
  } catch (error) {
    if (isUniqueViolation(error, "Refund_one_open")) throw changed();
    throw error;
  }
}

const alreadyPending = () =>
  new AppError({
    code: "refund.pending",
    message: "The payment has a pending refund",
    sentence: "This payment has a pending refund. Try again in a few minutes.",
  });

const changed = () =>
  new AppError({
    code: "refund.changed",
    message: "The refundable amount is not the amount shown",
    sentence: "The refundable amount has changed. Check it and try again.",
  });

const tooMuch = (refundable: Money) =>
  new AppError({
    code: "refund.too-much",
    message: "The amount exceeds the refundable amount",
    sentence: `Only ${formatMoney(refundable)} can be refunded.`,
  });

const declined = (code: string | null) =>
  new AppError({
    code: code ?? "refund.failed",
    message: "ProcessOut declined the refund",
    sentence: `The refund was declined (${code ?? "no reason given"}). No money was refunded.`,
  });
