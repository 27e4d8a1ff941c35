import type { Operation, TransactionRow } from "../../store/payment-rows";
import { GATEWAY } from "./gateway";

/** One operation as the API shows it (server-api.md §4.5, Appendix A). */
export function operationWire(operation: Operation, transaction: TransactionRow): Record<string, unknown> {
  return {
    ...operation,
    transaction_id: transaction.id,
    currency: transaction.currency,
    amount_local: operation.amount,
    gateway_configuration_id: GATEWAY.configurationId,
    authenticated_transaction_id: null,
    payment_type: "card",
    eci: null,
    is_on_us: null,
    initial_scheme_transaction_id: transaction.initial_scheme_transaction_id,
    chargeback_reason: null,
    merchant_advice_code: null,
    merchant_advice_reason: null,
    challenge_indicator: "no-preference",
    sca_exemption_reason: "",
    card_checks: transaction.card_checks,
    acquirer_name: null,
    merchant_account_id: null,
    payment_data_three_d_s_request: null,
    payment_data_network_authentication: null,
    payment_data_three_d_s_authentication: null,
    payment_data_three_d_s_2_authentication: null,
    mcc: null,
  };
}
