import type { InvoiceDetail, InvoiceRow, TransactionRow } from "../../store/payment-rows";
import type { CustomerRow } from "../../store/rows";
import type { Engine } from "../engine";
import { invalid, notFound } from "../errors";
import { newId, randomText } from "../ids";
import { EXTRA_NAMES, type InvoiceParams } from "./params";

/** The invoice with this id in this environment; 404 `resource.invoice.not-found` otherwise. */
export function requireInvoice(engine: Engine, projectId: string, id: string | undefined): InvoiceRow {
  const invoice = id === undefined ? undefined : engine.store.invoices.get(id);
  if (invoice?.project_id !== projectId) throw notFound("invoice");
  return invoice;
}

/** Every invoice has its transaction from the start. */
export function transactionOf(engine: Engine, invoice: InvoiceRow): TransactionRow {
  const transaction = engine.store.transactions.get(invoice.transaction_id);
  if (!transaction) throw notFound("transaction");
  return transaction;
}

/**
 * Stores an invoice and its waiting transaction.
 * 400 without name, amount or currency, with an amount of 0 that is no verification, or in another currency
 * than the customer's, which their first payment fixed (server-api.md §6).
 */
export function createInvoice(
  engine: Engine & { baseUrl: string },
  projectId: string,
  params: InvoiceParams,
): InvoiceRow {
  const { name, currency, amount } = params;
  if (!name) throw invalid("request.validation.missing-name", "An invoice needs a name.", "name");
  if (!currency)
    throw invalid("request.validation.missing-currency", "An invoice needs a currency.", "currency");
  if (amount === undefined || (amount === "0" && params.verification !== true)) {
    throw invalid(
      "request.validation.invalid-amount",
      "An invoice needs an amount greater than 0.",
      "amount",
    );
  }
  const customer = params.customer_id ? requireCustomer(engine, projectId, params.customer_id) : null;
  requireCurrency(customer, currency);

  const id = newId("iv");
  const invoice = engine.store.invoices.insert({
    id,
    project_id: projectId,
    created_at: engine.clock.stamp(),
    customer_id: customer?.id ?? null,
    token_id: null,
    transaction_id: newId("tr"),
    name,
    amount,
    currency: currency,
    metadata: params.metadata ?? {},
    url: `${engine.baseUrl}/test-${projectId}/${id}`,
    client_secret: randomText(40),
    verification: params.verification ?? false,
    initiation_type: params.initiation_type ?? null,
    merchant_initiator_type: params.merchant_initiator_type ?? null,
    payment_intent: params.payment_intent ?? null,
    challenge_indicator: params.challenge_indicator ?? null,
    require_backend_capture: params.require_backend_capture ?? null,
    incremental: params.incremental ?? null,
    auto_capture_at: params.auto_capture_at ?? null,
    expires_at: params.expires_at ?? null,
    return_url: params.return_url ?? null,
    cancel_url: params.cancel_url ?? null,
    webhook_url: params.webhook_url ?? null,
    device: params.device ?? null,
    details: withIds(params.details ?? []),
    extras: Object.fromEntries(
      EXTRA_NAMES.flatMap((extra) => (params[extra] === undefined ? [] : [[extra, params[extra]]])),
    ),
    payment: null,
  });
  engine.store.transactions.insert(waitingTransaction(invoice));
  return invoice;
}

/** Line items get ids of their own, by which refunds and captures may name them. */
export const withIds = (details: Record<string, unknown>[]): InvoiceDetail[] =>
  details.map((detail) => ({ id: newId("iv_det"), ...detail }));

export function requireCustomer(engine: Engine, projectId: string, id: string): CustomerRow {
  const customer = engine.store.customers.get(id);
  if (customer?.project_id !== projectId) throw notFound("customer");
  return customer;
}

/** INF: ProcessOut says the currency cannot change, not how it refuses another one. */
export function requireCurrency(customer: CustomerRow | null, currency: string) {
  if (customer?.currency && customer.currency !== currency) {
    const message = `The customer pays in ${customer.currency}, as set by their first payment.`;
    throw invalid("request.validation.invalid-currency", message, "currency");
  }
}

function waitingTransaction(invoice: InvoiceRow): Omit<TransactionRow, "seq"> {
  return {
    id: invoice.transaction_id,
    project_id: invoice.project_id,
    invoice_id: invoice.id,
    created_at: invoice.created_at,
    customer_id: invoice.customer_id,
    token_id: null,
    card_id: null,
    name: invoice.name,
    currency: invoice.currency,
    metadata: invoice.metadata,
    status: "waiting",
    amount: invoice.amount,
    ...NOTHING_YET,
  };
}

const NOTHING_YET = {
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
