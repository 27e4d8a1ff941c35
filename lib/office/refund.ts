import type { StaffViewer } from "@/lib/auth/staff-viewer";
import { type RefundRequest, requestRefund } from "@/lib/payments/refunds";
import { AppError } from "@/lib/platform/errors";
import { toDecimal } from "@/lib/platform/money";
import { applyRefundDecision, listRefundDecisions } from "@/lib/subscriptions/after-refund";
import { asShopper } from "./as-shopper";
import { recordAction } from "./audit";
import { listRefundChoices, requirePayment } from "./payments";

/**
 * `requestRefund` for a member of staff. The audit entry is committed with the refund's row. A refund of a period of a
 * series says what happens to the series, which is done once the refund has succeeded: AppError
 * `refund.series-undecided` without a decision that the series allows.
 */
export async function refundPayment(
  staff: StaffViewer,
  request: Omit<RefundRequest, "staff">,
): Promise<void> {
  const { paymentId, amount, reason } = request;
  const { order } = await requirePayment(staff, paymentId);
  const choices = listRefundChoices(order);
  const seriesAfter = choices.find((choice) => choice === request.seriesAfter) ?? null;
  if (choices.length > 0 && !seriesAfter) throw seriesUndecided();
  const detail = `${toDecimal(amount)} ${amount.currency}, ${reason}${seriesAfter ? `, series ${seriesAfter}` : ""}`;
  const shopper = asShopper(staff, order);
  await requestRefund(shopper, { ...request, seriesAfter, staff: staff.email }, (tx, at) =>
    recordAction(staff, { action: "refund", subject: paymentId, detail, at }, tx),
  );
  for (const refund of await listRefundDecisions({ paymentId })) await applyRefundDecision(refund);
}

const seriesUndecided = () =>
  new AppError({
    code: "refund.series-undecided",
    message: "The payment belongs to a series, and the request does not say what happens to it",
    sentence: "This payment belongs to a subscription. Choose whether it goes on, pauses or ends.",
  });
