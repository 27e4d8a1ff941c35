import clsx from "clsx";
import type { Currency, Product } from "@/lib/shop/catalogue/product";
import { ProductCard } from "./product-card";

type Props = {
  id: string;
  title: string;
  lead: string;
  products: readonly Product[];
  currency: Currency;
  /** The first product takes the space of four. */
  isLedByFirst?: boolean;
};

const LED = "lg:grid-cols-4 *:first:col-span-2 *:first:lg:row-span-2";

export function ProductGrid({ id, title, lead, products, currency, isLedByFirst }: Props) {
  return (
    <section
      aria-labelledby={`${id}-title`}
      id={id}
      className="mx-auto max-w-6xl px-4 py-16 sm:px-6 sm:py-24"
    >
      <h2 id={`${id}-title`} className="text-title">
        {title}
      </h2>
      <p className="mt-3 max-w-[56ch] text-lg text-muted">{lead}</p>
      <ul
        className={clsx(
          "mt-10 grid grid-cols-2 gap-x-4 gap-y-10 sm:gap-x-6",
          isLedByFirst ? LED : "lg:grid-cols-3",
        )}
      >
        {products.map((product) => (
          <li key={product.slug}>
            <ProductCard product={product} currency={currency} />
          </li>
        ))}
      </ul>
    </section>
  );
}
