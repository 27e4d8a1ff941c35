import { z } from "zod";
import type { ReadOptions } from "./call";
import { type ListOptions, paginate } from "./pagination";
import { path } from "./path";
import { type Refund, refundSchema } from "./refunds";
import type { Request } from "./request";
import { decimal, flag, type Known, metadata, openEnum, text, timestamp } from "./schema";

/**
 * Transactions: the payment of an invoice. Left out: GET and POST /transactions (the whole project's, and
 * fetching many by id), refunding by transaction (an invoice is refunded instead, see invoices.ts).
 */
export const transactionSchema = z.looseObject({
  id: z.string(),
  invoice_id: text,
  customer_id: text,
  token_id: text,
  card_id: text,
  status: openEnum(
    "waiting",
    "pending",
    "pending-capture",
    "authorized",
    "completed",
    "failed",
    "voided",
    "refunded",
    "partially-refunded",
    "in-review",
    "blocked",
    "retrieval-request",
    "fraud-notification",
    "chargeback-initiated",
    "solved",
    "reversed",
  ),
  currency: z.string(),
  amount: decimal,
  authorized_amount: decimal.nullish(),
  captured_amount: decimal.nullish(),
  refunded_amount: decimal.nullish(),
  voided_amount: decimal.nullish(),
  /** The amount that can still be refunded. */
  available_amount: decimal.nullish(),
  authorized: flag,
  captured: flag,
  voided: flag,
  refunded: flag,
  chargedback: flag,
  /** Why the last attempt failed, such as "card.no-money". */
  error_code: text,
  three_d_s_status: text,
  /** The scheme transaction id. That of the CIT which starts a series is sent with every later MIT. */
  scheme_id: text,
  initial_scheme_transaction_id: text,
  /** The network's advice on retrying, and ProcessOut's reading of it: "do-not-retry". */
  merchant_advice_code: text,
  recommendation_code: text,
  recommendation_reason: text,
  metadata,
  sandbox: flag,
  created_at: timestamp,
});

export type Transaction = Known<z.infer<typeof transactionSchema>>;

const answer = z.looseObject({ transaction: transactionSchema });

export type Transactions = ReturnType<typeof createTransactions>;

export function createTransactions(request: Request) {
  return {
    async find(
      transactionId: string,
      { expand, ...options }: ReadOptions & { expand?: string[] } = {},
    ): Promise<Transaction> {
      const url = path`/transactions/${transactionId}`;
      const query = { expand: expand?.join(",") };
      return (await request({ method: "GET", path: url, query, schema: answer, ...options })).transaction;
    },

    /** An invoice has one transaction, from the moment it is created. */
    async findByInvoice(invoiceId: string, options: ReadOptions = {}): Promise<Transaction> {
      const url = path`/invoices/${invoiceId}/transactions`;
      return (await request({ method: "GET", path: url, schema: answer, ...options })).transaction;
    },

    /** Newest first. */
    listByCustomer(
      customerId: string,
      options: ListOptions = {},
    ): AsyncGenerator<Transaction, void, undefined> {
      const url = path`/customers/${customerId}/transactions`;
      return paginate(request, { path: url, key: "transactions", item: transactionSchema }, options);
    },

    /** Newest first. */
    listRefunds(transactionId: string, options: ListOptions = {}): AsyncGenerator<Refund, void, undefined> {
      const url = path`/transactions/${transactionId}/refunds`;
      return paginate(request, { path: url, key: "refunds", item: refundSchema }, options);
    },
  };
}
