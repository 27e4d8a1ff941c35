import { Badge, type Tone } from "@/components/ui/badge";
import { cardName } from "@/lib/cards/card";
import type { FailedRefund, OfficePayment, OfficePaymentDetails, OfficeRefund } from "@/lib/office/screens";
import type { PaymentStatus } from "@/lib/payments/payment-status";
import { formatMoney } from "@/lib/platform/money";
import type { DisputeState } from "@/prisma/generated/enums";
import { type Fact, idFacts, Row, RowLink, Rows, TextLink, Timestamp, timestampFacts } from "./primitives";

const STATUSES: Record<PaymentStatus, { tone: Tone; label: string }> = {
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

export const PaymentStatusBadge = ({ status }: { status: PaymentStatus }) => (
  <Badge tone={STATUSES[status].tone}>{STATUSES[status].label}</Badge>
);

export function PaymentRows({ payments, label = "Payments" }: { payments: OfficePayment[]; label?: string }) {
  return (
    <Rows label={label}>
      {payments.map((payment) => (
        <Row key={payment.id} columns="grid-cols-[1fr_auto] md:grid-cols-[7rem_1fr_1fr_8rem_7rem]">
          <RowLink href={`/office/payments/${payment.id}`}>{payment.orderLabel}</RowLink>
          <span className="grid min-w-0 max-md:order-3">
            <span className="truncate">{payment.name}</span>
            <span className="truncate text-muted">{payment.email}</span>
          </span>
          <span className="grid min-w-0 text-muted max-md:order-5">
            <span className="truncate">
              <span>
                {payment.last4 ? cardName({ brand: payment.brand, last4: payment.last4 }) : "No card yet"}
              </span>
              {payment.isOffSession && <span> · off-session</span>}
            </span>
            <Timestamp at={payment.startedAt} />
          </span>
          <span className="max-md:order-4 max-md:justify-self-end">
            {payment.dispute ? (
              <DisputeBadge dispute={payment.dispute} />
            ) : (
              <PaymentStatusBadge status={payment.status} />
            )}
          </span>
          <span className="text-right text-[0.9375rem] font-semibold tabular-nums">
            {formatMoney(payment.amount)}
          </span>
        </Row>
      ))}
    </Rows>
  );
}

/** The facts of a payment, without those that are not known. */
export function paymentFacts(payment: OfficePaymentDetails): Fact[] {
  const { userId, name, email, brand, last4, refunded, refundable, ids } = payment;
  const { captureProblem, captureAttempts, disputeSteps, subscriptionId } = payment;
  const customer = userId ? (
    <TextLink href={`/office/customers/${userId}`}>{name}</TextLink>
  ) : (
    `${name}, guest`
  );
  return [
    { label: "Customer", value: customer },
    { label: "E-mail", value: email },
    { label: "Card", value: last4 ? cardName({ brand, last4 }) : "None yet" },
    ...(subscriptionId
      ? [
          {
            label: "Subscription",
            value: <TextLink href={`/office/subscriptions/${subscriptionId}`}>Its subscription</TextLink>,
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
    ...(captureProblem ? [{ label: "Capture", value: captureText(captureProblem, captureAttempts) }] : []),
    ...(payment.failureCode ? [{ label: "Failure code", value: payment.failureCode, isId: true }] : []),
    ...(payment.retryAdvice ? [{ label: "Advice on retries", value: payment.retryAdvice, isId: true }] : []),
    ...(payment.declineRule ? [{ label: "Decline", value: payment.declineRule }] : []),
    ...idFacts(ids),
  ];
}

const captureText = (problem: string, attempts: number) =>
  `Not captured after ${attempts} ${attempts === 1 ? "attempt" : "attempts"}: ${problem}`;

const REFUND_STATUSES: Record<OfficeRefund["state"], { tone: Tone; label: string }> = {
  requested: { tone: "warning", label: "Pending" },
  succeeded: { tone: "good", label: "Refunded" },
  failed: { tone: "bad", label: "Failed" },
  failed_later: { tone: "bad", label: "Failed later" },
};

export function RefundRows({ refunds }: { refunds: OfficeRefund[] }) {
  return (
    <Rows label="Refunds">
      {refunds.map(({ id, amount, state, reason, problem, staff, requestedAt, seriesAfter }) => (
        <Row key={id} columns="grid-cols-[1fr_auto] md:grid-cols-[7rem_1fr_auto]">
          <span className="text-[0.9375rem] font-semibold tabular-nums">{formatMoney(amount)}</span>
          <span className="grid min-w-0 text-muted max-md:order-3 max-md:col-span-2">
            <span className="truncate">
              <span>{reason.replace("_", " ")}</span>
              {seriesAfter && <span>, subscription {seriesAfter}</span>}
              {problem && <span>, {problem}</span>}
            </span>
            <span className="truncate">
              {staff}, <Timestamp at={requestedAt} />
            </span>
          </span>
          <Badge tone={REFUND_STATUSES[state].tone}>{REFUND_STATUSES[state].label}</Badge>
        </Row>
      ))}
    </Rows>
  );
}

/** Refunds that completed and failed afterwards. */
export const FailedRefundRows = ({ refunds }: { refunds: FailedRefund[] }) => (
  <Rows label="Failed refunds">
    {refunds.map(({ id, paymentId, orderLabel, name, amount, at }) => (
      <Row key={id} columns="grid-cols-[1fr_auto] md:grid-cols-[7rem_1fr_11rem_7rem]">
        <RowLink href={`/office/payments/${paymentId}`}>{orderLabel}</RowLink>
        <span className="truncate max-md:order-3">{name}</span>
        <span className="text-muted max-md:order-4 md:text-right">
          <Timestamp at={at} />
        </span>
        <span className="text-right text-[0.9375rem] font-semibold tabular-nums">{formatMoney(amount)}</span>
      </Row>
    ))}
  </Rows>
);
