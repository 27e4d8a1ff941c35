import type { InvoiceRow } from "../../store/payment-rows";
import { type Expand, type Expanders, inline, NOTHING } from "../expand";
import type { Engine } from "../route";
import { customerWire } from "./customer";
import { projectWire } from "./project";
import { tokenWire } from "./token";
import { transactionWire } from "./transaction";

const EXPANDERS: Expanders<Engine, InvoiceRow> = {
  project: (engine, row, deeper) => projectWire(engine, row.project_id, deeper),
  transaction: (engine, row, deeper) => {
    const transaction = engine.store.transactions.get(row.transaction_id);
    return transaction ? transactionWire(engine, transaction, deeper) : null;
  },
  customer: (engine, row, deeper) => {
    const customer = row.customer_id ? engine.store.customers.get(row.customer_id) : undefined;
    return customer ? customerWire(engine, customer, deeper) : null;
  },
  token: (engine, row, deeper) => {
    const token = row.token_id ? engine.store.tokens.get(row.token_id) : undefined;
    return token ? tokenWire(engine, token, deeper) : null;
  },
  subscription: () => null,
  // Dynamic checkout is not part of this sandbox: always the empty list.
  payment_methods: () => [],
};

/** An invoice as the API shows it (server-api.md §4.4, Appendix A). */
export function invoiceWire(
  engine: Engine,
  row: InvoiceRow,
  expand: Expand = NOTHING,
): Record<string, unknown> {
  const { extras } = row;
  const wire = {
    id: row.id,
    project_id: row.project_id,
    customer_id: row.customer_id,
    token_id: row.token_id,
    subscription_id: null,
    transaction_id: row.transaction_id,
    details: row.details.length > 0 ? row.details : null,
    url: row.url,
    name: row.name,
    order_id: "",
    amount: row.amount,
    currency: row.currency,
    metadata: row.metadata,
    gateway_data: {},
    statement_descriptor: "",
    // Recorded upper-case in answers, although it is given in lower case.
    initiation_type: row.initiation_type?.toUpperCase() ?? null,
    merchant_initiator_type: row.merchant_initiator_type,
    payment_intent: row.payment_intent,
    challenge_indicator: row.challenge_indicator,
    sca_exemption_reason: null,
    exemption_reason_3ds2: null,
    require_backend_capture: row.require_backend_capture,
    card_verification: row.verification || null,
    verification: row.verification,
    incremental: row.incremental,
    payment_type: null,
    auto_capture_at: row.auto_capture_at,
    return_url: row.return_url,
    cancel_url: row.cancel_url,
    webhook_url: row.webhook_url,
    device: row.device,
    risk: null,
    shipping: null,
    tax: null,
    payment_methods: [],
    ...extras,
    sandbox: true,
    created_at: row.created_at,
    expires_at: row.expires_at,
  };
  return inline(wire, EXPANDERS, engine, row, expand);
}
