import { z } from "zod";
import type { ReadOptions, WriteOptions } from "./call";
import { type CustomerAction, optionalCustomerAction } from "./customer-action";
import { type Invoice, type InvoiceInput, invoiceSchema } from "./invoice-schema";
import { path } from "./path";
import { type Refund, type RefundInput, refundSchema } from "./refunds";
import type { Request } from "./request";
import { nothing } from "./schema";
import { type Transaction, transactionSchema } from "./transactions";

/**
 * Invoices: an amount to pay, and the operations on its payment. Left out: GET /invoices, PUT /invoices/{i},
 * sync-with-psp, increment_authorization, customers of an invoice, payout, native and alternative payment
 * methods.
 */
export type ChargeInput = {
  /** `card_…`, `tok_…`, `cust_…` (its default token) or the `gway_req_…` of a 3-D Secure step. */
  source: string;
  /** True for on-session charges, where the shopper can answer a challenge; omitted for off-session ones. */
  enable_three_d_s_2?: boolean;
  preferred_scheme?: string;
  /** The `scheme_id` of the transaction that started the series. */
  initial_scheme_transaction_id?: string;
  /** Decimal text. */
  capture_amount?: string;
  /** RFC 3339, UTC. */
  auto_capture_at?: string;
  allow_fallback_to_sale?: boolean;
  /** Sends the charge although the merchant advice code says not to retry. */
  override_mac_blocking?: boolean;
  metadata?: Record<string, string>;
};

export type CaptureInput = ChargeInput & {
  authorize_only?: boolean;
  capture_type?: "final" | "non-final";
  capture_statement_descriptor?: string;
};

/** The transaction of a charge that was processed, or the action that the shopper has to take first. */
export type Charge = { transaction?: Transaction | undefined; customerAction?: CustomerAction | undefined };

const invoiceAnswer = z.looseObject({ invoice: invoiceSchema });
const transactionAnswer = z.looseObject({ transaction: transactionSchema });
const actionAnswer = z.looseObject({ customer_action: optionalCustomerAction });
const refundAnswer = z.looseObject({ refund: refundSchema.nullish() });
const chargeAnswer = z
  .looseObject({ transaction: transactionSchema.nullish(), customer_action: optionalCustomerAction })
  .refine(({ transaction, customer_action }) => transaction || customer_action, { path: ["transaction"] })
  .transform((answer): Charge => {
    return { transaction: answer.transaction ?? undefined, customerAction: answer.customer_action };
  });

export type Invoices = ReturnType<typeof createInvoices>;

export function createInvoices(request: Request) {
  return {
    async create(input: InvoiceInput, options: WriteOptions): Promise<Invoice> {
      const call = { method: "POST", path: "/invoices", body: input, schema: invoiceAnswer } as const;
      return (await request({ ...call, ...options })).invoice;
    },

    async find(invoiceId: string, options: ReadOptions = {}): Promise<Invoice> {
      const call = { method: "GET", path: path`/invoices/${invoiceId}`, schema: invoiceAnswer } as const;
      return (await request({ ...call, ...options })).invoice;
    },

    /** Possible only before a payment was started. */
    async delete(invoiceId: string, options: WriteOptions): Promise<void> {
      await request({ method: "DELETE", path: path`/invoices/${invoiceId}`, schema: nothing, ...options });
    },

    /**
     * Authorizes. CardRejectedError when declined, with a `customerAction` if 3-D Secure would help. After an
     * UnavailableError it may have been authorized: read the transaction first.
     */
    async authorize(invoiceId: string, input: ChargeInput, options: WriteOptions): Promise<Charge> {
      const url = path`/invoices/${invoiceId}/authorize`;
      return request({ method: "POST", path: url, body: input, schema: chargeAnswer, ...options });
    },

    /** Captures an authorization, or authorizes and captures in one call. The same errors as `authorize`. */
    async capture(invoiceId: string, input: CaptureInput, options: WriteOptions): Promise<Charge> {
      const url = path`/invoices/${invoiceId}/capture`;
      return request({ method: "POST", path: url, body: input, schema: chargeAnswer, ...options });
    },

    /** Voids an authorization: all of it, or `amount` in decimal text. */
    async void(
      invoiceId: string,
      input: { amount?: string; metadata?: Record<string, string> },
      options: WriteOptions,
    ): Promise<Transaction> {
      const url = path`/invoices/${invoiceId}/void`;
      const call = { method: "POST", path: url, body: input, schema: transactionAnswer } as const;
      return (await request({ ...call, ...options })).transaction;
    },

    /** Gives captured money back. InvalidRequestError (`…invalid-amount`) when nothing is left to refund. */
    async refund(invoiceId: string, input: RefundInput, options: WriteOptions): Promise<Refund | undefined> {
      const url = path`/invoices/${invoiceId}/refunds`;
      const call = { method: "POST", path: url, body: input, schema: refundAnswer } as const;
      return (await request({ ...call, ...options })).refund ?? undefined;
    },

    /** Starts 3-D Secure without charging. Undefined when the card asks for nothing. */
    async authenticate(
      invoiceId: string,
      input: { source: string; enable_three_d_s_2?: boolean },
      options: WriteOptions,
    ): Promise<CustomerAction | undefined> {
      const url = path`/invoices/${invoiceId}/three-d-s`;
      const call = { method: "POST", path: url, body: input, schema: actionAnswer } as const;
      return (await request({ ...call, ...options })).customer_action;
    },
  };
}
