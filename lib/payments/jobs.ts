import { asSystem } from "@/lib/auth/as-system";
import type { Shopper } from "@/lib/auth/shopper";
import { forEachConcurrent } from "@/lib/jobs/for-each-concurrent";
import type { Job } from "@/lib/jobs/job";
import { now } from "@/lib/platform/clock";
import { abandonPayment } from "./abandon";
import { GIVEN_UP_AFTER_MS, takeUnsettledPayments } from "./pending-payments";
import { listOrdersWithoutReceipt, queueReceipt } from "./receipts";
import { listRefundsToSettle, settleRefund } from "./reconcile-refund";
import { syncPayment } from "./sync-payment";
import { forgetAddresses } from "./velocity-limit";

const AT_ONCE = 5;

/** For webhooks that never arrive and browsers that never return: every payment ends as ProcessOut says it did. */
export const reconcilePayments = {
  name: "reconcile-payments",
  async run() {
    const at = await now();
    const payments = await takeUnsettledPayments({ at, limit: 200 });
    return forEachConcurrent("reconcile-payments", payments, AT_ONCE, ({ id, startedAt, order }) => {
      const isGivenUp = at.getTime() - startedAt.getTime() > GIVEN_UP_AFTER_MS;
      return isGivenUp ? abandonPayment(shopperOfOrder(order), id) : syncPayment(shopperOfOrder(order), id);
    });
  },
} satisfies Job;

/**
 * Refunds without a recorded outcome, after a crash or a lost response: each is read before it is requested again. And
 * refunds that succeeded lately, once a day: a refund that fails later is found without a webhook.
 */
export const reconcileRefunds = {
  name: "reconcile-refunds",
  async run() {
    const due = await listRefundsToSettle({ limit: 50 });
    return forEachConcurrent("reconcile-refunds", due, 1, ({ id, payment: { order } }) =>
      settleRefund(shopperOfOrder(order), id),
    );
  },
} satisfies Job;

/** Deletes the addresses that the velocity limit counted by, a day after the attempt. */
export const sweepAddresses = {
  name: "sweep-addresses",
  async run() {
    await forgetAddresses();
    return 0;
  },
} satisfies Job;

/** Queues the receipts of paid orders. Runs before the queued e-mails are sent. */
export async function queueReceipts(): Promise<number> {
  return forEachConcurrent(
    "send-mails",
    await listOrdersWithoutReceipt({ limit: 200 }),
    AT_ONCE,
    queueReceipt,
  );
}

const shopperOfOrder = ({ userId, guestKey }: { userId: string | null; guestKey: string | null }): Shopper =>
  userId ? asSystem(userId) : { guestKey: guestKey ?? "" };
