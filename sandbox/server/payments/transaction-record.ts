/** What the store keeps of a transaction. Amounts are wire strings (see amounts.ts), times RFC 3339. */
export type TransactionRecord = {
  id: string;
  project_id: string;
  invoice_id: string;
  customer_id: string | null;
  token_id: string | null;
  card_id: string | null;
  name: string;
  currency: string;
  metadata: Record<string, string>;
  created_at: string;
  status: TransactionStatus;
  /** The invoice's amount. What was authorized, captured, … of it is below; see `openAmount` for what is left. */
  amount: string;
  authorized_amount: string;
  captured_amount: string;
  refunded_amount: string;
  voided_amount: string;
  incremented_amount: string;
  authorized_at: string | null;
  captured_at: string | null;
  refunded_at: string | null;
  voided_at: string | null;
  chargedback_at: string | null;
  /** Asked for at authorization: the authorized amount may grow later. */
  incremental: boolean;
  attempts_count: number;
  error_code: string | null;
  error_message: string | null;
  recommendation_code: string | null;
  recommendation_reason: string | null;
  scheme_id: string | null;
  initial_scheme_transaction_id: string | null;
  cvc_check: string;
  avs_check: string;
  three_d_s_status: string;
  three_d_s: ThreeDSRecord | null;
  received_fraud_notification: boolean;
  received_retrieval_request: boolean;
  operations: OperationRecord[];
  refunds: RefundRecord[];
};

/** server-api.md §4.5; `solved` and `reversed` end a dispute. */
export type TransactionStatus =
  | "waiting"
  | "pending"
  | "authorized"
  | "completed"
  | "failed"
  | "voided"
  | "refunded"
  | "partially-refunded"
  | "retrieval-request"
  | "fraud-notification"
  | "chargeback-initiated"
  | "solved"
  | "reversed";

export type OperationType =
  | "request"
  | "three_d_s_check"
  | "authorization"
  | "capture"
  | "increment_authorization"
  | "void"
  | "refund"
  | "chargeback";

/** One step of a transaction. What every step shares with its transaction is added when it is shown. */
export type OperationRecord = {
  id: string;
  type: OperationType;
  amount: string;
  is_attempt: boolean;
  has_failed: boolean;
  is_accountable: boolean;
  created_at: string;
  card_id: string | null;
  token_id: string | null;
  gateway_operation_id: string | null;
  gateway_data: Record<string, string> | null;
  metadata: Record<string, string>;
  error_code: string | null;
  error_message: string | null;
  recommendation_code: string | null;
  recommendation_reason: string | null;
  scheme_id: string | null;
  authorization_code: string | null;
  arn: string | null;
  capture_type: string | null;
};

/** server-api.md §4.6. */
export type ThreeDSRecord = {
  version: string;
  status: string;
  fingerprinted: boolean;
  challenged: boolean;
  ares_trans_status: string;
  cres_trans_status: string | null;
  ds_trans_id: string;
  fingerprint_completion_indicator: string;
  server_trans_id: string;
};

/** server-api.md §4.8. */
export type RefundRecord = {
  id: string;
  transaction_id: string;
  amount: string;
  reason: string;
  information: string;
  metadata: Record<string, string>;
  has_failed: boolean;
  created_at: string;
};
