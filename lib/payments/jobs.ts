import { asSystem } from "@/lib/auth/as-system";
import type { Shopper } from "@/lib/auth/shopper";
import { forEachConcurrent } from "@/lib/jobs/for-each-concurrent";
import type { Job } from "@/lib/jobs/job";
import { attemptRows, listStalledIds } from "@/lib/jobs/stalled-rows";
import { SEND_MAILS } from "@/lib/mail/jobs";
import { now } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db";
import { DAY_MS, HOUR_MS, MINUTE_MS } from "@/lib/platform/durations";
import { env } from "@/lib/platform/env";
import { AppError } from "@/lib/platform/errors";
import type { Prisma } from "@/prisma/generated/client";
import { CAPTURED_STATES, isFinal, PENDING_STATES } from "./payment-status";
import type { PaymentRow } from "./queries";
import { listOrdersWithoutReceipt, queueReceipt } from "./receipts";
import { listRefundsDue, reconcileRefund } from "./refunds";
import { endPayment, syncPayment } from "./sync-payment";

const CONCURRENCY = 5;

/** Longer than any bank keeps a challenge open. */
const ABANDONED_AFTER_MS = HOUR_MS;
/** How long a failed payment is checked for an authorization that arrives late, which is voided. */
const WATCHED_MS = 24 * HOUR_MS;
const CART_KEPT_MS = 30 * DAY_MS;

/** For webhooks that never arrive and browsers that never return: every payment ends as ProcessOut says it did. */
export const reconcilePayments = {
  name: "reconcile-payments",
  title: "Checks payments without a known outcome",
  async run() {
    const at = await now();
    const payments = await listPaymentsToSync({ at, limit: 200 });
    return attemptRows("reconcile-payments", payments, CONCURRENCY, async ({ id, startedAt, order }) => {
      const isAbandoned = at.getTime() - startedAt.getTime() > ABANDONED_AFTER_MS;
      await (isAbandoned ? abandonPayment : syncPayment)(shopperOfOrder(order), id);
      const left = { id, state: { in: ["failed" as const, "voided" as const] }, savesCard: true };
      if ((await db().payment.count({ where: left })) > 0) throw cardLeft(id);
    });
  },
} satisfies Job;

/**
 * Payments whose present state may be unknown, the longest unsynced first, without those that wait after failures:
 * pending, and not synced in the last minute; failed lately, once an hour; ended with a new card that could not be
 * deleted yet; captured, and the order not marked as paid; in dispute, once a day.
 */
export async function listPaymentsToSync({ at, limit }: { at: Date; limit: number }) {
  const before = (ms: number) => new Date(at.getTime() - ms);
  const notSyncedFor = (ms: number) => [{ syncedAt: null }, { syncedAt: { lt: before(ms) } }];
  return db().payment.findMany({
    where: {
      projectId: env().PROCESSOUT_PROJECT_ID,
      id: { notIn: await listStalledIds("reconcile-payments") },
      startedAt: { lt: before(MINUTE_MS) },
      OR: [
        { dispute: "opened", OR: notSyncedFor(DAY_MS) },
        // Merchant-initiated payments are reconciled by the renewals' own job, which never gives up.
        {
          initiation: "cit",
          OR: [
            { state: { in: [...PENDING_STATES] }, OR: notSyncedFor(MINUTE_MS) },
            { state: { in: ["failed", "voided"] }, savesCard: true },
            { state: { in: [...CAPTURED_STATES] }, order: { state: "open" } },
            {
              state: "failed",
              invoiceId: { not: null },
              startedAt: { gt: before(WATCHED_MS) },
              OR: notSyncedFor(HOUR_MS),
            },
          ],
        },
      ],
    },
    select: { id: true, startedAt: true, order: { select: { userId: true, guestKey: true } } },
    // A payment without an invoice is never read: the oldest first, because it ends after an hour.
    orderBy: [{ syncedAt: { sort: "asc", nulls: "first" } }, { startedAt: "asc" }],
    take: limit,
  });
}

/** Ends a payment to which no browser returned, unless ProcessOut has authorized or captured it. */
export async function abandonPayment(shopper: Shopper, id: string): Promise<PaymentRow> {
  const seen = await syncPayment(shopper, id);
  if (isFinal(seen.state) || seen.state === "authorized") return seen;
  return endPayment(shopper, id, "payment.abandoned");
}

/**
 * Refunds without a recorded outcome, after a crash or a lost response: each is read before it is sent again. And
 * refunds that succeeded lately, once a day: a refund that fails later is found without a webhook.
 */
export const reconcileRefunds = {
  name: "reconcile-refunds",
  title: "Checks refunds",
  async run() {
    const due = await listRefundsDue({ limit: 50, except: await listStalledIds("reconcile-refunds") });
    return attemptRows("reconcile-refunds", due, 1, ({ id, payment: { order } }) =>
      reconcileRefund(shopperOfOrder(order), id),
    );
  },
} satisfies Job;

/** Deletes guests' carts that were not used for 30 days, and cancels their unpaid orders. */
export const sweepCarts = {
  name: "sweep-carts",
  title: "Deletes old carts",
  async run() {
    const abandoned = abandonedCart({ before: new Date((await now()).getTime() - CART_KEPT_MS) });
    const carts = await db().cart.findMany({
      where: abandoned,
      select: { id: true },
      orderBy: { touchedAt: "asc" },
      take: 200,
    });
    return forEachConcurrent("sweep-carts", carts, 1, ({ id }) => {
      // Checked again: the guest may have come back since.
      const cart = { id, ...abandoned };
      return db().$transaction([
        db().order.updateMany({ where: { state: "open", cart }, data: { state: "canceled" } }),
        db().cart.deleteMany({ where: cart }),
      ]);
    });
  },
} satisfies Job;

/** An account's cart is kept, and so is one whose order is being paid. */
const abandonedCart = ({ before }: { before: Date }) =>
  ({
    userId: null,
    touchedAt: { lt: before },
    orders: {
      none: {
        state: "open",
        OR: [{ paidById: { not: null } }, { payments: { some: { state: { in: [...PENDING_STATES] } } } }],
      },
    },
  }) satisfies Prisma.CartWhereInput;

/** Deletes what attempts were counted by, a day later: no limit counts longer. */
export const sweepAddresses = {
  name: "sweep-addresses",
  title: "Deletes what attempts were counted by",
  async run() {
    const startedAt = { lt: new Date((await now()).getTime() - DAY_MS) };
    const data = { addressKey: null, fingerprint: null };
    await db().payment.updateMany({ where: { startedAt, addressKey: { not: null } }, data });
    await db().payment.updateMany({ where: { startedAt, fingerprint: { not: null } }, data });
    return 0;
  },
} satisfies Job;

/** Queues the receipts of paid orders. Runs before the queued e-mails are sent. */
export async function queueReceipts(): Promise<number> {
  const except = await listStalledIds(SEND_MAILS);
  const orders = await listOrdersWithoutReceipt({ limit: 200, except });
  return attemptRows(SEND_MAILS, orders, CONCURRENCY, (order) =>
    queueReceipt(
      order,
      order.userId === null ? null : asSystem(order.userId), // eject: subscriptions
    ),
  );
}

const cardLeft = (paymentId: string) =>
  new AppError({
    code: "card.undeleted",
    message: `The new card of payment ${paymentId} is not deleted yet`,
  });

const shopperOfOrder = ({ userId, guestKey }: { userId: string | null; guestKey: string | null }): Shopper =>
  userId ? asSystem(userId) : { guestKey: guestKey ?? "" };
