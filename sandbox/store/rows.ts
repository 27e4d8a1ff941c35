import type { Row } from "./collection";

/** Dates in rows are RFC 3339 strings as on the wire, except the ones named `…_ms` (sandbox time). */
type Owned = Row & { project_id: string; created_at: string };

export type Metadata = Record<string, string>;

/** A set of credentials and the environment it sees: rows of another project do not exist for it. */
export type ProjectRow = Row & {
  key: string;
  name: string;
  default_currency: string;
  /** The project that made it through the API, if one did. */
  supervisor_project_id?: string;
  created_at: string;
};

export type Phone = { number: string; dialing_code: string };

export type CustomerRow = Owned & {
  default_token_id: string | null;
  balance: string;
  currency: string | null;
  email: string | null;
  first_name: string | null;
  last_name: string | null;
  company_name: string | null;
  address1: string | null;
  address2: string | null;
  city: string | null;
  state: string | null;
  zip: string | null;
  country_code: string | null;
  ip_address: string | null;
  phone: Phone | null;
  phone_number: string | null;
  legal_document: string | null;
  date_of_birth: string | null;
  registered_at: string;
  is_business: boolean;
  sex: string | null;
  reference_id: string | null;
  metadata: Metadata;
};

export type VerificationStatus = "success" | "pending" | "failed" | "not-requested" | "unknown";

export type TokenRow = Owned & {
  customer_id: string;
  card_id: string | null;
  invoice_id: string | null;
  gateway_configuration_id: string | null;
  type: "card" | "gateway_token" | "bank_account" | "pending";
  /** Verification was requested, now or when a source is attached. */
  verify: boolean;
  verify_metadata: Metadata;
  verify_statement_descriptor: string | null;
  verification_status: VerificationStatus;
  is_chargeable: boolean;
  /** False: do not take the place of an existing default. */
  set_default: boolean | null;
  summary: string | null;
  description: string | null;
  metadata: Metadata;
  return_url: string | null;
  cancel_url: string | null;
  invoice_return_url: string | null;
  webhook_url: string | null;
  manual_invoice_cancellation: boolean | null;
  provision_network_token: boolean | null;
  preferred_scheme: string | null;
  device: Device | null;
};

export type Device = Record<string, string | number | boolean>;

/** A stored card, without its number. The scenario decides how it behaves. */
export type CardRow = Owned & {
  scenario: string;
  scheme: string;
  co_scheme: string | null;
  preferred_scheme: string | null;
  preferred_card_type: string | null;
  type: string;
  bank_name: string | null;
  brand: string | null;
  category: string | null;
  iin: string;
  last_4_digits: string;
  fingerprint: string;
  exp_month: number;
  exp_year: number;
  name: string | null;
  address1: string | null;
  address2: string | null;
  city: string | null;
  state: string | null;
  zip: string | null;
  country_code: string | null;
  billing_country_code: string | null;
  ip_address: string | null;
  user_agent: string | null;
  header_accept: string | null;
  header_referer: string | null;
  device: Device;
  metadata: Metadata;
  token_type: string | null;
  cvc_tokenized: boolean;
  update_type: string | null;
  update_reason_code: string | null;
  updated_at: string;
  /** Card ids are single-use: the token or invoice that used it. */
  used_by: string | null;
  /** Approved authorizations, the verification included: some test cards decline later ones. */
  authorized_count: number;
  /** Absent until the first payment. */
  payment_history?: PaymentHistory;
};

/** The history that later payments with the same card depend on. */
export type PaymentHistory = {
  /** Times the cardholder was authenticated, verifications included. */
  authenticated_count: number;
  /** That count when an off-session payment was last declined for lack of authentication. */
  asked_at_count: number | null;
  /** Sandbox time of the first declined payment after approved ones. */
  declined_at_ms: number | null;
};

/** One run of 3-D Secure, for a token's verification or an invoice's payment alike. */
export type AuthenticationRow = Owned & {
  /** The token or invoice it was started for. */
  owner: string;
  card_id: string;
  version: 1 | 2;
  channel: "browser" | "app";
  stage: "fingerprint" | "challenge" | "done";
  fingerprint: "not-asked" | "asked" | "completed" | "timed-out";
  challenged: boolean;
  result: "authenticated" | "failed" | "canceled" | null;
  /** The customer action last answered to the client. */
  action: CustomerAction | null;
  return_url: string | null;
  amount: string;
  currency: string;
};

export type CustomerAction = { type: string; value: string; metadata?: Metadata };

export type EventRow = Row & {
  project_id: string;
  name: string;
  /** The resource as it was when the event fired. */
  data: Record<string, unknown>;
  fired_at: string;
};

export type EndpointRow = Owned & { url: string; events_whitelist: string[] };

/** The delivery of one event to one address. */
export type DeliveryRow = Owned & {
  event_id: string;
  event_name: string;
  url: string;
  status: "pending" | "delivered" | "failed";
  attempts: number;
  response_code: string | null;
  response_body: string | null;
  response_headers: string | null;
  response_time_ms: number | null;
  release_at: string;
  /** The last attempt, on the machine's clock. */
  attempted_at: string | null;
  error: string | null;
};

/** The answer to a write, kept under its idempotency key. */
export type ReplayRow = Row & {
  request: string;
  status: number;
  body: string;
  headers: Record<string, string>;
};
