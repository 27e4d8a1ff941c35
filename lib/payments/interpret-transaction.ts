import { type Money, parseMoney } from "@/lib/platform/money";
import type { Transaction } from "@/lib/processout";
import type { PaymentStatus } from "./payment-status";

/** What a transaction says about a payment. */
export type Reading = {
  /** Undefined: nothing to conclude, as while the shopper is at the bank. */
  status: PaymentStatus | undefined;
  /** Minor units. */
  refunded: number;
  failureCode: string | null;
  /** The network's advice on a decline: `do-not-retry`. */
  retryAdvice: string | null;
};

/**
 * Amounts and flags decide before the status does: a transaction in dispute has a status of its own and was captured
 * all the same. A status nobody has heard of concludes nothing.
 */
export function readTransaction(transaction: Transaction): Reading {
  const { currency } = transaction;
  const amount = (decimal: string | null | undefined) => (decimal ? parseMoney(decimal, currency).minor : 0);
  const captured = amount(transaction.captured_amount);
  const refunded = amount(transaction.refunded_amount);
  const failureCode = transaction.error_code ?? null;
  if (captured > 0 || transaction.captured) {
    const isAllBack = refunded > 0 && refunded >= captured;
    const status = isAllBack ? "refunded" : refunded > 0 ? "partially_refunded" : "captured";
    return { status, refunded, failureCode: null, retryAdvice: null };
  }
  const retryAdvice = transaction.recommendation_code ?? null;
  const status = STATUS[transaction.status];
  return { status, refunded: 0, failureCode, retryAdvice, ...stillAsking(transaction) };
}

const STATUS: Record<string, PaymentStatus | undefined> = {
  authorized: "authorized",
  "pending-capture": "authorized",
  failed: "failed",
  blocked: "failed",
  voided: "voided",
};

/** The bank wants the shopper: ProcessOut calls that failed, and the browser is about to step up. */
const stillAsking = ({ status, error_code }: Transaction) =>
  status === "failed" && error_code === "card.needs-authentication" ? { status: undefined } : {};

type Expected = { amount: number; currency: string; customerId: string | null; invoiceId: string | null };

/**
 * What is wrong with an authorization that is about to be captured, or null. The browser was given the invoice, so
 * nothing it could have changed is believed.
 */
export function findMismatch(payment: Expected, transaction: Transaction): string | null {
  const { currency, customer_id, invoice_id } = transaction;
  if (currency !== payment.currency) return `currency ${currency} instead of ${payment.currency}`;
  const wanted: Money = { minor: payment.amount, currency };
  const amounts = [transaction.amount, transaction.authorized_amount ?? transaction.amount];
  const wrong = amounts.find((decimal) => parseMoney(decimal, currency).minor !== wanted.minor);
  if (wrong !== undefined) return `amount ${wrong} instead of ${payment.amount} minor units`;
  if (payment.customerId && customer_id !== payment.customerId) return "another customer";
  if (invoice_id && invoice_id !== payment.invoiceId) return "another invoice";
  return null;
}
