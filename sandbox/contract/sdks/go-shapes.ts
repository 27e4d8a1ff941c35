export type Shape = {
  text?: readonly string[];
  number?: readonly string[];
  flag?: readonly string[];
  date?: readonly string[];
  /** Text to text. */
  map?: readonly string[];
  texts?: readonly string[];
  /** A resource inside, or a list of it, by the name of its shape. */
  inside?: Record<string, string>;
};

const words = (text: string): readonly string[] => text.trim().split(/\s+/);
const AMOUNTS = words(
  "amount authorized_amount captured_amount refunded_amount available_amount voided_amount",
);
const ADDRESS = words("address1 address2 city state zip country_code");
const OWNER = { project: "project" };

/**
 * The JSON type that each field has in processout-go, the strictest reader of all: a field of another type fails the
 * whole answer there. null goes everywhere, and a field without a place there is skipped.
 */
export const SHAPES: Record<string, Shape> = {
  customer: {
    text: [
      ...words(
        "id project_id default_token_id balance currency email first_name last_name company_name ip_address",
      ),
      ...words("phone_number legal_document sex reference_id"),
      ...ADDRESS,
    ],
    flag: words("is_business sandbox"),
    date: words("created_at registered_at date_of_birth"),
    map: ["metadata"],
    inside: {
      ...OWNER,
      default_token: "token",
      tokens: "token",
      transactions: "transaction",
      phone: "phone",
    },
  },
  token: {
    text: words(`id customer_id gateway_configuration_id card_id type return_url cancel_url summary description
      invoice_id verification_status webhook_url`),
    flag: words(`is_subscription_only is_default is_chargeable manual_invoice_cancellation can_get_balance
      provision_network_token`),
    date: ["created_at"],
    map: ["metadata"],
    inside: {
      customer: "customer",
      gateway_configuration: "gateway_configuration",
      card: "card",
      invoice: "invoice",
    },
  },
  card: {
    text: [
      ...words(
        "id project_id scheme co_scheme preferred_scheme type bank_name brand category iin last_4_digits",
      ),
      ...words("cvc_check avs_check token_type name ip_address fingerprint billing_country_code"),
      ...ADDRESS,
    ],
    number: words("exp_month exp_year"),
    flag: words("used has_been_authorized expires_soon sandbox"),
    date: ["created_at"],
    map: ["metadata"],
    inside: { ...OWNER, token: "token" },
  },
  card_information: { text: words("iin scheme type bank_name brand category country") },
  invoice: {
    text: words(`id project_id transaction_id customer_id subscription_id token_id url url_qrcode name order_id amount
      currency merchant_initiator_type statement_descriptor statement_descriptor_phone statement_descriptor_city
      statement_descriptor_company statement_descriptor_url return_url cancel_url webhook_url exemption_reason_3ds2
      sca_exemption_reason challenge_indicator payment_type initiation_type payment_intent reference_id
      submerchant_id`),
    flag: words("require_backend_capture sandbox incremental verification"),
    date: words("created_at expires_at auto_capture_at"),
    map: words("metadata gateway_data"),
    inside: {
      ...OWNER,
      transaction: "transaction",
      customer: "customer",
      token: "token",
      details: "detail",
      risk: "risk",
      shipping: "shipping",
      device: "device",
      tax: "tax",
      billing: "billing",
    },
  },
  detail: {
    text: words(`name type amount reference description brand model discount_amount condition category
      marketplace_merchant`),
    number: ["quantity"],
    flag: ["marketplace_merchant_is_business"],
    date: ["marketplace_merchant_created_at"],
    map: ["metadata"],
  },
  risk: { text: ["score"], flag: words("is_legit skip_gateway_rules") },
  shipping: {
    text: [
      ...words("amount method provider delay phone_number relay_store_name first_name last_name email"),
      ...ADDRESS,
    ],
    date: ["expects_shipping_at"],
    inside: { phone: "phone" },
  },
  phone: { text: words("number dialing_code") },
  device: { text: words("id channel ip_address") },
  tax: { text: words("amount rate") },
  billing: { text: ADDRESS },
  transaction: {
    text: [
      ...words(
        "id project_id invoice_id customer_id subscription_id token_id card_id gateway_configuration_id name",
      ),
      ...words(
        "currency error_code error_message acquirer_name gateway_name three_d_s_status status cvc_check",
      ),
      ...words(
        "processout_fee estimated_fee gateway_fee gateway_fee_local currency_fee avs_check eci payment_type",
      ),
      ...words("initial_scheme_transaction_id scheme_id origin"),
      ...AMOUNTS,
      ...AMOUNTS.map((name) => `${name}_local`),
    ],
    flag: words(`authorized captured voided refunded chargedback received_fraud_notification
      received_retrieval_request sandbox`),
    date: words("created_at chargedback_at refunded_at authorized_at captured_at voided_at"),
    map: ["metadata"],
    inside: {
      ...OWNER,
      invoice: "invoice",
      customer: "customer",
      token: "token",
      card: "card",
      gateway_configuration: "gateway_configuration",
      operations: "operation",
      refunds: "refund",
      three_d_s: "three_d_s",
    },
  },
  operation: {
    text: words(`id transaction_id token_id card_id gateway_configuration_id amount currency type gateway_operation_id
      arn error_code error_message scheme_id gateway_fee`),
    flag: words("is_attempt has_failed is_accountable"),
    date: ["created_at"],
    map: words("metadata gateway_data"),
  },
  three_d_s: {
    text: words("version status ares_trans_status cres_trans_status ds_trans_id server_trans_id"),
    flag: words("fingerprinted challenged"),
  },
  refund: {
    text: words("id transaction_id amount reason information"),
    flag: words("has_failed sandbox"),
    date: ["created_at"],
    map: ["metadata"],
    inside: { transaction: "transaction" },
  },
  event: {
    text: words("id project_id name"),
    flag: ["sandbox"],
    date: ["fired_at"],
    inside: { ...OWNER, webhooks: "webhook" },
  },
  webhook: {
    text: words(
      "id project_id event_id request_url request_method response_body response_code response_headers status",
    ),
    number: ["response_time_ms"],
    date: words("created_at release_at"),
    inside: { ...OWNER, event: "event" },
  },
  project: {
    text: words("id supervisor_project_id name logo_url email default_currency private_key"),
    date: ["created_at"],
  },
  gateway_configuration: {
    text: words("id project_id name default_currency processing_region"),
    number: ["gateway_id"],
    flag: ["enabled"],
    date: words("created_at enabled_at"),
    map: ["public_keys"],
    inside: { ...OWNER, gateway: "gateway" },
  },
  gateway: {
    text: words("id name display_name logo_url url description"),
    flag: words("can_pull_transactions can_refund is_oauth_authentication"),
    texts: words("flows tags"),
  },
  customer_action: { text: words("type value"), map: ["metadata"] },
};
