/** What the generated SDK methods send, given or not (server-api.md §3). */
export const CUSTOMER = words(`
  balance currency email first_name last_name company_name address1 address2 city state zip country_code
  ip_address phone_number phone legal_document sex is_business metadata id registered_at date_of_birth
  reference_id`);

export const CUSTOMER_UPDATE = [
  "default_token_id",
  ...CUSTOMER.filter((name) => !["currency", "id", "reference_id"].includes(name)),
];

export const TOKEN = words(`
  metadata return_url cancel_url description invoice_id manual_invoice_cancellation webhook_url source
  settings device verify verify_metadata set_default verify_statement_descriptor invoice_return_url summary
  gateway_configuration_id`);

export const INVOICE = words(`
  customer_id name amount currency metadata details submerchant exemption_reason_3ds2 sca_exemption_reason
  challenge_indicator gateway_data merchant_initiator_type statement_descriptor statement_descriptor_phone
  statement_descriptor_city statement_descriptor_company statement_descriptor_url return_url cancel_url
  webhook_url risk shipping device require_backend_capture external_fraud_tools order_id tax payment_type
  initiation_type payment_intent billing unsupported_feature_bypass verification auto_capture_at`);

export const AUTHORIZE = words(`
  device incremental synchronous retry_drop_liability_shift capture_amount enable_three_d_s_2
  allow_fallback_to_sale auto_capture_at metadata override_mac_blocking external_three_d_s save_source source`);

export const CAPTURE = words(`
  device incremental authorize_only synchronous retry_drop_liability_shift capture_amount auto_capture_at
  enable_three_d_s_2 metadata capture_statement_descriptor override_mac_blocking external_three_d_s
  save_source source`);

export const REFUND = words("amount metadata reason information invoice_detail_ids");

function words(text: string): readonly string[] {
  return text.trim().split(/\s+/);
}
