/**
 * What the shop sells, as a constant: six coffees and five pieces of gear change with a commit, not with a form.
 * An order keeps its own copy of name and price, so a change here never rewrites what somebody paid.
 */

/** The currencies prices are set in. Each has its own price list: nothing is converted. */
export const currencies = ["EUR", "GBP", "USD", "JPY"] as const;
export type Currency = (typeof currencies)[number];

/** A price in minor units of each currency (`JPY` has none, so there the unit is the yen). */
export type Prices = Record<Currency, number>;

export const grinds = ["whole-bean", "espresso", "moka", "filter", "cafetiere"] as const;
export type Grind = (typeof grinds)[number];

export const grindNames: Record<Grind, string> = {
  "whole-bean": "Whole beans",
  espresso: "Espresso",
  moka: "Moka pot",
  filter: "Filter",
  cafetiere: "Cafetière",
};

export type Size = { id: "250g" | "1kg"; name: string; prices: Prices };

type Common = {
  slug: string;
  name: string;
  /** One line for a card in a list. */
  tagline: string;
  /** Paragraphs of the product page. */
  story: readonly string[];
};

export type Coffee = Common & {
  kind: "coffee";
  origin: string;
  /** Rows of the fact sheet: producer, altitude, variety, process. */
  facts: readonly (readonly [label: string, value: string])[];
  notes: readonly string[];
  /** 1 is light, 5 is dark. */
  roast: 1 | 2 | 3 | 4 | 5;
  sizes: readonly Size[];
};

export type Gear = Common & {
  kind: "gear";
  facts: readonly (readonly [label: string, value: string])[];
  prices: Prices;
};

export type Product = Coffee | Gear;

/** The lowest price of a product in a currency, for *from €12.50*. */
export function lowestPrice(product: Product, currency: Currency): number {
  if (product.kind === "gear") return product.prices[currency];
  return Math.min(...product.sizes.map((size) => size.prices[currency]));
}
