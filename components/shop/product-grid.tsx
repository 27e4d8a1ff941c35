import clsx from "clsx";
import { AppLink } from "@/components/ui/app-link";
import { formatMoney, money } from "@/lib/platform/money";
import { type Currency, lowestPrice, type Product } from "@/lib/shop/catalogue/product";
import { ProductPicture } from "./art/product-picture";

type Props = {
  id: string;
  title: string;
  lead: string;
  products: readonly Product[];
  currency: Currency;
  /** The first product gets a cell of 2 × 2. */
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

function ProductCard({ product, currency }: { product: Product; currency: Currency }) {
  const price = formatMoney(money(lowestPrice(product, currency), currency));
  return (
    <article className="group relative grid h-full grid-rows-[1fr_auto] content-start gap-4">
      <div className="plinth relative grid min-h-44 place-items-center overflow-hidden rounded-panel p-5 sm:p-7">
        <ProductPicture
          product={product}
          className="h-full max-h-[30rem] min-h-40 w-full transition-transform duration-300 ease-gentle group-hover:-translate-y-1.5"
        />
      </div>
      <div className="grid gap-1">
        <div className="items-baseline justify-between gap-x-3 sm:flex">
          <h3 className="text-lg sm:text-xl">
            <AppLink
              href={`/products/${product.slug}`}
              className="after:absolute after:inset-0 after:rounded-panel"
            >
              {product.name}
            </AppLink>
          </h3>
          <p className="text-sm font-semibold tabular-nums sm:text-base">
            {product.kind === "coffee" && <span className="font-normal text-muted">from </span>}
            <span>{price}</span>
          </p>
        </div>
        <p className="text-sm text-muted">
          {product.kind === "coffee" ? product.notes.join(" · ") : product.tagline}
        </p>
      </div>
    </article>
  );
}
