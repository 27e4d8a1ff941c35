import { AppError } from "@/lib/platform/errors";
import type { Prisma } from "@/prisma/generated/client";
import { type SubscriptionRow, termsOf } from "./queries";
import { amountOf } from "./schedule";

type Terms = {
  id: string;
  userId: string;
  price: number;
  currency: string;
  count: number | null;
  quantity: number;
};
type Thing = { sku: string; slug: string; name: string; detail: string };

/** The id says which period it is, so that whoever places the order of a period places the same one. */
export const orderIdOf = (subscriptionId: string, period: number) => `${subscriptionId}-${period}`;

/** The facts of a period's order, for its row. */
export function periodFacts(subscription: Terms, period: number, placedAt: Date) {
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
  } satisfies Omit<Prisma.OrderCreateManyInput, keyof ReturnType<typeof contactOf>>;
}

/** A period's only line: the bags that come each time, or one part of the machine. */
export function periodLine(subscription: Terms, period: number, { sku, slug, name, detail }: Thing) {
  const { count, price } = subscription;
  const thing = { position: 0, sku, slug, name };
  if (count === null) {
    const { quantity } = subscription;
    return { ...thing, detail, quantity, unitPrice: price / quantity };
  }
  const unitPrice = amountOf(termsOf(subscription), period).minor;
  return { ...thing, detail: `Instalment ${period} of ${count}`, quantity: 1, unitPrice };
}

/** The rows of the next period's order: to the same place, for the same thing, as the first. */
export function nextOrder(subscription: SubscriptionRow, placedAt: Date) {
  const first = subscription.orders.find((order) => order.period === 1);
  const thing = first?.lines[0];
  if (!first || !thing) {
    throw new AppError({ code: "unknown", message: `Subscription ${subscription.id} has no first order` });
  }
  const period = subscription.paidPeriods + 1;
  const order = { ...contactOf(first), ...periodFacts(subscription, period, placedAt) };
  return { order, line: { ...periodLine(subscription, period, thing), orderId: order.id } };
}

type Contact = { email: string; name: string; address1: string; address2: string | null } & {
  zip: string;
  city: string;
  countryCode: string;
};

const contactOf = ({ email, name, address1, address2, zip, city, countryCode }: Contact) => {
  return { email, name, address1, address2, zip, city, countryCode };
};
