import type { InvoiceRow, RefundRow, TransactionRow } from "../store/payment-rows";
import type { CardRow, CustomerRow, DeliveryRow, EventRow, TokenRow } from "../store/rows";
import type { Engine } from "./engine";
import { type Expand, type Expanders, inline, NOTHING } from "./expand";
import { availableAmount } from "./payments/rules/refund";
import { cardWire } from "./wire/card";
import { customerWire } from "./wire/customer";
import { eventWire, webhookWire } from "./wire/event";
import { GATEWAY, gatewayConfigurationWire, gatewayWire } from "./wire/gateway";
import { invoiceWire } from "./wire/invoice";
import { operationWire } from "./wire/operation";
import { projectWire } from "./wire/project";
import { refundWire } from "./wire/refund";
import { tokenWire } from "./wire/token";
import { transactionWire } from "./wire/transaction";

// Every resource as the API answers it: its wire form (wire/, pure), with the sub-resources that `expand` names
// inlined (server-api.md §1.4). One file, because resources expand each other. An absent sub-resource is null.

const MAX_CHILDREN = 100;

/** A resource that a row may name. */
const optional = <R, W>(row: R | undefined, show: (row: R) => W): W | null => (row ? show(row) : null);

const CARD: Expanders<Engine, CardRow> = {
  project: (engine, row, deeper) => showProject(engine, row.project_id, deeper),
  token: (engine, row, deeper) => showTokenOf(engine, row.used_by, deeper),
};

export function showCard(engine: Engine, row: CardRow, expand: Expand = NOTHING) {
  return inline(cardWire(row, engine.clock.now()), CARD, engine, row, expand);
}

const CUSTOMER: Expanders<Engine, CustomerRow> = {
  project: (engine, row, deeper) => showProject(engine, row.project_id, deeper),
  default_token: (engine, row, deeper) => showTokenOf(engine, row.default_token_id, deeper),
  tokens: (engine, row, deeper) =>
    engine.store.tokens
      .list("customer", row.id, { order: "desc", limit: MAX_CHILDREN })
      .map((token) => showToken(engine, token, deeper)),
  transactions: (engine, row, deeper) =>
    engine.store.transactions
      .list("customer", row.id, { order: "desc", limit: MAX_CHILDREN })
      .map((transaction) => showTransaction(engine, transaction, deeper)),
  subscriptions: () => [],
};

export function showCustomer(engine: Engine, row: CustomerRow, expand: Expand = NOTHING) {
  return inline(customerWire(row), CUSTOMER, engine, row, expand);
}

const TOKEN: Expanders<Engine, TokenRow> = {
  project: (engine, row, deeper) => showProject(engine, row.project_id, deeper),
  customer: (engine, row, deeper) => showCustomerOf(engine, row.customer_id, deeper),
  card: (engine, row, deeper) => showCardOf(engine, row.card_id, deeper),
  invoice: (engine, row, deeper) => showInvoiceOf(engine, row.invoice_id, deeper),
  gateway_configuration: (engine, row, deeper) =>
    row.gateway_configuration_id === GATEWAY.configurationId
      ? showGatewayConfiguration(engine, row.project_id, deeper)
      : null,
};

/** A token as lists show it: without its card (server-api.md §4.2). */
export function showListedToken(engine: Engine, row: TokenRow, expand: Expand = NOTHING) {
  const customer = engine.store.customers.get(row.customer_id);
  return inline(tokenWire(row, customer?.default_token_id === row.id), TOKEN, engine, row, expand);
}

/** A token as it is created, fetched and updated: with its card inline, or null while it has none. */
export function showToken(engine: Engine, row: TokenRow, expand: Expand = NOTHING) {
  const wire = showListedToken(engine, row, expand);
  if (wire.card === undefined) wire.card = showCardOf(engine, row.card_id, NOTHING);
  return wire;
}

/** A token as events show it: with its customer inline (server-api.md §3.6). */
export const showTokenInEvent = (engine: Engine, row: TokenRow) =>
  showToken(engine, row, expandNames("customer"));

const PROJECT: Expanders<Engine, string> = {
  gateway_configurations: (engine, id, deeper) => [showGatewayConfiguration(engine, id, deeper)],
  supervisor_project: (engine, id, deeper) =>
    showProject(engine, engine.store.projects.get(id)?.supervisor_project_id ?? "", deeper),
};

/** A project by its id, or null when there is none. */
export function showProject(engine: Engine, id: string, expand: Expand = NOTHING) {
  return optional(engine.store.projects.get(id), (row) =>
    inline(projectWire(row), PROJECT, engine, id, expand),
  );
}

const GATEWAY_CONFIGURATION: Expanders<Engine, string> = {
  project: showProject,
  gateway: gatewayWire,
};

/** The one gateway configuration of a project. */
export function showGatewayConfiguration(engine: Engine, projectId: string, expand: Expand = NOTHING) {
  const project = engine.store.projects.get(projectId);
  const wire = gatewayConfigurationWire(projectId, project, engine.clock.stamp());
  return inline(wire, GATEWAY_CONFIGURATION, engine, projectId, expand);
}

