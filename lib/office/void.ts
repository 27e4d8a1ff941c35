import type { StaffViewer } from "@/lib/auth/staff-viewer";
import { wasCaptured } from "@/lib/payments/payment-status";
import { endPayment } from "@/lib/payments/sync-payment";
import { now } from "@/lib/platform/clock";
import { AppError } from "@/lib/platform/errors";
import { formatMoney, money } from "@/lib/platform/money";
import { asShopper } from "./as-shopper";
import { recordAction } from "./audit";
import { requirePayment } from "./payments";

/**
 * Voids an authorization. Our row becomes final first: this call, the webhook handler or the reconciler then voids the
 * authorization that ProcessOut still has. Throws an AppError when the payment is not authorized, or was captured
 * before the row became final.
 */
export async function voidPayment(staff: StaffViewer, { paymentId }: { paymentId: string }): Promise<void> {
  const payment = await requirePayment(staff, paymentId);
  if (payment.state !== "authorized") throw notAuthorized();
  const detail = formatMoney(money(payment.amount, payment.currency));
  await recordAction(staff, { action: "void", subject: payment.id, detail, at: await now() });
  const seen = await endPayment(asShopper(staff, payment.order), payment.id, "payment.voided");
  if (wasCaptured(seen.state)) throw captured();
}

const notAuthorized = () =>
  new AppError({
    code: "void.not-authorized",
    message: "Only an authorized payment can be voided",
    sentence: "This payment is no longer authorized.",
  });

const captured = () =>
  new AppError({
    code: "void.captured",
    message: "The payment was captured in the meantime",
    sentence: "This payment was captured in the meantime. Refund it instead.",
  });
