import { type Money, parseMoney } from "@/lib/platform/money";
import { lookUp } from "@/lib/platform/typed-text";
import type { Transaction } from "@/lib/processout";
import type { DisputeState } from "@/prisma/generated/enums";
import { adviceOf } from "./decline-rules";
import type { PaymentStatus } from "./payment-status";

/** The meaning of a ProcessOut transaction for a payment. */
export type Interpretation = {
  /** Undefined: nothing can be concluded, for example during a challenge. */
  status: PaymentStatus | undefined;
  /** What the status says about a dispute. Null: nothing, which does not mean that there was none. */
  dispute: DisputeState | null;
  /** The payment was charged back at some time, whatever its status is now. */
  wasChargedBack: boolean;
  /** Minor units. */
  refunded: number;
  failureCode: string | null;
  /** `adviceOf` a decline. */
  retryAdvice: string | null;
};

/**
 * Amounts and flags decide before the status does: a transaction in dispute has a status of its own and was captured
 * all the same. An unknown status concludes nothing.
 */
export function interpretTransaction(transaction: Transaction): Interpretation {
  const { currency } = transaction;
  const amount = (decimal: string | null | undefined) => (decimal ? parseMoney(decimal, currency).minor : 0);
  const captured = amount(transaction.captured_amount);
  const refunded = amount(transaction.refunded_amount);
  const failureCode = transaction.error_code ?? null;
  const dispute = DISPUTE[transaction.status] ?? null;
  const wasChargedBack = transaction.chargedback ?? false;
  if (captured > 0 || transaction.captured) {
    const isRefundedInFull = refunded > 0 && refunded >= captured;
    const status = isRefundedInFull ? "refunded" : refunded > 0 ? "partially_refunded" : "captured";
    return { status, dispute, wasChargedBack, refunded, failureCode: null, retryAdvice: null };
  }
  const retryAdvice = adviceOf(transaction);
  const status = needsChallenge(transaction) ? undefined : lookUp(STATUS, transaction.status);
  return { status, dispute: null, wasChargedBack: false, refunded: 0, failureCode, retryAdvice };
}

const STATUS: Record<string, PaymentStatus | undefined> = {
  authorized: "authorized",
  "pending-capture": "authorized",
  failed: "failed",
  blocked: "failed",
  voided: "voided",
};

/** ProcessOut's statuses of a dispute. That `solved` is won and `reversed` lost is inferred from its events. */
const DISPUTE: Record<string, DisputeState | undefined> = {
  "retrieval-request": "retrieval_request",
  "fraud-notification": "fraud_notification",
  "chargeback-initiated": "opened",
  solved: "won",
  reversed: "lost",
};

/** The bank asks for a challenge. ProcessOut reports `failed`, and the browser is about to start the challenge. */
const needsChallenge = ({ status, error_code }: Transaction) =>
  status === "failed" && error_code === "card.needs-authentication";

type Expected = { amount: number; currency: string; customerId: string | null; invoiceId: string | null };

/**
 * How an authorization differs from its payment, or null if it may be captured. The browser had the invoice, so
 * everything that it could have changed is compared.
 */
export function findMismatch(payment: Expected, transaction: Transaction): string | null {
  const { currency, customer_id, invoice_id } = transaction;
  if (currency !== payment.currency) return `currency ${currency} instead of ${payment.currency}`;
  const wanted: Money = { minor: payment.amount, currency };
  const amounts = [transaction.amount, transaction.authorized_amount ?? transaction.amount];
  const wrong = amounts.find((decimal) => parseMoney(decimal, currency).minor !== wanted.minor);
  if (wrong !== undefined) return `amount ${wrong} instead of ${payment.amount} minor units`;
  // Null for a card that is not saved: a saved card of any Customer is then a stranger's.
  if ((customer_id ?? null) !== payment.customerId) return "another customer";
  if (!payment.customerId && transaction.token_id) return "a saved card";
  if (invoice_id && invoice_id !== payment.invoiceId) return "another invoice";
  return null;
}
