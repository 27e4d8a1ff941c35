import type { Viewer } from "@/lib/auth/viewer";
import { db } from "@/lib/platform/db";
import { periodWords } from "./schedule";
import type { OrderSeries } from "./subscription";

/** The viewer's orders that are periods of a series, in words, by their id. Other orders are left out. */
export async function describePeriods(viewer: Viewer, orderIds: string[]): Promise<Map<string, OrderSeries>> {
  const rows = await db().order.findMany({
    where: { id: { in: orderIds }, userId: viewer.userId, subscriptionId: { not: null } },
    include: {
      subscription: { select: { interval: true, count: true } },
      lines: { take: 1 },
      paidBy: { select: { initiation: true } },
      payments: { select: { initiation: true }, orderBy: { startedAt: "desc" }, take: 1 },
    },
  });
  return new Map(
    rows.flatMap(({ id, subscriptionId, subscription, period, lines, paidBy, payments }) => {
      const name = lines[0]?.name;
      if (!subscription || !subscriptionId || period === null || !name) return [];
      const payment = paidBy ?? payments[0];
      // The worker charges every period but the first.
      const isAutomatic = payment ? payment.initiation === "mit" : period > 1;
      return [[id, { subscriptionId, text: periodWords({ ...subscription, name, period, isAutomatic }) }]];
    }),
  );
}
