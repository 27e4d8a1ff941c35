import { z } from "zod";
import type { ReadOptions } from "./call";
import { path } from "./path";
import type { Request } from "./request";
import { flag, type Known, metadata, openEnum, text, timestamp } from "./schema";

/**
 * Cards: what ProcessOut shows of a tokenized card. No call here takes a card number: numbers go from the
 * shopper's browser to ProcessOut. Left out: POST, PUT, DELETE /cards, GET /cards, GET /iins/{iin}.
 */
export const cardSchema = z.looseObject({
  id: z.string(),
  /** Lower case with spaces: "visa", "american express", "carte bancaire". */
  scheme: text,
  /** The second network of a co-badged card. */
  co_scheme: text,
  /** The network that the shopper chose, or null. */
  preferred_scheme: text,
  type: text,
  bank_name: text,
  brand: text,
  category: text,
  iin: text,
  last_4_digits: text,
  /** The same for the same number within a project; empty for wallets. */
  fingerprint: text,
  exp_month: z.number().int().nullish(),
  /** Four digits. */
  exp_year: z.number().int().nullish(),
  cvc_check: openEnum("passed", "failed", "unchecked", "unavailable", "required", "unknown").nullish(),
  avs_check: openEnum("passed", "failed", "unchecked", "unavailable", "required", "unknown").nullish(),
  /** The issuer's country, from the number; the shopper's is `billing_country_code`. */
  country_code: text,
  billing_country_code: text,
  expires_soon: flag,
  used: flag,
  metadata,
  sandbox: flag,
  created_at: timestamp.nullish(),
  updated_at: timestamp.nullish(),
});

export type Card = Known<z.infer<typeof cardSchema>>;

const answer = z.looseObject({ card: cardSchema });

export type Cards = ReturnType<typeof createCards>;

export function createCards(request: Request) {
  return {
    /** NotFoundError when the project has no such card. */
    async find(cardId: string, options: ReadOptions = {}): Promise<Card> {
      const found = await request({
        method: "GET",
        path: path`/cards/${cardId}`,
        schema: answer,
        ...options,
      });
      return found.card;
    },
  };
}
