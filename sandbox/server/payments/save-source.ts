import type { InvoiceRow, TransactionRow } from "../../store/payment-rows";
import type { CardRow } from "../../store/rows";
import type { Engine } from "../engine";
import { invalid } from "../errors";
import { fireEvent } from "../events";
import { newId } from "../ids";
import { showToken } from "../resources";
import { summaryOf } from "../rules/card-number";
import { becomeDefault } from "../rules/default-token";

/** `save_source` needs a customer to save the card for (INF). Checked before the charge. */
export function requireOwner(invoice: InvoiceRow, saveSource: boolean) {
  if (!saveSource || invoice.customer_id !== null) return;
  throw invalid("request.validation.error", "save_source needs an invoice with a customer.", "save_source");
}

/** Saves the card that just paid as a token of the invoice's customer. The payment verified it. */
export function saveSource(engine: Engine, transaction: TransactionRow, card: CardRow): TransactionRow {
  const { customer_id, project_id } = transaction;
  if (customer_id === null || transaction.token_id !== null) return transaction;
  const token = engine.store.tokens.insert({
    id: newId("tok"),
    project_id,
    customer_id,
    card_id: card.id,
    invoice_id: null,
    gateway_configuration_id: null,
    type: "card",
    verify: false,
    verify_metadata: {},
    verify_statement_descriptor: null,
    verification_status: "not-requested",
    is_chargeable: true,
    set_default: null,
    summary: summaryOf(card),
    description: null,
    metadata: {},
    return_url: null,
    cancel_url: null,
    invoice_return_url: null,
    webhook_url: null,
    manual_invoice_cancellation: null,
    provision_network_token: null,
    preferred_scheme: card.preferred_scheme,
    device: null,
    created_at: engine.clock.stamp(),
  });
  becomeDefault(engine, token);
  fireEvent(engine, project_id, "customer.token.created", "token", showToken(engine, token));
  const saved = { ...transaction, token_id: token.id };
  engine.store.transactions.put(saved);
  return saved;
}
