import { z } from "zod";
import { decimal, flag, type Known, metadata, text, timestamp } from "./schema";

export const invoiceSchema = z.looseObject({
  id: z.string(),
  name: text,
  amount: decimal,
  currency: z.string(),
  customer_id: text,
  token_id: text,
  /** Set on creation: the transaction exists before the invoice is paid. */
  transaction_id: text,
  order_id: text,
  reference_id: text,
  /** The hosted checkout page. */
  url: text,
  require_backend_capture: flag,
  /** Upper case in responses ("MIT"), lower case in requests. */
  initiation_type: text,
  payment_intent: text,
  merchant_initiator_type: text,
  challenge_indicator: text,
  sca_exemption_reason: text,
  return_url: text,
  cancel_url: text,
  webhook_url: text,
  metadata,
  sandbox: flag,
  expires_at: text,
  created_at: timestamp,
});

export type Invoice = Known<z.infer<typeof invoiceSchema>>;

export type InvoiceInput = {
  name: string;
  /** Decimal text with at most four decimals. */
  amount: string;
  /** ISO 4217. */
  currency: string;
  customer_id?: string;
  order_id?: string;
  reference_id?: string;
  /** The browser can only authorize; capturing needs the private key. */
  require_backend_capture?: boolean;
  /** Customer-initiated (on-session) or merchant-initiated (off-session). */
  initiation_type?: "cit" | "mit";
  payment_intent?:
    | "one-off"
    | "recurring"
    | "recurring-standing-order"
    | "recurring-subscription"
    | "installment"
    | "unscheduled";
  merchant_initiator_type?: "one-off" | "recurring";
  payment_type?: "ecommerce" | "moto";
  /** The invoice only verifies its source: the amount may be zero. */
  verification?: boolean;
  /** The 3-D Secure challenge preference, such as "no-preference". */
  challenge_indicator?: string;
  sca_exemption_reason?: string;
  details?: { name: string; amount: string; quantity: number; reference?: string; type?: string }[];
  billing?: Record<string, string>;
  shipping?: Record<string, unknown>;
  device?: { id?: string; channel?: "web" | "ios" | "android" | "other"; ip_address?: string };
  statement_descriptor?: string;
  return_url?: string;
  cancel_url?: string;
  webhook_url?: string;
  auto_capture_at?: string;
  expires_at?: string;
  metadata?: Record<string, string>;
};
