import type { Money } from "@/lib/platform/money";

/** A cart as a screen draws it, priced from the catalogue in the visitor's currency. */
export type Cart = {
  lines: CartLine[];
  /** How many things, for the badge in the header. */
  count: number;
  total: Money;
  /** Changes with what is in the cart and what it costs: a checkout that was drawn for another one is refused. */
  fingerprint: string;
};

export type CartLine = {
  sku: string;
  slug: string;
  name: string;
  detail: string;
  quantity: number;
  unitPrice: Money;
  total: Money;
};

/** Of one thing in one cart. More than that is wholesale, and a conversation. */
export const MAX_QUANTITY = 24;
