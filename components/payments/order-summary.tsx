import { ProductPicture } from "@/components/shop/art/product-picture";
import { AppLink } from "@/components/ui/app-link";
import { formatMoney, type Money } from "@/lib/platform/money";
import type { CartLine } from "@/lib/shop/cart";
import { findProduct } from "@/lib/shop/catalogue/variants";

type Props = {
  lines: CartLine[];
  total: Money;
  /** Ordered apart from the cart, from the product's page. */
  isOneItem: boolean;
};

/** The lines and total of what is ordered, beside the checkout form. */
export function OrderSummary({ lines, total, isOneItem }: Props) {
  const editPath = isOneItem && lines[0] ? `/products/${lines[0].slug}` : "/cart";
  return (
    <div className="grid gap-4">
      <div className="flex items-baseline justify-between">
        <h2 className="text-xl">Your order</h2>
        <AppLink href={editPath} className="text-sm text-muted underline underline-offset-4 hover:text-ink">
          Edit
        </AppLink>
      </div>
      <ul className="grid gap-3">
        {lines.map((line) => {
          const product = findProduct(line.slug);
          return (
            <li key={line.sku} className="grid grid-cols-[3rem_1fr_auto] items-center gap-3 text-sm">
              <span className="plinth grid size-12 place-items-center rounded-control p-1">
                {product && <ProductPicture product={product} className="max-h-full w-full" />}
              </span>
              <span className="grid">
                <span className="font-medium">
                  {line.quantity} × {line.name}
                </span>
                <span className="text-muted">{line.detail}</span>
              </span>
              <span className="tabular-nums">{formatMoney(line.total)}</span>
            </li>
          );
        })}
      </ul>
      <dl className="grid gap-1.5 border-t border-line pt-4">
        <div className="flex justify-between gap-4 text-sm text-muted">
          <dt>Delivery</dt>
          <dd>Included</dd>
        </div>
        <div className="flex items-baseline justify-between gap-4 font-semibold">
          <dt>Total</dt>
          <dd className="text-xl tabular-nums">{formatMoney(total)}</dd>
        </div>
      </dl>
    </div>
  );
}
