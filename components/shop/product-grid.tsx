import type { Currency, Product } from "@/lib/catalogue/product";
import { ProductCard } from "./product-card";

type Props = {
  id: string;
  title: string;
  lead: string;
  products: readonly Product[];
  currency: Currency;
};

export function ProductGrid({ id, title, lead, products, currency }: Props) {
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
      <ul className="mt-10 grid grid-cols-2 gap-x-4 gap-y-10 sm:gap-x-6 lg:grid-cols-3">
        {products.map((product) => (
          <li key={product.slug} className="first:nth-last-5:col-span-2 lg:first:nth-last-5:row-span-2">
            <ProductCard product={product} currency={currency} />
          </li>
        ))}
      </ul>
    </section>
  );
}
