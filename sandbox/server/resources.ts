import type { TransactionRow } from "../store/payment-rows";
import type { Expand, Expanders } from "./expand";
import type { Engine } from "./route";
import { cardWire } from "./wire/card";
import { customerWire } from "./wire/customer";
import { gatewayConfigurationWire } from "./wire/gateway";
import { invoiceWire } from "./wire/invoice";
import { operationWire } from "./wire/operation";
import { projectWire } from "./wire/project";
import { refundWire } from "./wire/refund";
import { tokenWire } from "./wire/token";

/** The sub-resources of a transaction. One it does not have (a token, say) is null. */
export const transactionExpanders: Expanders<Engine, TransactionRow> = {
  operations: (_, row) => row.operations.map((operation) => operationWire(operation, row)),
  refunds: (engine, row, deeper) =>
    [...engine.store.refunds.walk("transaction", row.id)].map((refund) => refundWire(engine, refund, deeper)),
  gateway_configuration: (engine, row, deeper) => gatewayConfigurationWire(engine, row.project_id, deeper),
  external_three_d_s_gateway_configuration: () => null,
  subscription: () => null,
  project: (engine, row, deeper) => projectWire(engine, row.project_id, deeper),
  invoice: (engine, row, deeper) => {
    const invoice = engine.store.invoices.get(row.invoice_id);
    return invoice ? invoiceWire(engine, invoice, deeper) : null;
  },
  customer: (engine, row, deeper) => {
    const customer = row.customer_id ? engine.store.customers.get(row.customer_id) : undefined;
    return customer ? customerWire(engine, customer, deeper) : null;
  },
  token: (engine, row, deeper) => {
    const token = row.token_id ? engine.store.tokens.get(row.token_id) : undefined;
    return token ? tokenWire(engine, token, deeper) : null;
  },
  card: (engine, row, deeper) => {
    const card = row.card_id ? engine.store.cards.get(row.card_id) : undefined;
    return card ? cardWire(engine, card, deeper) : null;
  },
};

const names = (...list: string[]): Expand => new Map(list.map((name) => [name, new Map()]));

/** What events show of a transaction: its first level, inline (server-api.md §3.6). */
export const IN_EVENTS = names("operations", "refunds", "gateway_configuration", "invoice", "card");
