import { Alert } from "@/components/ui/alert";
import { AppLink } from "@/components/ui/app-link";
import { Badge, type Tone } from "@/components/ui/badge";
import { cardName } from "@/lib/cards/card";
import type { Order, OrderStatus } from "@/lib/payments/order";

const BADGES: Record<OrderStatus, { tone: Tone; label: string }> = {
  unpaid: { tone: "warning", label: "Not paid" },
  paying: { tone: "info", label: "Pending" },
  paid: { tone: "good", label: "Paid" },
  "partly-refunded": { tone: "info", label: "Partly refunded" },
  refunded: { tone: "neutral", label: "Refunded" },
  canceled: { tone: "neutral", label: "Canceled" },
};

export const OrderBadge = ({ status }: { status: OrderStatus }) => (
  <Badge tone={BADGES[status].tone}>{BADGES[status].label}</Badge>
);

type NoticeProps = { order: Order; isNew: boolean; isGuest: boolean };

/** Explains the order's status. Nothing for an order that was simply paid. */
export function OrderNotice({ order, isNew, isGuest }: NoticeProps) {
  switch (order.status) {
    case "paying":
      return (
        <Alert tone="info" title="Your bank has not responded yet">
          This page updates by itself. You do not need to pay again, and you cannot be charged twice.
        </Alert>
      );
    case "unpaid":
      return (
        <Alert tone="warning" title="Nothing was charged">
          <span>{order.payment?.problem}</span>{" "}
          {!order.subscriptionId && <span>Your items are still in your cart. </span>}
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
        <Alert tone="warning" title="This order was canceled">
          Nothing was charged.
        </Alert>
      );
    case "paid":
      return isNew || isGuest ? (
        <Alert tone="good" title="Paid">
          {isGuest
            ? "Keep the address of this page: it is the only way back to your order. Anyone who has it can read the order."
            : "Roasted on Tuesday, with you by the end of the week."}
        </Alert>
      ) : null;
    default:
      return null;
  }
}

/** After a payment with a typed card that was saved already. */
export const KnownCardNotice = ({ order: { payment } }: { order: Order }) => (
  <Alert tone="info" title="You had saved this card before">
    {cardName({ brand: payment?.brand ?? null, last4: payment?.last4 ?? null })} paid, and it was not saved
    twice.
  </Alert>
);
