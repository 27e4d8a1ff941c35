import type { TokenRow } from "../../store/rows";

/** A token with the keys ProcessOut was recorded to send in lists (server-api.md §4.2). */
export function tokenWire(row: TokenRow, isDefault: boolean): Record<string, unknown> {
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
    is_default: isDefault,
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
  return wire;
}
