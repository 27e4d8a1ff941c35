import type { StaffViewer } from "@/lib/auth/staff-viewer";
import { type RefundRequest, requestRefund } from "@/lib/payments/refunds";
import { toDecimal } from "@/lib/platform/money";
import { asShopper } from "./as-shopper";
import { recordAction } from "./audit";
import { requirePayment } from "./payments";

/** `requestRefund` for a member of staff. The audit entry is committed with the refund's row. */
export async function refundPayment(
  staff: StaffViewer,
  request: Omit<RefundRequest, "staff">,
): Promise<void> {
  const { paymentId, amount, reason } = request;
  const { order } = await requirePayment(staff, paymentId);
  const detail = `${toDecimal(amount)} ${amount.currency}, ${reason}`;
  await requestRefund(asShopper(staff, order), { ...request, staff: staff.email }, (tx, at) =>
    recordAction(staff, { action: "refund", subject: paymentId, detail, at }, tx),
  );
}
