import { db } from "@/lib/db";
import { isSettled, UNSETTLED } from "@/lib/payment-status";
import { ownOrder, type Shopper } from "../shopper";
import { syncPayment } from "./sync";

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
