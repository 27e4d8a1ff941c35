import type { InvoiceRow, PaymentAttempt, TransactionRow } from "../../store/payment-rows";
import type { CardRow } from "../../store/rows";
import type { Engine } from "../engine";
import { invalid } from "../errors";
import { requireCurrency } from "./invoices";
import { notify } from "./notify";
import { request } from "./rules/authorization";
import { resolveSource } from "./source";
import { stampNow } from "./stamp";

/** A payment in progress: its rows as now stored. */
export type Attempt = { invoice: InvoiceRow; transaction: TransactionRow; card: CardRow };

export type AttemptOptions = {
  sale: boolean;
  incremental: boolean;
  initial_scheme_transaction_id: string | null;
};

/**
 * Starts the payment of an invoice with a source, or resumes it when this source is already paying it: clients of
 * 3-D Secure 1 send the card again after the bank's page. The attempt uses up the card id, whatever its outcome.
 */
export function startAttempt(
  engine: Engine,
  invoice: InvoiceRow,
  transaction: TransactionRow,
  given: string,
  options: AttemptOptions,
): Attempt {
  const { card, token } = resolveSource(engine, invoice, given);
  if (transaction.status === "waiting" && invoice.payment?.source === given) {
    return { invoice, transaction, card };
  }
  const customerId = token?.customer_id ?? invoice.customer_id;
  const customer = customerId ? engine.store.customers.get(customerId) : undefined;
  requireCurrency(customer ?? null, invoice.currency);

  const payment: PaymentAttempt = { source: given, card_id: card.id, token_id: token?.id ?? null };
  const payer = { card_id: card.id, token_id: payment.token_id, customer_id: customerId };
  const requested = request(transaction, { ...options, ...payer }, stampNow(engine));
  const paying = { ...invoice, customer_id: customerId, token_id: payment.token_id, payment };
  if (token === null) engine.store.cards.put({ ...card, used_by: invoice.id });
  engine.store.invoices.put(paying);
  engine.store.transactions.put(requested);
  notify(engine, "requested", requested);
  return { invoice: paying, transaction: requested, card };
}

/** The payment that a `gway_req_` resumes; 400 when there is none or it is final. */
export function resumeAttempt(engine: Engine, invoice: InvoiceRow, transaction: TransactionRow): Attempt {
  const card = invoice.payment ? engine.store.cards.get(invoice.payment.card_id) : undefined;
  const isOpen = transaction.status === "waiting" || transaction.error_code === "card.needs-authentication";
  if (!card || !isOpen) {
    throw invalid("request.source.invalid", "No payment waits for this gateway request.", "source");
  }
  return { invoice, transaction, card };
}
