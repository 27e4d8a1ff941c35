import type { CustomerRow } from "../../store/rows";

/** A customer with the keys ProcessOut was recorded to send (server-api.md §4.1). */
export function customerWire(row: CustomerRow): Record<string, unknown> {
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
  return wire;
}
