import type { CustomerRow } from "../../store/rows";
import { type Expand, type Expanders, inline, NOTHING } from "../expand";
import type { Engine } from "../route";
import { projectWire } from "./project";
import { tokenWire } from "./token";
import { transactionWire } from "./transaction";

const MOST_CHILDREN = 100;

const EXPANDERS: Expanders<Engine, CustomerRow> = {
  project: (engine, row, deeper) => projectWire(engine, row.project_id, deeper),
  default_token: (engine, row, deeper) => {
    const token = row.default_token_id ? engine.store.tokens.get(row.default_token_id) : undefined;
    return token ? tokenWire(engine, token, deeper) : null;
  },
  tokens: (engine, row, deeper) =>
    engine.store.tokens
      .list("customer", row.id, { order: "desc", limit: MOST_CHILDREN })
      .map((token) => tokenWire(engine, token, deeper)),
  transactions: (engine, row, deeper) =>
    engine.store.transactions
      .list("customer", row.id, { order: "desc", limit: MOST_CHILDREN })
      .map((transaction) => transactionWire(engine, transaction, deeper)),
  subscriptions: () => [],
};

/** A customer with the keys ProcessOut was recorded to send (server-api.md §4.1). */
export function customerWire(engine: Engine, row: CustomerRow, expand: Expand = NOTHING) {
  const wire: Record<string, unknown> = {
    id: row.id,
    project_id: row.project_id,
    tokens: null,
    subscriptions: null,
    transactions: null,
    default_token_id: row.default_token_id,
    balance: row.balance,
    currency: row.currency,
    email: row.email,
    first_name: row.first_name,
    last_name: row.last_name,
    address1: row.address1,
    address2: row.address2,
    city: row.city,
    state: row.state,
    zip: row.zip,
    country_code: row.country_code,
    ip_address: row.ip_address,
    phone: row.phone,
    legal_document: row.legal_document,
    date_of_birth: row.date_of_birth,
    is_business: row.is_business,
    sex: row.sex,
    metadata: row.metadata,
    sandbox: true,
    created_at: row.created_at,
    registered_at: row.registered_at,
  };
  // The flat phone replaces the structured one, as in the one recording that has it.
  if (row.phone_number) {
    delete wire.phone;
    wire.phone_number = row.phone_number;
  }
  if (row.company_name) wire.company_name = row.company_name;
  if (row.reference_id) wire.reference_id = row.reference_id;
  return inline(wire, EXPANDERS, engine, row, expand);
}
