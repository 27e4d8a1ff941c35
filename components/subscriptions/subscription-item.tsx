import { BrandMark } from "@/components/cards/brand-mark";
import { OrderDate } from "@/components/payments/order-date";
import { ProductPicture } from "@/components/shop/art/product-picture";
import { AppLink } from "@/components/ui/app-link";
import { cardLabel } from "@/lib/cards/card";
import { formatMoney } from "@/lib/platform/money";
import { findProduct } from "@/lib/shop/catalogue/variants";
import { rhythmOf, type Subscription } from "@/lib/subscriptions/subscription";
import { hasOutstanding } from "@/lib/subscriptions/subscription-status";
import { pausedText } from "./next-payment";
import { SubscriptionBadge } from "./subscription-badge";

export function SubscriptionItem({ subscription }: { subscription: Subscription }) {
  const { id, name, slug, detail, status, next, card, count, paidPeriods } = subscription;
  const product = findProduct(slug);
  return (
    <li className="relative grid grid-cols-[4.5rem_1fr] items-center gap-5 rounded-panel border border-line bg-surface p-5 shadow-raised">
      <span aria-hidden="true" className="plinth grid size-18 place-items-center rounded-control p-2">
        {product && <ProductPicture product={product} className="max-h-full w-full" />}
      </span>
      <div className="grid min-w-0 gap-1">
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <h2 className="text-lg">
            <AppLink
              href={`/subscriptions/${id}`}
              className="after:absolute after:inset-0 after:rounded-panel"
            >
              {name}
            </AppLink>
          </h2>
          <SubscriptionBadge status={status} />
        </div>
        <p className="text-sm text-muted">
          {rhythmOf(subscription)} · {detail}
        </p>
        {next && status === "paused" && <p className="text-sm">{pausedText(subscription.isDisputed)}</p>}
        {next && status !== "paused" && (
          <p className="flex flex-wrap items-center gap-x-2 text-sm">
            <span>
              <span className="font-semibold tabular-nums">{formatMoney(next.amount)}</span>{" "}
              {hasOutstanding(status) ? "due since" : "on"} <OrderDate date={next.dueAt} />
            </span>
            {card && (
              <span className="flex items-center gap-2 text-muted">
                <BrandMark brand={card.brand} className="h-4.5 w-7" />
                {cardLabel(card)}
              </span>
            )}
          </p>
        )}
        {count !== null && (
          <p className="text-sm text-muted tabular-nums">
            {paidPeriods} of {count} paid
          </p>
        )}
      </div>
    </li>
  );
}
