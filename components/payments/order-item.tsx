import { ProductPicture } from "@/components/shop/art/product-picture";
import { AppLink } from "@/components/ui/app-link";
import type { Order } from "@/lib/payments/order";
import { formatMoney } from "@/lib/platform/money";
import { findProduct } from "@/lib/shop/catalogue/variants";
import { OrderDate } from "./order-date";
import { OrderBadge } from "./order-status";

const SHOWN = 4;

type Props = {
  order: Order;
  /** The period of a series that it is, with its page. */
  series?: { text: string; subscriptionId: string } | undefined;
};

/** An order in the list of orders. */
export function OrderItem({ order, series }: Props) {
  const names = order.lines.map((line) => `${line.quantity} × ${line.name}`).join(", ");
  return (
    <li className="relative grid gap-4 rounded-panel border border-line bg-surface p-5 shadow-raised sm:grid-cols-[1fr_auto] sm:items-center">
      <div className="grid min-w-0 gap-1">
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <h2 className="text-lg">
            <AppLink
              href={`/orders/${order.ref}`}
              className="after:absolute after:inset-0 after:rounded-panel"
            >
              {order.label}
            </AppLink>
          </h2>
          <OrderBadge status={order.status} />
        </div>
        {series ? (
          <p className="text-sm text-muted">
            <AppLink
              href={`/subscriptions/${series.subscriptionId}`}
              className="relative z-10 underline underline-offset-4 hover:text-ink"
            >
              {series.text}
            </AppLink>
          </p>
        ) : (
          <p className="truncate text-sm text-muted">{names}</p>
        )}
        <p className="text-sm">
          <OrderDate date={order.placedAt} /> ·{" "}
          <span className="font-semibold">{formatMoney(order.total)}</span>
        </p>
      </div>
      <div aria-hidden="true" className="flex gap-2">
        {order.lines.slice(0, SHOWN).map((line) => {
          const product = findProduct(line.slug);
          return (
            <span key={line.sku} className="plinth grid size-16 place-items-center rounded-control p-1.5">
              {product && <ProductPicture product={product} className="max-h-full w-full" />}
            </span>
          );
        })}
      </div>
    </li>
  );
}
