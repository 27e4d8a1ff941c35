import { shownScheme } from "@/lib/cards/card";
import type { PaymentRow } from "@/lib/payments/queries";
import { db } from "@/lib/platform/db";
import { env } from "@/lib/platform/env";
import { insertRows } from "@/lib/platform/insert-rows";
import { findOpenOrder, type PeriodOrder, type SubscriptionRow } from "@/lib/subscriptions/queries";
import { nextOrder } from "@/lib/subscriptions/renewal-order";

/** A charge whose rows are committed. Nothing was sent to ProcessOut for it yet. */
export type Charge = { subscription: SubscriptionRow; order: PeriodOrder; payment: PaymentRow };

/**
 * The order and the payment of each subscription that is charged now, in a handful of statements for all of them.
 * Their ids are made of the subscription's, the period and the number of the try, so two workers, or one that comes
 * back after a crash, write the same rows; each try has its own id, so a replayed decline never answers for the next.
 */
export async function prepareCharges(subscriptions: SubscriptionRow[], at: Date): Promise<Charge[]> {
  if (subscriptions.length === 0) return [];
  await placeOrders(subscriptions, at);
  const ids = new Map(subscriptions.map((row) => [row, nextOrder(row, at).order.id]));
  const tries = subscriptions.map((row) => tryOf(row, ids.get(row) ?? "", at));
  await insertRows("Payment", tries);
  const orders = await db().order.findMany({
    where: { id: { in: [...ids.values()] }, state: "open" },
    include: { lines: true, payments: { orderBy: { startedAt: "asc" } } },
  });
  return tries.flatMap(({ id, orderId }, index) => {
    const order = orders.find((candidate) => candidate.id === orderId);
    const payment = order?.payments.find((candidate) => candidate.id === id);
    const subscription = subscriptions[index];
    return order && payment && subscription ? [{ subscription, order, payment }] : [];
  });
}

/** The orders of the periods that are next, where they are missing. */
export async function placeOrders(subscriptions: SubscriptionRow[], at: Date): Promise<void> {
  const missing = subscriptions.filter((row) => !findOpenOrder(row)).map((row) => nextOrder(row, at));
  if (missing.length === 0) return;
  await db().$transaction([
    insertRows(
      "Order",
      missing.map(({ order }) => order),
    ),
    insertRows(
      "OrderLine",
      missing.map(({ line }) => line),
    ),
  ]);
}

function tryOf(subscription: SubscriptionRow, orderId: string, startedAt: Date) {
  const { savedCard, currency } = subscription;
  const { total } = nextOrder(subscription, startedAt).order;
  const before = (findOpenOrder(subscription)?.payments ?? []).filter(
    ({ initiation }) => initiation === "mit",
  );
  return {
    id: `${orderId}-${before.length + 1}`,
    orderId,
    projectId: env().PROCESSOUT_PROJECT_ID,
    initiation: "mit" as const,
    amount: total,
    currency,
    savedCardId: savedCard?.id ?? null,
    customerId: savedCard?.customerId ?? null,
    scheme: savedCard && shownScheme(savedCard),
    last4: savedCard?.last4 ?? null,
    startedAt,
  };
}
