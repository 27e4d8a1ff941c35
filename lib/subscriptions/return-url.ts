import type { Order } from "@/prisma/generated/client";

/**
 * Where ProcessOut sends a shopper who left the page for the bank's: the page that shows the outcome. A subscription has
 * a page of its own once its first period is paid.
 */
export const returnPath = ({
  id,
  subscriptionId,
  period,
}: Pick<Order, "id" | "subscriptionId" | "period">) =>
  period === 1 ? `/orders/${id}` : `/subscriptions/${subscriptionId}`;
