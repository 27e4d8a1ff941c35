import type { ThreeDS, TransactionRow } from "../../../store/payment-rows";
import { type Amount, formatAmount, readAmount } from "../../amounts";
import { requireAmount, requireState } from "./guards";
import { type Decline, record, recordExchange, type Stamp } from "./operations";

/** Who pays and how, as the request for an authorization names it. */
export type PaymentRequest = {
  card_id: string;
  token_id: string | null;
  customer_id: string | null;
  incremental: boolean;
  /** Capture at once after the authorization. */
  sale: boolean;
  initial_scheme_transaction_id: string | null;
};

/** An invoice may be tried again after a decline, with the same source or another (INF). */
export function isPayable(transaction: TransactionRow): boolean {
  return transaction.status === "waiting" || transaction.status === "failed";
}

/** The first of the operations of an attempt: `request`. Errors of an earlier attempt are cleared. */
export function request(transaction: TransactionRow, payment: PaymentRequest, stamp: Stamp): TransactionRow {
  requireState(isPayable(transaction), `A transaction that is ${transaction.status} cannot be authorized.`);
  const asked: TransactionRow = {
    ...transaction,
    status: "waiting",
    card_id: payment.card_id,
    token_id: payment.token_id,
    customer_id: payment.customer_id,
    incremental: payment.incremental,
    initial_scheme_transaction_id: payment.initial_scheme_transaction_id,
    attempts_count: transaction.attempts_count + 1,
    error_code: null,
    error_message: null,
    recommendation_code: null,
    recommendation_reason: null,
    three_d_s_status: "unchecked",
    three_d_s: null,
  };
  const metadata = { is_sale: String(payment.sale) };
  return record(asked, { type: "request", amount: transaction.amount, metadata }, stamp);
}

/** Records the result of 3-D Secure: before the request to the gateway, or instead of it when it failed. */
export function recordThreeDS(
  transaction: TransactionRow,
  threeDS: ThreeDS,
  decline: Decline | null,
  stamp: Stamp,
): TransactionRow {
  const step = {
    type: "three_d_s_check" as const,
    amount: transaction.amount,
    has_failed: decline !== null,
    error_code: decline?.code ?? null,
    error_message: decline?.message ?? null,
  };
  const recorded = record(transaction, step, stamp);
  return { ...recorded, three_d_s: threeDS, three_d_s_status: threeDS.status };
}

/** Ends the attempt without a request to the gateway: 3-D Secure failed or is missing. */
export function refuse(transaction: TransactionRow, decline: Decline): TransactionRow {
  requireState(isPayable(transaction), `A transaction that is ${transaction.status} cannot be refused.`);
  return failed(transaction, decline);
}

/** The gateway's answer to an authorization of the whole amount: `authorized`, or `failed` with the decline. */
export function authorize(
  transaction: TransactionRow,
  outcome: Decline | null,
  stamp: Stamp,
): TransactionRow {
  requireState(isPayable(transaction), `A transaction that is ${transaction.status} cannot be authorized.`);
  const step = { type: "authorization" as const, amount: transaction.amount };
  if (outcome) return failed(recordExchange(transaction, step, outcome, stamp), outcome);
  const schemeId = stamp.digits(15);
  const proof = { scheme_id: schemeId, authorization_code: stamp.digits(6) };
  return {
    ...recordExchange(transaction, { ...step, ...proof }, null, stamp),
    status: "authorized",
    scheme_id: schemeId,
    authorized_amount: transaction.amount,
    authorized_at: stamp.now,
  };
}

/** Adds `amount` to what is authorized. Needs `incremental` at authorization, and nothing captured yet. */
export function increment(
  transaction: TransactionRow,
  amount: Amount,
  outcome: Decline | null,
  stamp: Stamp,
): TransactionRow {
  requireState(
    transaction.status === "authorized" && transaction.incremental,
    "Only an incremental authorization that is not captured yet can be incremented.",
  );
  requireAmount(amount > 0n, "The amount to add must be greater than 0.");
  const step = { type: "increment_authorization" as const, amount: formatAmount(amount) };
  const recorded = recordExchange(transaction, step, outcome, stamp);
  if (outcome) return { ...recorded, error_code: outcome.code, error_message: outcome.message };
  return {
    ...recorded,
    authorized_amount: formatAmount(readAmount(transaction.authorized_amount) + amount),
    incremented_amount: formatAmount(readAmount(transaction.incremented_amount) + amount),
  };
}

function failed(transaction: TransactionRow, decline: Decline): TransactionRow {
  return {
    ...transaction,
    status: "failed",
    error_code: decline.code,
    error_message: decline.message,
    recommendation_code: decline.recommendation?.code ?? null,
    recommendation_reason: decline.recommendation?.reason ?? null,
  };
}
