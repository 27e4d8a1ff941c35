import { AppLink } from "@/components/ui/app-link";
import { Badge, type Tone } from "@/components/ui/badge";
import { cardName, expiryText } from "@/lib/cards/card";
import type { OfficePeriod, OfficeSubscription, OfficeSubscriptionDetails } from "@/lib/office/screens";
import { formatMoney } from "@/lib/platform/money";
import type { SubscriptionStatus } from "@/lib/subscriptions/subscription-status";
import { PaymentStatusBadge } from "./payments";
import { type Fact, idFacts, Row, RowLink, Rows, TextLink, Timestamp, timestampFacts } from "./primitives";

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

export function SubscriptionRows({ subscriptions }: { subscriptions: OfficeSubscription[] }) {
  return (
    <Rows label="Subscriptions">
      {subscriptions.map((subscription) => (
        <Row key={subscription.id} columns="grid-cols-[1fr_auto] md:grid-cols-[1fr_1fr_1fr_11rem]">
          <RowLink href={`/office/subscriptions/${subscription.id}`}>
            {subscription.name ?? subscription.email}
          </RowLink>
          <span className="grid min-w-0 max-md:order-2 max-md:col-span-2">
            <span className="truncate">{subscription.item}</span>
            <span className="text-muted">{termsText(subscription)}</span>
          </span>
          <span className="text-muted max-md:order-3 max-md:col-span-2">
            {subscription.dueAt ? (
              <span>
                Next <Timestamp at={subscription.dueAt} />
              </span>
            ) : (
              "No charge is due"
            )}
          </span>
          <span className="md:justify-self-end">
            <SubscriptionStatusBadge status={subscription.state} />
          </span>
        </Row>
      ))}
    </Rows>
  );
}

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
    { label: "Card", value: card ? `${cardName(card)}, ${expiryText(card)}, ${card.status}` : "None" },
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

const PERIOD_STATUSES: Record<OfficePeriod["state"], { tone: Tone; label: string }> = {
  open: { tone: "warning", label: "Not paid" },
  paid: { tone: "good", label: "Paid" },
  canceled: { tone: "neutral", label: "Canceled" },
};

/** Each period with every attempt to charge it. An attempt links to its payment. */
export const PeriodRows = ({ periods }: { periods: OfficePeriod[] }) => (
  <Rows label="Periods">
    {periods.map(({ number, orderLabel, state, amount, placedAt, attempts }) => (
      <li key={number} className="grid gap-2 px-4 py-4 text-sm sm:px-5">
        <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
          <h3 className="text-[0.9375rem] font-semibold">Period {number}</h3>
          <span className="text-muted">
            {orderLabel}, <Timestamp at={placedAt} />
          </span>
          <span className="ml-auto flex items-center gap-4">
            <Badge tone={PERIOD_STATUSES[state].tone}>{PERIOD_STATUSES[state].label}</Badge>
            <span className="min-w-16 text-right text-[0.9375rem] font-semibold tabular-nums">
              {formatMoney(amount)}
            </span>
          </span>
        </div>
        {attempts.length > 0 ? (
          <Attempts number={number} attempts={attempts} />
        ) : (
          <p className="text-muted">Not charged yet.</p>
        )}
      </li>
    ))}
  </Rows>
);

const Attempts = ({ number, attempts }: Pick<OfficePeriod, "number" | "attempts">) => (
  <ul aria-label={`Attempts of period ${number}`} className="grid border-l-2 border-line">
    {attempts.map(({ id, status, startedAt, problem, isOffSession, ...card }) => (
      <li
        key={id}
        className="relative grid grid-cols-[1fr_auto] gap-x-4 px-4 py-2 hover:bg-sunken/60 md:grid-cols-[11rem_1fr_1fr_auto] md:items-center"
      >
        <AppLink
          href={`/office/payments/${id}`}
          className="font-medium underline underline-offset-4 after:absolute after:inset-0"
        >
          <Timestamp at={startedAt} />
        </AppLink>
        <span className="min-w-0 truncate text-muted max-md:order-3 max-md:col-span-2">
          {card.last4 ? cardName(card) : "No card"}, {isOffSession ? "off-session" : "by the customer"}
        </span>
        <span className="min-w-0 font-mono text-xs break-all text-muted max-md:order-4 max-md:col-span-2">
          {problem}
        </span>
        <PaymentStatusBadge status={status} />
      </li>
    ))}
  </ul>
);
