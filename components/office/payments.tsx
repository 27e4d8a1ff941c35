import { Badge, type Tone } from "@/components/ui/badge";
import { cardName } from "@/lib/cards/card";
import type { FailedRefund, OfficePayment, OfficePaymentDetails, OfficeRefund } from "@/lib/office/screens";
import { counted } from "@/lib/office/words";
import type { PaymentStatus as Status } from "@/lib/payments/payment-status";
import { formatMoney } from "@/lib/platform/money";
import type { DisputeState } from "@/prisma/generated/enums";
import { type Fact, idFacts, RowLink, TextLink, Timestamp, timestampFacts } from "./primitives";
import { Amount, Code, Stacked, Table } from "./table";

const STATUSES: Record<Status, { tone: Tone; label: string }> = {
  created: { tone: "neutral", label: "Created" },
  authorizing: { tone: "info", label: "Authorizing" },
  authorized: { tone: "warning", label: "Authorized" },
  captured: { tone: "good", label: "Captured" },
  failed: { tone: "bad", label: "Failed" },
  voided: { tone: "neutral", label: "Voided" },
  partially_refunded: { tone: "info", label: "Partially refunded" },
  refunded: { tone: "neutral", label: "Refunded" },
};

export const paymentChoices = [
  { value: "pending", label: "Pending" },
  ...Object.entries(STATUSES).map(([value, { label }]) => ({ value, label })),
];

const DISPUTES: Record<DisputeState, { tone: Tone; label: string }> = {
  retrieval_request: { tone: "warning", label: "Bank asks" },
  fraud_notification: { tone: "warning", label: "Fraud warning" },
  opened: { tone: "bad", label: "Disputed" },
  won: { tone: "good", label: "Dispute won" },
  lost: { tone: "bad", label: "Dispute lost" },
};

export const DisputeBadge = ({ dispute }: { dispute: DisputeState }) => (
  <Badge tone={DISPUTES[dispute].tone}>{DISPUTES[dispute].label}</Badge>
);

export const PaymentStatusBadge = ({ status }: { status: Status }) => (
  <Badge tone={STATUSES[status].tone}>{STATUSES[status].label}</Badge>
);

export const PaymentRows = ({
  payments,
  label = "Payments",
}: {
  payments: OfficePayment[];
  label?: string;
}) => (
  <Table
    label={label}
    headings={["Order", "Customer", "Card", "Started", "Status", "Amount"]}
    columns="md:grid-cols-[minmax(7rem,1fr)_1fr_1fr_auto_auto_auto]"
    rows={payments.map((payment) => ({
      key: payment.id,
      cells: [
        <Stacked key="order" small={payment.series?.text}>
          <RowLink href={`/office/payments/${payment.id}`}>{payment.orderLabel}</RowLink>
        </Stacked>,
        <Stacked key="customer" small={payment.email}>
          {payment.name}
        </Stacked>,
        <Stacked key="card" small={payment.isOffSession && "Off-session"}>
          {payment.last4 ? cardName({ brand: payment.brand, last4: payment.last4 }) : "No card yet"}
        </Stacked>,
        <Timestamp key="started" at={payment.startedAt} />,
        <PaymentStatus key="status" payment={payment} />,
        <Amount key="amount">{formatMoney(payment.amount)}</Amount>,
      ],
    }))}
  />
);

const PaymentStatus = ({ payment: { dispute, status, failure } }: { payment: OfficePayment }) => (
  <Stacked small={failure && <Code>{failure.code}</Code>}>
    {dispute ? <DisputeBadge dispute={dispute} /> : <PaymentStatusBadge status={status} />}
  </Stacked>
);

