import { asSystem } from "@/lib/auth/as-system";
import { eachOf } from "@/lib/jobs/for-each-concurrent";
import { now } from "@/lib/platform/clock";
import { abandonPayment } from "./abandon";
import { GIVEN_UP_AFTER_MS, takeUnsettledPayments } from "./pending-payments";
import { syncPayment } from "./sync-payment";

const AT_ONCE = 5;

/** For when webhooks never come and browsers never return: every payment ends, as ProcessOut says it did. */
export async function settlePayments(): Promise<number> {
  const at = await now();
  const payments = await takeUnsettledPayments({ at, limit: 200 });
  return eachOf("settle-payments", payments, AT_ONCE, ({ id, startedAt, order }) => {
    const shopper = order.userId ? asSystem(order.userId) : { guestKey: order.guestKey ?? "" };
    const isGivenUp = at.getTime() - startedAt.getTime() > GIVEN_UP_AFTER_MS;
    return isGivenUp ? abandonPayment(shopper, id) : syncPayment(shopper, id);
  });
}
