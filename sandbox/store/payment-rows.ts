import type { Row } from "./collection";
import type { Device, Metadata } from "./rows";

/** Rows of the payment side; their rules are in `server/payments`. Amounts are wire strings. */
type Owned = Row & { project_id: string; created_at: string };

export type InvoiceRow = Owned & {
  customer_id: string | null;
  token_id: string | null;
  /** Every invoice has its transaction from the start (server-api.md §4.4). */
  transaction_id: string;
  name: string;
  amount: string;
  currency: string;
  metadata: Metadata;
  /** The hosted payment page's address; the page itself is not part of this sandbox. */
  url: string;
  /** The value that `X-ProcessOut-Client-Secret` has to carry. */
  client_secret: string;
  /** The invoice verifies this token: nothing is captured, and the authorization is voided. */
  verification: boolean;
  initiation_type: "cit" | "mit" | null;
  merchant_initiator_type: string | null;
  payment_intent: string | null;
  challenge_indicator: string | null;
  require_backend_capture: boolean | null;
  incremental: boolean | null;
  auto_capture_at: string | null;
  expires_at: string | null;
  return_url: string | null;
  cancel_url: string | null;
  webhook_url: string | null;
  device: Device | null;
  details: InvoiceDetail[];
  /** Parameters that the API stores and answers unchanged. */
  extras: Record<string, unknown>;
  /** The payment in progress or done; null until a source was given. */
  payment: PaymentAttempt | null;
};

export type InvoiceDetail = Record<string, unknown> & { id: string };

/** The payer, from the first call on. */
export type PaymentAttempt = {
  /** As given: the same source again confirms the payment. */
  source: string;
  card_id: string;
  token_id: string | null;
};

export type TransactionRow = Owned & {
  invoice_id: string;
  customer_id: string | null;
  token_id: string | null;
  card_id: string | null;
  name: string;
  currency: string;
  metadata: Metadata;
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
  /** Requested at authorization: the authorized amount may grow later. */
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
  card_checks: Record<string, string | null>;
  three_d_s_status: string;
  three_d_s: ThreeDS | null;
  received_fraud_notification: boolean;
  received_retrieval_request: boolean;
  operations: Operation[];
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
export type Operation = {
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
  metadata: Metadata;
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
export type ThreeDS = {
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
export type RefundRow = Owned & {
  transaction_id: string;
  amount: string;
  reason: string;
  information: string;
  metadata: Metadata;
  has_failed: boolean;
};
