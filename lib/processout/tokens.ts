import { z } from "zod";
import type { ReadOptions, WriteOptions } from "./call";
import { type Card, cardSchema } from "./cards";
import { type CustomerAction, optionalCustomerAction } from "./customer-action";
import { type ListOptions, paginate } from "./pagination";
import { path } from "./path";
import type { Request } from "./request";
import { flag, type Known, metadata, nothing, openEnum, text, timestamp } from "./schema";

/** Tokens: a customer's saved cards. Left out: alternative payment methods, token balances, network tokens. */
export const tokenSchema = z.looseObject({
  id: z.string(),
  customer_id: z.string(),
  /** "pending" while the token has no source. */
  type: openEnum("card", "gateway_token", "bank_account", "pending"),
  verification_status: openEnum("success", "pending", "failed", "not-requested", "unknown"),
  /** Whether it can be the source of a payment now. No other field decides that. */
  is_chargeable: z.boolean(),
  is_default: z.boolean(),
  card_id: text,
  /** Present in create, find and update; recorded lists omit it. */
  card: cardSchema.nullish(),
  /** The invoice that verified it. */
  invoice_id: text,
  gateway_configuration_id: text,
  summary: text,
  description: text,
  metadata,
  return_url: text,
  cancel_url: text,
  webhook_url: text,
  manual_invoice_cancellation: flag,
  is_subscription_only: flag,
  created_at: timestamp,
});

export type Token = Omit<Known<z.infer<typeof tokenSchema>>, "card"> & { card?: Card | null | undefined };

type TokenChange = {
  /** A fresh `card_…` (each can be used once) or the `gway_req_…` of a 3-D Secure step. */
  source?: string;
  /** Verify with a zero-amount (or smallest possible) authorization, which ProcessOut voids. Cards only. */
  verify?: boolean;
  verify_metadata?: Record<string, string>;
  verify_statement_descriptor?: string;
  /** Where a full-page challenge returns to; a deep link for mobile apps. */
  invoice_return_url?: string;
  set_default?: boolean;
  metadata?: Record<string, string>;
  /** ProcessOut's spelling: "carte bancaire". */
  preferred_scheme?: string;
  device?: { id?: string; channel?: "web" | "ios" | "android" | "other"; ip_address?: string };
};

export type TokenUpdate = TokenChange & { invoice_id?: string; enable_three_d_s_2?: boolean };

export type TokenInput = TokenChange & {
  /** Verify with this invoice instead of one that ProcessOut creates. */
  invoice_id?: string;
  /** Keeps the verification's authorization instead of voiding it, to pay and save in one call. */
  manual_invoice_cancellation?: boolean;
  return_url?: string;
  cancel_url?: string;
  /** Up to 255 characters. */
  description?: string;
  /** Receives this token's events, in addition to the project's endpoints. */
  webhook_url?: string;
};

const created = z.looseObject({ token: tokenSchema, customer_action: optionalCustomerAction });
/** The response to assigning a source has a token, an action, both or neither. */
const updated = z.looseObject({ token: tokenSchema.nullish(), customer_action: optionalCustomerAction });
const found = z.looseObject({ token: tokenSchema });

export type Tokens = ReturnType<typeof createTokens>;

export function createTokens(request: Request) {
  return {
    /**
     * Without `source` the token is empty, and the browser script's `makeCardToken` assigns a card to it; `verify`
     * makes that assignment verify the card. CardRejectedError when the source is declined.
     */
    async create(
      customerId: string,
      input: TokenInput,
      options: WriteOptions,
    ): Promise<{ token: Token; customerAction?: CustomerAction | undefined }> {
      const url = path`/customers/${customerId}/tokens`;
      const answer = await request({ method: "POST", path: url, body: input, schema: created, ...options });
      return { token: answer.token, customerAction: answer.customer_action };
    },

    /** NotFoundError for a deleted token, and for a token of another customer. */
    async find(
      customerId: string,
      tokenId: string,
      { expand, ...options }: ReadOptions & { expand?: string[] } = {},
    ): Promise<Token> {
      const url = path`/customers/${customerId}/tokens/${tokenId}`;
      const query = { expand: expand?.join(",") };
      return (await request({ method: "GET", path: url, query, schema: found, ...options })).token;
    },

    /** Assigns a source or changes settings. Read the token again for its state: the response may lack it. */
    async update(
      customerId: string,
      tokenId: string,
      input: TokenUpdate,
      options: WriteOptions,
    ): Promise<{ token?: Token | undefined; customerAction?: CustomerAction | undefined }> {
      const url = path`/customers/${customerId}/tokens/${tokenId}`;
      const answer = await request({ method: "PUT", path: url, body: input, schema: updated, ...options });
      return { token: answer.token ?? undefined, customerAction: answer.customer_action };
    },

    /** Newest first. Throws rather than end with an incomplete list. */
    list(customerId: string, options: ListOptions = {}): AsyncGenerator<Token, void, undefined> {
      const list = { path: path`/customers/${customerId}/tokens`, key: "tokens", item: tokenSchema };
      return paginate(request, list, options);
    },

    async delete(customerId: string, tokenId: string, options: WriteOptions): Promise<void> {
      const url = path`/customers/${customerId}/tokens/${tokenId}`;
      await request({ method: "DELETE", path: url, schema: nothing, ...options });
    },
  };
}
