import { OrderDate } from "@/components/payments/order-date";
import { Alert } from "@/components/ui/alert";
import { AppLink } from "@/components/ui/app-link";
import { requireUser } from "@/lib/auth/session";
import { cardName } from "@/lib/cards/card";
import { formatMoney } from "@/lib/platform/money";
import { getSubscription } from "@/lib/subscriptions/read-subscriptions";

/** On the thank-you page of a subscription: what is charged next, when and to which card. */
export async function NextCharge({ id }: { id: string }) {
  const { status, next, card } = await getSubscription(await requireUser(), id);
  if (!next || status !== "active") return null;
  return (
    <Alert tone="info" title="The next payment is charged by itself">
      <span>
        {formatMoney(next.amount)} on <OrderDate date={next.dueAt} />
        <span>{card ? ` to ${cardName(card)}.` : "."}</span>
      </span>{" "}
      <AppLink href={`/subscriptions/${id}`} className="font-semibold underline underline-offset-4">
        Manage the subscription
      </AppLink>
    </Alert>
  );
}
