import { AppLink } from "@/components/ui/app-link";
import { formatMoney, money } from "@/lib/platform/money";
import { type Currency, lowestPrice, type Product } from "@/lib/shop/catalogue/product";
import { ProductPicture } from "./art/product-picture";

export function ProductCard({ product, currency }: { product: Product; currency: Currency }) {
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
            {price}
          </p>
        </div>
        <p className="text-sm text-muted">
          {product.kind === "coffee" ? product.notes.join(" · ") : product.tagline}
        </p>
      </div>
    </article>
  );
}
