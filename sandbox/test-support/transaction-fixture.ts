import { type PaymentRequest, request } from "../server/payments/rules/authorization";
import type { Stamp } from "../server/payments/rules/operations";
import type { TransactionRow } from "../store/payment-rows";

/** Ids, times and references that count up, for tests that compare whole records. */
export function countingStamp(): Stamp {
  let count = 0;
  const next = (length: number) => String(++count).padStart(length, "0");
  return {
    now: "2026-11-22T10:00:00.000000Z",
    id: (prefix) => `${prefix}_${next(32)}`,
    hex: next,
    digits: next,
  };
}

export const CARD_PAYMENT: PaymentRequest = {
  card_id: "card_1",
  token_id: null,
  customer_id: null,
  incremental: false,
  sale: false,
  initial_scheme_transaction_id: null,
};

/** A transaction of `amount` as an invoice makes it: waiting, nothing recorded. */
export function waitingTransaction(amount: string): TransactionRow {
  return {
    id: "tr_1",
    seq: 1,
    project_id: "proj_1",
    invoice_id: "iv_1",
    customer_id: null,
    token_id: null,
    card_id: null,
    name: "Coffee",
    currency: "EUR",
    metadata: {},
    created_at: "2026-11-22T10:00:00.000000Z",
    status: "waiting",
    amount,
    authorized_amount: "0",
    captured_amount: "0",
    refunded_amount: "0",
    voided_amount: "0",
    incremented_amount: "0",
    authorized_at: null,
    captured_at: null,
    refunded_at: null,
    voided_at: null,
    chargedback_at: null,
    incremental: false,
    attempts_count: 0,
    error_code: null,
    error_message: null,
    recommendation_code: null,
    recommendation_reason: null,
    scheme_id: null,
    initial_scheme_transaction_id: null,
    cvc_check: "unchecked",
    avs_check: "unchecked",
    card_checks: {},
    three_d_s_status: "unchecked",
    three_d_s: null,
    received_fraud_notification: false,
    received_retrieval_request: false,
    operations: [],
  };
}

/** The same after the `request` operation, ready for the gateway. */
export function requestedTransaction(amount: string, stamp: Stamp): TransactionRow {
  return request(waitingTransaction(amount), CARD_PAYMENT, stamp);
}