const INVOICE: Expanders<Engine, InvoiceRow> = {
  project: (engine, row, deeper) => showProject(engine, row.project_id, deeper),
  transaction: (engine, row, deeper) => showTransactionOf(engine, row.transaction_id, deeper),
  customer: (engine, row, deeper) => showCustomerOf(engine, row.customer_id, deeper),
  token: (engine, row, deeper) => showTokenOf(engine, row.token_id, deeper),
  subscription: () => null,
  // Dynamic checkout is not part of this sandbox: always the empty list.
  payment_methods: () => [],
};

export function showInvoice(engine: Engine, row: InvoiceRow, expand: Expand = NOTHING) {
  return inline(invoiceWire(row), INVOICE, engine, row, expand);
}

const operationsOf = (row: TransactionRow) =>
  row.operations.map((operation) => operationWire(operation, row));

const TRANSACTION: Expanders<Engine, TransactionRow> = {
  operations: (_, row) => operationsOf(row),
  refunds: (engine, row, deeper) =>
    [...engine.store.refunds.walk("transaction", row.id)].map((refund) => showRefund(engine, refund, deeper)),
  gateway_configuration: (engine, row, deeper) => showGatewayConfiguration(engine, row.project_id, deeper),
  external_three_d_s_gateway_configuration: () => null,
  subscription: () => null,
  project: (engine, row, deeper) => showProject(engine, row.project_id, deeper),
  invoice: (engine, row, deeper) => showInvoiceOf(engine, row.invoice_id, deeper),
  customer: (engine, row, deeper) => showCustomerOf(engine, row.customer_id, deeper),
  token: (engine, row, deeper) => showTokenOf(engine, row.token_id, deeper),
  card: (engine, row, deeper) => showCardOf(engine, row.card_id, deeper),
};

export function showTransaction(engine: Engine, row: TransactionRow, expand: Expand = NOTHING) {
  const { cards, customers } = engine.store;
  const wire = transactionWire(row, {
    card: row.card_id ? cards.get(row.card_id) : undefined,
    customer: row.customer_id ? customers.get(row.customer_id) : undefined,
    available: availableAmount(row),
  });
  return inline(wire, TRANSACTION, engine, row, expand);
}

/** The body that authorize, capture and void answer: always with its operations, as recorded. */
export function transactionBody(engine: Engine, row: TransactionRow, expand: Expand) {
  return { transaction: { ...showTransaction(engine, row, expand), operations: operationsOf(row) } };
}

/** A transaction as events show it: with its first level inline (server-api.md §3.6). */
export const showTransactionInEvent = (engine: Engine, row: TransactionRow) =>
  showTransaction(
    engine,
    row,
    expandNames("operations", "refunds", "gateway_configuration", "invoice", "card"),
  );

const REFUND: Expanders<Engine, RefundRow> = {
  transaction: (engine, row, deeper) => showTransactionOf(engine, row.transaction_id, deeper),
};

export function showRefund(engine: Engine, row: RefundRow, expand: Expand = NOTHING) {
  return inline(refundWire(row), REFUND, engine, row, expand);
}

const EVENT: Expanders<Engine, EventRow> = {
  project: (engine, row, deeper) => showProject(engine, row.project_id, deeper),
  webhooks: (engine, row) =>
    engine.store.deliveries
      .list("event", row.id, { order: "desc", limit: MAX_CHILDREN })
      .map((delivery) => showWebhook(engine, delivery)),
};

export function showEvent(engine: Engine, row: EventRow, expand: Expand = NOTHING) {
  return inline(eventWire(row), EVENT, engine, row, expand);
}

const WEBHOOK: Expanders<Engine, DeliveryRow> = {
  project: (engine, row, deeper) => showProject(engine, row.project_id, deeper),
  event: (engine, row) =>
    optional(engine.store.events.get(row.event_id), (event) => showEvent(engine, event)),
};

/** A delivery of an event. */
export function showWebhook(engine: Engine, row: DeliveryRow, expand: Expand = NOTHING) {
  return inline(webhookWire(row), WEBHOOK, engine, row, expand);
}

type Id = string | null;

const showCardOf = (engine: Engine, id: Id, expand: Expand) =>
  optional(engine.store.cards.get(id ?? ""), (row) => showCard(engine, row, expand));

const showCustomerOf = (engine: Engine, id: Id, expand: Expand) =>
  optional(engine.store.customers.get(id ?? ""), (row) => showCustomer(engine, row, expand));

const showTokenOf = (engine: Engine, id: Id, expand: Expand) =>
  optional(engine.store.tokens.get(id ?? ""), (row) => showToken(engine, row, expand));

const showInvoiceOf = (engine: Engine, id: Id, expand: Expand) =>
  optional(engine.store.invoices.get(id ?? ""), (row) => showInvoice(engine, row, expand));

const showTransactionOf = (engine: Engine, id: Id, expand: Expand) =>
  optional(engine.store.transactions.get(id ?? ""), (row) => showTransaction(engine, row, expand));

const expandNames = (...names: string[]): Expand => new Map(names.map((name) => [name, new Map()]));
