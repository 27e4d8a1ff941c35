import { now } from "@/lib/clock";
import { asSystem } from "@/lib/data/as-system";
import { listOpenRefunds, settleRefund } from "@/lib/data/office/settle-refund";
import { eachOf } from "./each-of";

const A_MINUTE = 60_000;

/** Refunds whose outcome nobody waited for: a crash, or an answer that never came. Each is read before it is asked. */
export async function settleRefunds(): Promise<number> {
  const askedBefore = new Date((await now()).getTime() - A_MINUTE);
  const open = await listOpenRefunds({ askedBefore, limit: 50 });
  return eachOf("settle-refunds", open, 1, ({ id, payment: { order } }) =>
    settleRefund(order.userId ? asSystem(order.userId) : { guestKey: order.guestKey ?? "" }, id),
  );
}
