import type { TokenRow } from "../../store/rows";
import { type Expand, type Expanders, inline, NOTHING } from "../expand";
import type { Engine } from "../route";
import { cardWire } from "./card";
import { customerWire } from "./customer";
import { GATEWAY, gatewayConfigurationWire } from "./gateway";
import { invoiceWire } from "./invoice";
import { projectWire } from "./project";

const EXPANDERS: Expanders<Engine, TokenRow> = {
  project: (engine, row, deeper) => projectWire(engine, row.project_id, deeper),
  customer: (engine, row, deeper) => {
    const customer = engine.store.customers.get(row.customer_id);
    return customer ? customerWire(engine, customer, deeper) : null;
  },
  card: (engine, row, deeper) => {
    const card = row.card_id ? engine.store.cards.get(row.card_id) : undefined;
    return card ? cardWire(engine, card, deeper) : null;
  },
  invoice: (engine, row, deeper) => {
    const invoice = row.invoice_id ? engine.store.invoices.get(row.invoice_id) : undefined;
    return invoice ? invoiceWire(engine, invoice, deeper) : null;
  },
  gateway_configuration: (engine, row, deeper) =>
    row.gateway_configuration_id === GATEWAY.configurationId
      ? gatewayConfigurationWire(engine, row.project_id, deeper)
      : null,
};

/** A token as lists show it: without its card (server-api.md §4.2). */
export function tokenListWire(engine: Engine, row: TokenRow, expand: Expand = NOTHING) {
  const customer = engine.store.customers.get(row.customer_id);
  const wire: Record<string, unknown> = {
    id: row.id,
    customer_id: row.customer_id,
    card_id: row.card_id,
    gateway_configuration_id: row.gateway_configuration_id,
    gateway_configuration_sub_account: null,
    invoice_id: row.invoice_id,
    type: row.type,
    verification_status: row.verification_status,
    is_chargeable: row.is_chargeable,
    is_default: customer?.default_token_id === row.id,
    is_subscription_only: false,
    summary: row.summary,
    description: row.description,
    metadata: row.metadata,
    return_url: row.return_url,
    cancel_url: row.cancel_url,
    manual_invoice_cancellation: row.manual_invoice_cancellation,
    can_get_balance: null,
    created_at: row.created_at,
  };
  if (row.webhook_url) wire.webhook_url = row.webhook_url;
  if (row.provision_network_token !== null) wire.provision_network_token = row.provision_network_token;
  return inline(wire, EXPANDERS, engine, row, expand);
}

/** A token as it is created, fetched and updated: with its card inline, or null while it is empty. */
export function tokenWire(engine: Engine, row: TokenRow, expand: Expand = NOTHING) {
  const wire = tokenListWire(engine, row, expand);
  if (wire.card === undefined) wire.card = EXPANDERS.card?.(engine, row, NOTHING) ?? null;
  return wire;
}
