import type { Money } from "@/lib/platform/money";

/** A cart as screens show it, priced from the catalogue in the visitor's currency. */
export type Cart = {
  lines: CartLine[];
  /** The sum of all quantities, for the badge in the header. */
  count: number;
  total: Money;
  /** Changes with the cart's content and prices. A checkout that was rendered for another cart is rejected. */
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

/** The largest quantity of one cart line. */
export const MAX_QUANTITY = 24;
