import { ownOrder, type Shopper } from "@/lib/auth/shopper";
import { db } from "@/lib/platform/db";
import { isSettled, UNSETTLED } from "./payment-status";
import { syncPayment } from "./sync-payment";

/** Asks ProcessOut about the payments of an order that are still open. True when none is left open. */
export async function settleOrder(shopper: Shopper, ref: string): Promise<boolean> {
  const order = "guestKey" in shopper ? ownOrder(shopper) : { ...ownOrder(shopper), id: ref };
  const open = await db().payment.findMany({
    where: { order, state: { in: [...UNSETTLED] } },
    select: { id: true },
  });
  const rows = await Promise.all(open.map(({ id }) => syncPayment(shopper, id)));
  return rows.every((row) => isSettled(row.state));
}
