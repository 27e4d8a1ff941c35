import { inScope } from "@/lib/auth/scope";
import type { Viewer } from "@/lib/auth/viewer";
import { db } from "@/lib/platform/db";
import { AppError } from "@/lib/platform/errors";
import { money } from "@/lib/platform/money";
import type { Prisma } from "@/prisma/generated/client";

/** What a charge needs: the first order, whose contact and item every renewal repeats, and the open one. */
const withOrders = {
  savedCard: true,
  orders: {
    where: { OR: [{ period: 1 }, { state: "open" }] },
    include: { lines: true, payments: { orderBy: { startedAt: "asc" } } },
  },
} satisfies Prisma.SubscriptionInclude;

export type SubscriptionRow = Prisma.SubscriptionGetPayload<{ include: typeof withOrders }>;
export type PeriodOrder = SubscriptionRow["orders"][number];

export const loadSubscriptions = (ids: string[]): Promise<SubscriptionRow[]> =>
  db().subscription.findMany({ where: { id: { in: ids } }, include: withOrders });

/**
 * The viewer's subscription. AppError `not-found` for another user's, for one that does not exist, and for one whose
 * first payment has not succeeded.
 */
export async function requireSubscription(viewer: Viewer, id: string): Promise<SubscriptionRow> {
  const where = { ...inScope(viewer), id, state: { not: "starting" } } as const;
  const row = await db().subscription.findFirst({ where, include: withOrders });
  if (!row) throw new AppError({ code: "not-found", message: "The viewer has no such subscription" });
  return row;
}

/** The open order of the next period, if it was created. */
export const findOpenOrder = ({ orders, paidPeriods }: SubscriptionRow): PeriodOrder | undefined =>
  orders.find((order) => order.period === paidPeriods + 1 && order.state === "open");

/** The item that is delivered or paid off. It is the same in every order. */
export const itemOf = ({ orders }: SubscriptionRow) => orders.find(({ period }) => period === 1)?.lines[0];

export const termsOf = ({
  price,
  currency,
  count,
}: {
  price: number;
  currency: string;
  count: number | null;
}) => {
  return { price: money(price, currency), count };
};
