import type { Order } from "@/prisma/generated/client";

/**
 * Where ProcessOut sends a shopper back to who left the page for a bank's: where they can see how it ended and go on.
 * A subscription has a page of its own once its first period is paid.
 */
export function wayBack({ id, subscriptionId, period }: Pick<Order, "id" | "subscriptionId" | "period">) {
  if (!subscriptionId) return "/checkout";
  return period === 1 ? `/orders/${id}` : `/subscriptions/${subscriptionId}`;
}
