import { asSystem } from "@/lib/auth/as-system";
import { eachOf } from "@/lib/jobs/for-each-concurrent";
import { listRefundsToSettle, settleRefund } from "./reconcile-refund";

/**
 * Refunds whose outcome nobody waited for: a crash, or an answer that never came. Each is read before it is asked.
 * And those that went through lately, daily: should one fail later, a webhook is not needed to find out.
 */
export async function settleRefunds(): Promise<number> {
  const due = await listRefundsToSettle({ limit: 50 });
  return eachOf("settle-refunds", due, 1, ({ id, payment: { order } }) =>
    settleRefund(order.userId ? asSystem(order.userId) : { guestKey: order.guestKey ?? "" }, id),
  );
}
