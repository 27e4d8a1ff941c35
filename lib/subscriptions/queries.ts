import { inScope } from "@/lib/auth/scope";
import type { Viewer } from "@/lib/auth/viewer";
import { db } from "@/lib/platform/db";
import { AppError } from "@/lib/platform/errors";
import { money } from "@/lib/platform/money";
import type { Prisma } from "@/prisma/generated/client";

/** With what a charge needs: the first order, whose contact and line every later one repeats, and the open one. */
const whole = {
  savedCard: true,
  orders: {
    where: { OR: [{ period: 1 }, { state: "open" }] },
    include: { lines: true, payments: { orderBy: { startedAt: "asc" } } },
  },
} satisfies Prisma.SubscriptionInclude;

export type SubscriptionRow = Prisma.SubscriptionGetPayload<{ include: typeof whole }>;
export type PeriodOrder = SubscriptionRow["orders"][number];

export const loadSubscriptions = (ids: string[]): Promise<SubscriptionRow[]> =>
  db().subscription.findMany({ where: { id: { in: ids } }, include: whole });

/** The viewer's subscription. A stranger's, one that never was and one that never began get the same answer. */
export async function requireSubscription(viewer: Viewer, id: string): Promise<SubscriptionRow> {
  const where = { ...inScope(viewer), id, state: { not: "starting" } } as const;
  const row = await db().subscription.findFirst({ where, include: whole });
  if (!row) throw new AppError({ code: "not-found", message: "The viewer has no such subscription" });
  return row;
}

/** The order of the period that is next to be paid, if it was placed. */
export const findOpenOrder = ({ orders, paidPeriods }: SubscriptionRow): PeriodOrder | undefined =>
  orders.find((order) => order.period === paidPeriods + 1 && order.state === "open");

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
