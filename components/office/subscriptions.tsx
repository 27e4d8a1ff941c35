import { Badge, type Tone } from "@/components/ui/badge";
import { cardName, expiryText } from "@/lib/cards/card";
import type { OfficePeriod, OfficeSubscription, OfficeSubscriptionDetails } from "@/lib/office/screens";
import { formatMoney } from "@/lib/platform/money";
import type { SubscriptionStatus } from "@/lib/subscriptions/subscription-status";
import { OrderStateBadge } from "./orders";
import { FailureWords, PaymentStatusBadge } from "./payments";
import { EmptyList, type Fact, idFacts, RowLink, TextLink, Timestamp, timestampFacts } from "./primitives";
import { Stacked, Table } from "./table";

const STATUSES: Record<SubscriptionStatus, { tone: Tone; label: string }> = {
  starting: { tone: "neutral", label: "Starting" },
  active: { tone: "good", label: "Active" },
  retrying: { tone: "warning", label: "Retrying" },
  needs_authentication: { tone: "warning", label: "Needs authentication" },
  needs_card: { tone: "bad", label: "Needs a card" },
  paused: { tone: "neutral", label: "Paused" },
  canceled: { tone: "neutral", label: "Canceled" },
  completed: { tone: "info", label: "Completed" },
};

export const subscriptionChoices = Object.entries(STATUSES).map(([value, { label }]) => ({ value, label }));

export const SubscriptionStatusBadge = ({ status }: { status: SubscriptionStatus }) => (
  <Badge tone={STATUSES[status].tone}>{STATUSES[status].label}</Badge>
);

export const SubscriptionRows = ({ subscriptions }: { subscriptions: OfficeSubscription[] }) => (
  <Table
    label="Subscriptions"
    headings={["Customer", "Item", "Next charge", "Status"]}
    columns="md:grid-cols-[1fr_1fr_auto_auto]"
    rows={subscriptions.map((subscription) => ({
      key: subscription.id,
      cells: [
        <Stacked key="customer" small={subscription.email}>
          <RowLink href={`/office/subscriptions/${subscription.id}`}>
            {subscription.name ?? subscription.email}
          </RowLink>
        </Stacked>,
        <Stacked key="item" small={termsText(subscription)}>
          {subscription.item}
        </Stacked>,
        subscription.dueAt ? <Timestamp key="next" at={subscription.dueAt} /> : "None is due",
        <SubscriptionStatusBadge key="status" status={subscription.state} />,
      ],
    }))}
  />
);

/** "€12.50 a month, 3 paid", "€890.00 in 6 instalments, 2 paid". */
const termsText = ({ price, interval, count, paid }: OfficeSubscription) =>
  `${formatMoney(price)} ${count === null ? `a ${interval}` : `in ${count} instalments`}, ${paid} paid`;

/** The facts of a subscription, without those that are not known. */
export function subscriptionFacts(subscription: OfficeSubscriptionDetails): Fact[] {
  const { userId, name, email, next, nextTry, card, ids, endedAt, hasLapsed } = subscription;
  return [
    {
      label: "Customer",
      value: <TextLink href={`/office/customers/${userId}`}>{name ?? email}</TextLink>,
    },
    { label: "E-mail", value: email },
    { label: "Item", value: subscription.item },
    { label: "Terms", value: termsText(subscription) },
    { label: "Next charge", value: next ? <NextCharge {...next} /> : "None" },
    ...(nextTry ? [{ label: "Next try", value: <NextTry {...nextTry} /> }] : []),
    { label: "Card", value: card ? `${cardName(card)}, ${expiryText(card)}, ${card.statusLabel}` : "None" },
    ...timestampFacts([
      ["Started", subscription.startedAt],
      ["Next processed by the worker", subscription.processAfter],
      [hasLapsed ? "Ended without a working card" : "Ended", endedAt],
    ]),
    ...idFacts(ids),
  ];
}

const NextCharge = ({ dueAt, amount }: NonNullable<OfficeSubscriptionDetails["next"]>) => (
  <span>
    {formatMoney(amount)}, due <Timestamp at={dueAt} />
  </span>
);

const NextTry = ({ at, number, of }: NonNullable<OfficeSubscriptionDetails["nextTry"]>) => (
  <span>
    {number} of {of}, <Timestamp at={at} />
  </span>
);

/** Each period with every attempt to charge it. An attempt links to its payment. */
export const PeriodRows = ({ periods }: { periods: OfficePeriod[] }) => (
  <ul aria-label="Periods" className="grid gap-6">
    {periods.map(({ number, orderId, orderLabel, state, amount, placedAt, attempts }) => (
      <li key={number} className="grid gap-3">
        <div className="flex flex-wrap items-center gap-x-4 gap-y-1 text-sm">
          <h3 className="text-[0.9375rem] font-semibold">Period {number}</h3>
          <span className="text-muted">
            <TextLink href={`/office/orders/${orderId}`}>{orderLabel}</TextLink>, <Timestamp at={placedAt} />
          </span>
          <span className="ml-auto flex items-center gap-4">
            <OrderStateBadge state={state} />
            <span className="min-w-16 text-right text-[0.9375rem] font-semibold tabular-nums">
              {formatMoney(amount)}
            </span>
          </span>
        </div>
        {attempts.length > 0 ? (
          <Attempts number={number} attempts={attempts} />
        ) : (
          <EmptyList>Not charged yet.</EmptyList>
        )}
      </li>
    ))}
  </ul>
);

const Attempts = ({ number, attempts }: Pick<OfficePeriod, "number" | "attempts">) => (
  <Table
    label={`Attempts of period ${number}`}
    headings={["Started", "Card", "Started by", "Result"]}
    columns="md:grid-cols-[auto_1fr_auto_minmax(0,2fr)]"
    rows={attempts.map(({ id, status, startedAt, failure, isOffSession, ...card }) => ({
      key: id,
      cells: [
        <RowLink key="started" href={`/office/payments/${id}`}>
          <Timestamp at={startedAt} />
        </RowLink>,
        card.last4 ? cardName(card) : "No card",
        isOffSession ? "The shop, off-session" : "The customer",
        <Stacked key="result" small={failure && <FailureWords {...failure} />}>
          <PaymentStatusBadge status={status} />
        </Stacked>,
      ],
    }))}
  />
);
