import { OrderDate } from "@/components/payments/order-date";
import { Alert } from "@/components/ui/alert";
import { AppLink } from "@/components/ui/app-link";
import { formatMoney } from "@/lib/platform/money";
import {
  type Charge,
  needsAnotherCard,
  type SeriesRefund,
  type Subscription,
} from "@/lib/subscriptions/subscription";

const LINK = "font-semibold underline underline-offset-4";

/** On every page of the account, while a subscription needs SCA or another card. */
export function ActionNeededBanner({ subscriptions }: { subscriptions: Subscription[] }) {
  const [first] = subscriptions;
  if (!first) return null;
  const { id, name } = first;
  const needsAuthentication = first.status === "needs_authentication";
  const [title, link] = needsAuthentication
    ? ["Your bank asks you to confirm a payment", "Confirm it"]
    : needsAnotherCard(first)
      ? [`${name} needs another card`, "Choose another card"]
      : [`${name} could not be paid`, "Pay now"];
  return (
    <Alert tone="warning" title={title} className="mb-8">
      {needsAuthentication
        ? `The payment for ${name} waits for you. `
        : "The last payment did not go through. "}
      <AppLink href={`/subscriptions/${id}`} className={LINK}>
        {link}
      </AppLink>
    </Alert>
  );
}

/** On the page of a subscription that was canceled while a payment was being charged: what will happen, or did. */
export function FinalChargeNotice({ charge: { amount, status } }: { charge: Charge }) {
  if (status === "under-way") {
    return (
      <Alert key="under-way" tone="info" title="A payment was under way when you canceled">
        Your bank has not answered yet. If it approves the {formatMoney(amount)}, that delivery still comes
        and is the last one. If not, nothing is charged. This page updates by itself.
      </Alert>
    );
  }
  return status === "charged" ? (
    <Alert key="charged" tone="info" title="The payment that was under way when you canceled was charged">
      {formatMoney(amount)} was paid, and that delivery still comes. It is the last one.
    </Alert>
  ) : (
    <Alert tone="info" title="The payment that was under way when you canceled did not go through">
      The {formatMoney(amount)} was not charged, and nothing more will be.
    </Alert>
  );
}

/** On the page of a subscription that ended because the shopper provided no working card. */
export const LapsedNotice = ({ lapsedAt, slug }: { lapsedAt: Date; slug: string }) => (
  <Alert
    tone="info"
    title={
      <span>
        It ended on <OrderDate date={lapsedAt} />
      </span>
    }
  >
    The last payment did not go through, and no other card was chosen within 30 days. Nothing more is charged.{" "}
    <AppLink href={`/products/${slug}`} className={LINK}>
      Subscribe again
    </AppLink>
  </Alert>
);

/** On the page of a subscription after one of its periods was refunded: what that means for the series. */
export const RefundNotice = ({
  refund: { amount, at, then },
  status,
}: {
  refund: SeriesRefund;
  status: Subscription["status"];
}) => (
  <Alert
    tone="info"
    title={
      <span>
        {formatMoney(amount)} was refunded on <OrderDate date={at} />
      </span>
    }
  >
    {then === "pauses" && status !== "paused" ? "The subscription was paused then." : AFTER_REFUND[then]}
  </Alert>
);

const AFTER_REFUND: Record<SeriesRefund["then"], string> = {
  continues: "The subscription was not changed by it.",
  pauses: "The subscription was paused with it. Nothing is charged until you resume.",
  ends: "The subscription has ended with it. Nothing more is charged.",
};
