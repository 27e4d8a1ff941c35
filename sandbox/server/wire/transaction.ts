import type { TransactionRow } from "../../store/payment-rows";
import type { CardRow, CustomerRow } from "../../store/rows";
import { type Amount, formatAmount } from "../amounts";
import { GATEWAY } from "./gateway";

/** What a transaction shows of other rows. */
type Related = {
  card: CardRow | undefined;
  customer: CustomerRow | undefined;
  /** Captured and not refunded. */
  available: Amount;
};

/** A transaction as the API shows it (server-api.md §4.5, Appendix A). */
export function transactionWire(
  row: TransactionRow,
  { card, customer, available }: Related,
): Record<string, unknown> {
  return {
    id: row.id,
    project_id: row.project_id,
    invoice_id: row.invoice_id,
    customer_id: row.customer_id,
    token_id: row.token_id,
    card_id: row.card_id,
    subscription_id: null,
    gateway_configuration_id: GATEWAY.configurationId,
    gateway_name: GATEWAY.name,
    acquirer_name: null,
    merchant_account_id: null,
    name: row.name,
    status: row.status,
    ...amounts(row, available),
    ...flags(row),
    ...errors(row),
    ...checks(row),
    metadata: row.metadata,
    payment_type: "card",
    attempts_count: row.attempts_count,
    scheme_id: row.scheme_id,
    initial_scheme_transaction_id: row.initial_scheme_transaction_id,
    operations: null,
    refunds: null,
    routing_tags: null,
    fraud_service_results: null,
    duplicate_distance_seconds: null,
    details: { country: card?.country_code ?? "" },
    mcc: null,
    is_on_us: null,
    subscription_cycle: null,
    external_details: null,
    buyer: buyerOf(customer),
    origin: "api",
    sandbox: true,
    created_at: row.created_at,
  };
}

/** The payer, one line a field; empty strings where nothing is known, as recorded. */
function buyerOf(customer: CustomerRow | undefined) {
  const words = (...parts: (string | null | undefined)[]) => parts.filter(Boolean).join(" ");
  const { phone } = customer ?? {};
  return {
    name: words(customer?.first_name, customer?.last_name),
    email: customer?.email ?? "",
    address: words(customer?.address1, customer?.address2, customer?.zip, customer?.city),
    phone: words(phone?.dialing_code, phone?.number),
  };
}

/** The sandbox knows no exchange rates: `_local`, the amount in the project's currency, repeats it (INF). */
function amounts(row: TransactionRow, available: Amount) {
  const { amount, authorized_amount, captured_amount, refunded_amount, voided_amount, incremented_amount } =
    row;
  const available_amount = formatAmount(available);
  return {
    currency: row.currency,
    amount,
    amount_local: amount,
    authorized_amount,
    authorized_amount_local: authorized_amount,
    captured_amount,
    captured_amount_local: captured_amount,
    available_amount,
    available_amount_local: available_amount,
    incremented_amount,
    incremented_amount_local: incremented_amount,
    refunded_amount,
    refunded_amount_local: refunded_amount,
    voided_amount,
    voided_amount_local: voided_amount,
    currency_fee: null,
    estimated_fee: "0",
    processout_fee: "0",
    gateway_fee: "0",
    gateway_fee_local: "0",
    gateway_fee_details: { processing_fee: "0", exchange_fee: "0", refund_fee: "0" },
  };
}

function flags(row: TransactionRow) {
  return {
    authorized: row.authorized_at !== null,
    captured: row.captured_at !== null,
    voided: row.status === "voided",
    refunded: row.status === "refunded",
    chargedback: row.chargedback_at !== null,
    received_fraud_notification: row.received_fraud_notification,
    received_retrieval_request: row.received_retrieval_request,
    authorized_at: row.authorized_at,
    captured_at: row.captured_at,
    voided_at: row.voided_at,
    refunded_at: row.refunded_at,
    chargedback_at: row.chargedback_at,
  };
}

function errors(row: TransactionRow) {
  return {
    error_code: row.error_code,
    error_message: row.error_message,
    error_recommendations: [],
    merchant_advice_code: null,
    merchant_advice_reason: null,
    recommendation_code: row.recommendation_code,
    recommendation_reason: row.recommendation_reason,
  };
}

function checks(row: TransactionRow) {
  return {
    cvc_check: row.cvc_check,
    avs_check: row.avs_check,
    card_checks: row.card_checks,
    eci: row.three_d_s?.status === "success" ? "05" : "N/A",
    three_d_s: row.three_d_s,
    three_d_s_status: row.three_d_s_status,
    three_d_s_version: row.three_d_s?.version ?? null,
    sca: null,
  };
}
