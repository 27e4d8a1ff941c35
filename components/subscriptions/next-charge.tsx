import { OrderDate } from "@/components/payments/order-date";
import { Alert } from "@/components/ui/alert";
import { AppLink } from "@/components/ui/app-link";
import { cardLabel } from "@/lib/cards/card";
import { formatMoney } from "@/lib/platform/money";
import type { Subscription } from "@/lib/subscriptions/subscription";

/** On the thank-you page of a subscription: what is charged next, when and to which card. */
export function NextCharge({ subscription }: { subscription: Subscription }) {
  const { id, status, next, card } = subscription;
  if (!next || status !== "active") return null;
  return (
    <Alert tone="info" title="The next payment is charged by itself">
      <span>
        {formatMoney(next.amount)} on <OrderDate date={next.dueAt} />
        <span>{card ? ` to ${cardLabel(card)}.` : "."}</span>
      </span>{" "}
      <AppLink href={`/subscriptions/${id}`} className="font-semibold underline underline-offset-4">
        Manage the subscription
      </AppLink>
    </Alert>
  );
}
