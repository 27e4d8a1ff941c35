/** The fields of ProcessOut's recorded answers, but those that only some answers have (server-api.md, Appendix A). */
export const CUSTOMER = words(`
  id project_id tokens subscriptions transactions balance currency email first_name last_name
  address1 address2 city state zip country_code ip_address phone legal_document date_of_birth
  metadata sandbox created_at registered_at is_business sex default_token_id`);

export const TOKEN = words(`
  id customer_id invoice_id gateway_configuration_id gateway_configuration_sub_account card card_id
  is_subscription_only is_default return_url cancel_url is_chargeable type metadata description
  created_at summary verification_status manual_invoice_cancellation can_get_balance`);

export const CARD = words(`
  project_id update_type update_reason_code scheme co_scheme preferred_scheme type bank_name brand
  category iin last_4_digits fingerprint exp_month exp_year cvc_check avs_check checks token_type
  name address1 address2 city state country_code billing_country_code zip ip_address user_agent
  header_accept app_color_depth app_java_enabled app_language app_screen_height app_screen_width
  app_timezone_offset header_referer expires_soon metadata used sandbox created_at updated_at id
  cvc_tokenized tokenization_method payment_source_detail`);

export const INVOICE = words(`
  id project_id subscription_id customer_id token_id details transaction_id name order_id amount
  currency metadata gateway_data exemption_reason_3ds2 challenge_indicator sca_exemption_reason
  statement_descriptor merchant_initiator_type initiation_type payment_intent
  require_backend_capture card_verification return_url cancel_url webhook_url sandbox url created_at
  expires_at risk device shipping incremental tax payment_type payment_methods`);

export const TRANSACTION = words(`
  id project_id customer_id routing_tags fraud_service_results operations name currency metadata
  sandbox created_at invoice_id gateway_name status gateway_configuration_id card_id error_code
  error_message payment_type eci cvc_check avs_check card_checks amount amount_local
  authorized_amount authorized_amount_local captured_amount captured_amount_local available_amount
  available_amount_local incremented_amount incremented_amount_local refunded_amount
  refunded_amount_local authorized_at captured_at refunded_at voided_at chargedback_at
  received_fraud_notification received_retrieval_request acquirer_name attempts_count authorized
  captured refunded voided chargedback merchant_advice_code merchant_advice_reason
  recommendation_code recommendation_reason scheme_id initial_scheme_transaction_id sca refunds
  duplicate_distance_seconds details three_d_s_status three_d_s_version token_id three_d_s mcc
  merchant_account_id currency_fee gateway_fee gateway_fee_local subscription_cycle
  error_recommendations gateway_fee_details estimated_fee buyer is_on_us processout_fee
  subscription_id external_details voided_amount voided_amount_local`);

export const OPERATION = words(`
  id transaction_id authenticated_transaction_id authorization_code gateway_configuration_id card_id
  amount amount_local currency is_attempt has_failed is_accountable type metadata error_code
  error_message payment_type eci is_on_us arn scheme_id initial_scheme_transaction_id
  gateway_operation_id gateway_data chargeback_reason created_at merchant_advice_code
  merchant_advice_reason recommendation_code recommendation_reason challenge_indicator
  sca_exemption_reason acquirer_name merchant_account_id token_id payment_data_three_d_s_request
  payment_data_network_authentication payment_data_three_d_s_authentication
  payment_data_three_d_s_2_authentication mcc card_checks`);

export const REFUND = words(`
  id transaction_id amount metadata reason information funding_source has_failed sandbox created_at
  invoice_detail_ids`);

export const EVENT = words(`
  id project_id webhooks name data sandbox fired_at`);

function words(text: string): string[] {
  return text.trim().split(/\s+/);
}