/** The facts of a payment, without those that are not known. */
export function paymentFacts(payment: OfficePaymentDetails): Fact[] {
  const { userId, name, email, brand, last4, refunded, refundable, ids } = payment;
  const { captureProblem, captureAttempts, disputeSteps, series } = payment;
  const customer = userId ? (
    <TextLink href={`/office/customers/${userId}`}>{name}</TextLink>
  ) : (
    `${name}, guest`
  );
  return [
    {
      label: "Order",
      value: <TextLink href={`/office/orders/${payment.orderId}`}>{payment.orderLabel}</TextLink>,
    },
    { label: "Customer", value: customer },
    { label: "E-mail", value: email },
    { label: "Card", value: last4 ? cardName({ brand, last4 }) : "None yet" },
    ...(series
      ? [
          {
            label: "Subscription",
            value: <TextLink href={`/office/subscriptions/${series.subscriptionId}`}>{series.text}</TextLink>,
          },
        ]
      : []),
    { label: "Initiated by", value: payment.isOffSession ? "Merchant, off-session" : "Customer" },
    ...timestampFacts([
      ["Started", payment.startedAt],
      ["Authorized", payment.authorizedAt],
      ["Captured", payment.capturedAt],
      ...disputeSteps.map(({ state, seenAt }) => [DISPUTES[state].label, seenAt] as const),
      ["Last read from ProcessOut", payment.syncedAt],
    ]),
    ...(refunded.minor > 0 ? [{ label: "Refunded", value: formatMoney(refunded) }] : []),
    ...(refundable.minor > 0 ? [{ label: "Refundable", value: formatMoney(refundable) }] : []),
    ...(captureProblem
      ? [{ label: "Capture", value: <CaptureWords code={captureProblem} attempts={captureAttempts} /> }]
      : []),
    ...(payment.failure ? [{ label: "Not paid because", value: <FailureWords {...payment.failure} /> }] : []),
    ...(payment.retryAdvice
      ? [{ label: "Advice on retries", value: <Code>{payment.retryAdvice}</Code> }]
      : []),
    ...idFacts(ids),
  ];
}

/** What the shopper reads, the code, and whether it is retried. */
export const FailureWords = ({ sentence, code, rule }: NonNullable<OfficePayment["failure"]>) => (
  <Stacked
    small={
      <span className="flex flex-wrap gap-x-2">
        <Code>{code}</Code> <span>{rule}</span>
      </span>
    }
  >
    {sentence}
  </Stacked>
);

const CaptureWords = ({ code, attempts }: { code: string; attempts: number }) => (
  <Stacked small={<Code>{code}</Code>}>Not captured after {counted(attempts, "attempt")}</Stacked>
);

const REFUND_STATUSES: Record<OfficeRefund["state"], { tone: Tone; label: string }> = {
  requested: { tone: "warning", label: "Pending" },
  succeeded: { tone: "good", label: "Refunded" },
  failed: { tone: "bad", label: "Failed" },
  failed_later: { tone: "bad", label: "Failed later" },
};

const REASONS: Record<OfficeRefund["reason"], string> = {
  customer_request: "Requested by the customer",
  duplicate: "Duplicate payment",
  fraud: "Fraud",
  other: "Other",
};

const PROBLEMS: Record<string, string> = {
  "refund.failed-later": "Completed, then returned by the bank",
  "refund.charged-back": "The bank had taken the money back already",
};

export const RefundRows = ({ refunds }: { refunds: OfficeRefund[] }) => (
  <Table
    label="Refunds"
    headings={["Amount", "Reason", "By", "Requested", "Status"]}
    columns="md:grid-cols-[auto_1fr_1fr_auto_auto]"
    rows={refunds.map(({ id, amount, state, reason, problem, staff, requestedAt, seriesAfter }) => ({
      key: id,
      cells: [
        <span key="amount" className="text-[0.9375rem] font-semibold tabular-nums">
          {formatMoney(amount)}
        </span>,
        <Stacked key="reason" small={seriesAfter && `Subscription ${seriesAfter}`}>
          {REASONS[reason]}
        </Stacked>,
        staff,
        <Timestamp key="requested" at={requestedAt} />,
        <Stacked key="status" small={problem && <RefundProblem code={problem} />}>
          <Badge tone={REFUND_STATUSES[state].tone}>{REFUND_STATUSES[state].label}</Badge>
        </Stacked>,
      ],
    }))}
  />
);

const RefundProblem = ({ code }: { code: string }) => (
  <span className="grid">
    <span>{PROBLEMS[code] ?? "Nothing was refunded"}</span>
    <Code>{code}</Code>
  </span>
);

/** Refunds that completed and failed afterwards. */
export const FailedRefundRows = ({ refunds }: { refunds: FailedRefund[] }) => (
  <Table
    label="Failed refunds"
    headings={["Order", "Customer", "Returned", "Amount"]}
    columns="md:grid-cols-[auto_1fr_auto_auto]"
    rows={refunds.map(({ id, paymentId, orderLabel, name, amount, at }) => ({
      key: id,
      cells: [
        <RowLink key="order" href={`/office/payments/${paymentId}`}>
          {orderLabel}
        </RowLink>,
        name,
        <Timestamp key="returned" at={at} />,
        <Amount key="amount">{formatMoney(amount)}</Amount>,
      ],
    }))}
  />
);
