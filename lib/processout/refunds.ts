import { z } from "zod";
import { decimal, flag, type Known, metadata, openEnum, text, timestamp } from "./schema";

export const refundSchema = z.looseObject({
  id: z.string(),
  transaction_id: text,
  amount: decimal,
  reason: openEnum("customer_request", "duplicate", "fraud", "other").nullish(),
  information: text,
  /** A refund can fail later. */
  has_failed: flag,
  metadata,
  sandbox: flag,
  created_at: timestamp,
});

export type Refund = Known<z.infer<typeof refundSchema>>;

export type RefundInput = {
  /** Decimal text. By default all that can still be refunded. */
  amount?: string;
  reason?: "customer_request" | "duplicate" | "fraud" | "other";
  information?: string;
  metadata?: Record<string, string>;
};
