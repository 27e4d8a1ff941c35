import type { StaffViewer } from "@/lib/auth/staff-viewer";
import { settleRefund, settleTakenRefund } from "@/lib/payments/reconcile-refund";
import { leaseFrom } from "@/lib/payments/refund-schedule";
import { syncPayment } from "@/lib/payments/sync-payment";
import { now } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db";
import { AppError } from "@/lib/platform/errors";
import { formatMoney, type Money, toDecimal } from "@/lib/platform/money";
import { isUniqueViolation } from "@/lib/platform/unique-violation";
import type { RefundReason } from "@/prisma/generated/client";
import { onBehalfOf } from "./as-shopper";
import { recordAct } from "./audit";
import { leftOf, requirePayment } from "./payment";

type RefundInput = {
  paymentId: string;
  amount: Money;
  /** Minor units that were left when the form was drawn: a form pressed twice, or an old one, refunds nothing. */
  shownLeft: number;
  reason: RefundReason;
};

/**
 * Gives money back: all that is left or a part. The truth is read first, the row and the audit entry are committed
 * before ProcessOut is asked, the row with the lease, and one refund a payment is under way at a time. AppError when it was refused;
 * UnavailableError when nobody knows yet, and then a job finds out.
 */
export async function refundPayment(staff: StaffViewer, input: RefundInput): Promise<void> {
  const payment = await requirePayment(staff, input.paymentId);
  const shopper = onBehalfOf(staff, payment.order);
  const open = payment.refunds.find(({ state }) => state === "asking");
  if (open && (await settleRefund(shopper, open.id)).state === "asking") throw underWay();
  await syncPayment(shopper, payment.id);

  // Asked again inside the claim, which decides. Here it keeps out a sum that no column could hold.
  const left = leftOf(await requirePayment(staff, payment.id));
  if (input.amount.minor > left) throw tooMuch({ minor: left, currency: input.amount.currency });

  const { id } = await claim(staff, input);
  const refund = await settleTakenRefund(shopper, id);
  if (refund.state === "failed") throw refused(refund.failureCode);
}

async function claim(staff: StaffViewer, { paymentId, amount, shownLeft, reason }: RefundInput) {
  const askedAt = await now();
  try {
    return await db().$transaction(async (tx) => {
      // Waits for nobody: a second open refund breaks the unique index.
      const data = { paymentId, amount: amount.minor, reason, staff: staff.email, askedAt };
      const refund = await tx.refund.create({ data: { ...data, wakeAt: leaseFrom(askedAt) } });
      // Read after the row is in, so that a refund which has just ended is counted.
      const others = { refunds: { where: { id: { not: refund.id } } } };
      const payment = await tx.payment.findUniqueOrThrow({ where: { id: paymentId }, include: others });
      const left = leftOf(payment);
      if (left !== shownLeft) throw changed();
      if (amount.minor > left) throw tooMuch({ minor: left, currency: amount.currency });
      const detail = `${toDecimal(amount)} ${amount.currency}, ${reason}`;
      await recordAct(staff, { act: "refund", subject: paymentId, detail, at: askedAt }, tx);
      return refund;
    });
  } catch (error) {
    if (isUniqueViolation(error, "Refund_one_open")) throw changed();
    throw error;
  }
}

const underWay = () =>
  new AppError({
    code: "refund.under-way",
    message: "Another refund of this payment is under way",
    sentence: "Another refund of this payment is not confirmed yet. Look again in a few minutes.",
  });

const changed = () =>
  new AppError({
    code: "refund.changed",
    message: "What is left to refund is not what was shown",
    sentence: "Something was refunded since this page was opened. Look at what is left, then decide again.",
  });

const tooMuch = (left: Money) =>
  new AppError({
    code: "refund.too-much",
    message: "More than is left",
    sentence: `Only ${formatMoney(left)} is left to refund.`,
  });

const refused = (code: string | null) =>
  new AppError({
    code: code ?? "refund.failed",
    message: "ProcessOut refused the refund",
    sentence: `The refund was refused (${code ?? "no reason given"}). Nothing was given back.`,
  });
