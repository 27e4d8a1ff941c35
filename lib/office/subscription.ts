import type { StaffViewer } from "@/lib/auth/staff-viewer";
import { orderLabel } from "@/lib/payments/order";
import { db } from "@/lib/platform/db";
import { env } from "@/lib/platform/env";
import { money } from "@/lib/platform/money";
import { asOfOneMoment } from "@/lib/platform/repeatable-read";
import { termsOf } from "@/lib/subscriptions/queries";
import { amountOf } from "@/lib/subscriptions/schedule";
import { isOver, type SubscriptionStatus } from "@/lib/subscriptions/subscription-status";
import type { Prisma } from "@/prisma/generated/client";
import { toOfficeCard } from "./customers";
import { pageOf, toPage } from "./page";
import { toOfficePayment, withOrder } from "./payments";
import type { OfficePeriod, OfficeSubscriptionFile, Page } from "./screens";
import { toOfficeSubscription, withUser } from "./subscriptions";

/** A subscription with its terms and what it waits for; null when there is no such thing. */
export async function getSubscription(_: StaffViewer, id: string): Promise<OfficeSubscriptionFile | null> {
  const { PROCESSOUT_PROJECT_ID: projectId } = env();
  const row = await db().subscription.findFirst({
    where: { id, projectId },
    include: { ...withUser, savedCard: true },
  });
  if (!row) return null;
  const { dueAt, wakeAt, startedAt, endedAt, hasLapsed, paidPeriods, savedCard, schemeTransactionId } = row;
  const ids = [
    ["ProcessOut Customer", savedCard?.customerId],
    ["Token", savedCard?.tokenId],
    ["The network's id of the first payment", schemeTransactionId],
  ] as const;
  return {
    ...toOfficeSubscription(row),
    next: dueAt && hasNext(row.state) ? { dueAt, amount: amountOf(termsOf(row), paidPeriods + 1) } : null,
    wakeAt,
    startedAt,
    endedAt,
    hasLapsed,
    card: savedCard && toOfficeCard(savedCard),
    ids: ids.flatMap(([label, value]) => (value ? [{ label, value }] : [])),
  };
}

/** Something is to be charged, by the worker or with the shopper there. */
const hasNext = (state: SubscriptionStatus) => !isOver(state) && state !== "paused" && state !== "starting";

const withTries = {
  payments: { include: withOrder, orderBy: [{ startedAt: "desc" }, { id: "desc" }] },
} satisfies Prisma.OrderInclude;

/** Every period that was charged or tried, the latest first. */
export async function listPeriods(
  _: StaffViewer,
  { subscriptionId, page }: { subscriptionId: string; page: number },
): Promise<Page<OfficePeriod>> {
  const orders = await asOfOneMoment(
    db().order.findMany({
      where: { subscriptionId, period: { not: null } },
      include: withTries,
      orderBy: { period: "desc" },
      ...pageOf(page),
    }),
  );
  return toPage(orders.map(toPeriod), page);
}

function toPeriod(order: Prisma.OrderGetPayload<{ include: typeof withTries }>): OfficePeriod {
  const { number, period, state, total, currency, placedAt, payments } = order;
  return {
    number: period ?? 0,
    orderLabel: orderLabel(number),
    state,
    amount: money(total, currency),
    placedAt,
    tries: payments.map((payment) => ({ ...toOfficePayment(payment), problem: payment.failureCode })),
  };
}
