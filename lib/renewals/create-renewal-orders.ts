import { shownScheme } from "@/lib/cards/card";
import type { PaymentRow } from "@/lib/payments/queries";
import { db } from "@/lib/platform/db";
import { env } from "@/lib/platform/env";
import { insertRows } from "@/lib/subscriptions/insert-rows";
import { findOpenOrder, type PeriodOrder, type SubscriptionRow } from "@/lib/subscriptions/queries";
import { ensureNextOrders, nextOrder } from "@/lib/subscriptions/renewal-order";

/** A charge whose rows are committed. Nothing was sent to ProcessOut for it yet. */
export type Charge = { subscription: SubscriptionRow; order: PeriodOrder; payment: PaymentRow };

/**
 * Creates the order and the payment of each subscription that is charged now, in a few statements for all of them.
 * Idempotent: ids consist of the subscription's id, the period and the number of the attempt, so two workers, or one
 * that runs again after a crash, write the same rows. Each attempt has an id, and thereby an idempotency key, of its
 * own: a replayed decline never answers for the next attempt.
 */
export async function createRenewalOrders(subscriptions: SubscriptionRow[], at: Date): Promise<Charge[]> {
  if (subscriptions.length === 0) return [];
  await ensureNextOrders(subscriptions, at);
  const attempts = subscriptions.map((row) => paymentOf(row, at));
  await insertRows("Payment", attempts);
  const orders = await db().order.findMany({
    where: { id: { in: attempts.map(({ orderId }) => orderId) }, state: "open" },
    include: { lines: true, payments: { orderBy: { startedAt: "asc" } } },
  });
  return attempts.flatMap(({ id, orderId }, index) => {
    const order = orders.find((candidate) => candidate.id === orderId);
    const payment = order?.payments.find((candidate) => candidate.id === id);
    const subscription = subscriptions[index];
    return order && payment && subscription ? [{ subscription, order, payment }] : [];
  });
}

function paymentOf(subscription: SubscriptionRow, startedAt: Date) {
  const { savedCard, currency } = subscription;
  const { order } = nextOrder(subscription, startedAt);
  const earlier = (findOpenOrder(subscription)?.payments ?? []).filter(
    ({ initiation }) => initiation === "mit",
  );
  return {
    id: `${order.id}-${earlier.length + 1}`,
    orderId: order.id,
    projectId: env().PROCESSOUT_PROJECT_ID,
    initiation: "mit" as const,
    amount: order.total,
    currency,
    savedCardId: savedCard?.id ?? null,
    customerId: savedCard?.customerId ?? null,
    scheme: savedCard && shownScheme(savedCard),
    last4: savedCard?.last4 ?? null,
    startedAt,
  };
}
