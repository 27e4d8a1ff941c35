import type { Contact } from "@/lib/payments/contact-schema";
import { db } from "@/lib/platform/db";
import { AppError } from "@/lib/platform/errors";
import type { Prisma, Subscription } from "@/prisma/generated/client";
import { insertRows } from "./insert-rows";
import { findOpenOrder, type SubscriptionRow, termsOf } from "./queries";
import { amountOf } from "./schedule";

/** Deterministic, so that every process that creates the order of a period creates the same row. */
export const orderIdOf = (subscriptionId: string, period: number) => `${subscriptionId}-${period}`;

/** Creates the orders of the next periods where they are missing. Idempotent; two statements for any number of rows. */
export async function ensureNextOrders(subscriptions: SubscriptionRow[], placedAt: Date): Promise<void> {
  const missing = subscriptions.filter((row) => !findOpenOrder(row)).map((row) => nextOrder(row, placedAt));
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

/** The rows of the next period's order: the same contact and the same item as in the first order. */
export function nextOrder(subscription: SubscriptionRow, placedAt: Date) {
  const first = subscription.orders.find((order) => order.period === 1);
  const item = first?.lines[0];
  if (!first || !item) {
    throw new AppError({ code: "unknown", message: `Subscription ${subscription.id} has no first order` });
  }
  const period = subscription.paidPeriods + 1;
  const order = { ...contactOf(first), ...orderOfPeriod(subscription, period, placedAt) };
  return { order, line: { ...lineOfPeriod(subscription, period, item), orderId: order.id } };
}

type Terms = Pick<Subscription, "id" | "userId" | "price" | "currency" | "count" | "quantity">;

/** The order of a period, counted from 1, without the shopper's contact. */
export function orderOfPeriod(subscription: Terms, period: number, placedAt: Date) {
  const { id, userId, currency, count } = subscription;
  return {
    id: orderIdOf(id, period),
    userId,
    subscriptionId: id,
    period,
    intent: count === null ? "recurring" : "installment",
    currency,
    total: amountOf(termsOf(subscription), period).minor,
    placedAt,
  } satisfies Omit<Prisma.OrderCreateManyInput, keyof Contact>;
}

type Item = { sku: string; slug: string; name: string; detail: string };

/** The only line of a period's order: the bags of one delivery, or one instalment. */
export function lineOfPeriod(subscription: Terms, period: number, { sku, slug, name, detail }: Item) {
  const { count, price, quantity } = subscription;
  const item = { position: 0, sku, slug, name };
  if (count === null) return { ...item, detail, quantity, unitPrice: price / quantity };
  const unitPrice = amountOf(termsOf(subscription), period).minor;
  return { ...item, detail: `Instalment ${period} of ${count}`, quantity: 1, unitPrice };
}

const contactOf = ({ email, name, address1, address2, zip, city, countryCode }: Contact): Contact => {
  return { email, name, address1, address2, zip, city, countryCode };
};
