import { Alert } from "@/components/ui/alert";
import { AppLink } from "@/components/ui/app-link";
import type { Order } from "@/lib/payments/order";

type Props = { order: Order; isNew: boolean; isGuest: boolean };

/** Where the order stands, when there is more to say than *paid*. */
export function OrderStanding({ order, isNew, isGuest }: Props) {
  switch (order.status) {
    case "paying":
      return (
        <Alert tone="info" title="Your bank has not answered yet">
          This page will say when it does. There is no need to pay again, and no way to pay twice.
        </Alert>
      );
    case "unpaid":
      return (
        <Alert tone="warning" title="Nothing was charged">
          {order.payment?.problem} {!order.subscriptionId && "What you chose is still in your cart. "}
          <AppLink
            href={order.subscriptionId ? `/subscriptions/${order.subscriptionId}` : "/checkout"}
            className="font-semibold underline underline-offset-4"
          >
            {order.subscriptionId ? "See the subscription" : "Go to checkout"}
          </AppLink>
        </Alert>
      );
    case "canceled":
      return (
        <Alert tone="warning" title="This order was not placed">
          Nothing was charged.
        </Alert>
      );
    case "paid":
      return isNew || isGuest ? (
        <Alert tone="good" title="Paid">
          {isGuest
            ? "This page's address is the only way back to your order. Keep it; anybody who has it can read it."
            : "Roasted on Tuesday, with you by the end of the week."}
        </Alert>
      ) : null;
    default:
      return null;
  }
}
