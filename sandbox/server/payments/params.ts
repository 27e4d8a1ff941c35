import { amount, anything, flag, ignored, map, oneOf, type Read, type Schema, text } from "../params";
import { browserDataAgain, currency, date, device, returnUrl, webhookUrl } from "../readers";
import { billing, details, risk, shipping, tax } from "./invoice-parts";

const VALIDATION = "request.validation";

/** What PUT /invoices/{i} may change. */
export const invoiceUpdateParams = {
  amount: amount(),
  tax,
  details,
  shipping,
} satisfies Schema;

/** Taken, kept and given back; no rule of the sandbox looks at them. */
const extras = {
  order_id: text(),
  reference_id: text(),
  tax,
  shipping,
  billing,
  risk,
  gateway_data: map({ code: `${VALIDATION}.invalid-gateway-data` }),
  statement_descriptor: text(),
  statement_descriptor_phone: text(),
  statement_descriptor_city: text(),
  statement_descriptor_company: text(),
  statement_descriptor_url: text(),
  sca_exemption_reason: text({ code: `${VALIDATION}.invalid-exemption-reason` }),
  exemption_reason_3ds2: text({ code: `${VALIDATION}.invalid-exemption-reason` }),
  payment_type: oneOf(["moto", "ecommerce"], { code: `${VALIDATION}.invalid-payment-type` }),
  external_fraud_tools: anything,
  submerchant: anything,
  submerchant_id: text(),
  unsupported_feature_bypass: anything,
  payment_processing_config: anything,
} satisfies Schema;

export const EXTRA_NAMES = Object.keys(extras) as (keyof typeof extras)[];

/** POST /invoices (server-api.md §3.4). */
export const invoiceParams = {
  ...extras,
  name: text({ max: 255, code: `${VALIDATION}.invalid-name` }),
  amount: amount(),
  currency,
  customer_id: text(),
  metadata: map(),
  details,
  device,
  return_url: returnUrl,
  cancel_url: returnUrl,
  webhook_url: webhookUrl,
  initiation_type: oneOf<"cit" | "mit">(["cit", "mit"], { code: `${VALIDATION}.invalid-type` }),
  merchant_initiator_type: oneOf(["one-off", "recurring"], { code: `${VALIDATION}.invalid-type` }),
  payment_intent: text({ code: `${VALIDATION}.invalid-type` }),
  challenge_indicator: text({ code: `${VALIDATION}.invalid-challenge-indicator` }),
  require_backend_capture: flag(),
  incremental: flag(),
  verification: flag(),
  auto_capture_at: date,
  expires_at: date,
  // Documented, and without effect on this sandbox.
  product_id: ignored,
  split_allocations: ignored,
  native_apm: ignored,
} satisfies Schema;

export type InvoiceParams = Read<typeof invoiceParams>;

/** What authorize and capture both take. */
const payment = {
  source: text(),
  capture_amount: amount(),
  auto_capture_at: date,
  incremental: flag(),
  save_source: flag(),
  enable_three_d_s_2: flag(),
  initial_scheme_transaction_id: text(),
  device: ignored,
  preferred_scheme: ignored,
  // Documented, and without effect on this sandbox. The rest is what clients send besides (browser-client.md §5.2).
  metadata: ignored,
  synchronous: ignored,
  retry_drop_liability_shift: ignored,
  allow_fallback_to_sale: ignored,
  override_mac_blocking: ignored,
  external_three_d_s: ignored,
  provision_network_token: ignored,
  transaction_link_id: ignored,
  invoice_line_items: ignored,
  split_allocations: ignored,
  installment_plan_id: ignored,
  preferred_card_type: ignored,
  authenticate_only: ignored,
  third_party_sdk_version: ignored,
  verify: ignored,
  verify_metadata: ignored,
  set_default: ignored,
  ...browserDataAgain,
} satisfies Schema;

export const authorizeParams = {
  ...payment,
  authorize_only: ignored,
  capture_type: oneOf<"final" | "non-final">(["final", "non-final"]),
} satisfies Schema;

export const captureParams = {
  ...payment,
  authorize_only: flag(),
  capture_type: oneOf<"final" | "non-final">(["final", "non-final"]),
  capture_statement_descriptor: ignored,
  invoice_detail_ids: ignored,
} satisfies Schema;

export type PaymentParams = Read<typeof captureParams>;
