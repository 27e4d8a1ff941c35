import { coffees } from "./coffees";
import { gear } from "./gear";
import { type Grind, grindNames, grinds, type Prices, type Product } from "./product";

export const products: readonly Product[] = [...coffees, ...gear];

export const findProduct = (slug: string): Product | undefined =>
  products.find((product) => product.slug === slug);

/** One thing that can be put into a cart. The sku says all of it: `landfall.250g.espresso`, `ditty-mug`. */
export type Variant = {
  sku: string;
  product: Product;
  /** *250 g, Espresso*; empty for gear. */
  detail: string;
  prices: Prices;
};

export const coffeeSku = (slug: string, size: string, grind: Grind | string) => `${slug}.${size}.${grind}`;

function variantsOf(product: Product): Variant[] {
  if (product.kind === "gear") {
    return [{ sku: product.slug, product, detail: "", prices: product.prices }];
  }
  return product.sizes.flatMap((size) =>
    grinds.map((grind) => ({
      sku: coffeeSku(product.slug, size.id, grind),
      product,
      detail: `${size.name}, ${grindNames[grind].toLowerCase()}`,
      prices: size.prices,
    })),
  );
}

const bySku = new Map(products.flatMap(variantsOf).map((variant) => [variant.sku, variant]));

/** Undefined for a sku that was made up, or that is no longer sold. */
export const findVariant = (sku: string): Variant | undefined => bySku.get(sku);
