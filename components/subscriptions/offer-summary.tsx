import { OrderDate } from "@/components/payments/order-date";
import { ProductPicture } from "@/components/shop/art/product-picture";
import { formatMoney, type Money } from "@/lib/platform/money";
import type { Variant } from "@/lib/shop/catalogue/variants";
import { type PlanId, plans } from "@/lib/subscriptions/plans";
import { amountOf, dueDates } from "@/lib/subscriptions/schedule";
import { rhythmOf } from "@/lib/subscriptions/subscription";

type Props = { variant: Variant; planId: PlanId; quantity: number; price: Money; now: Date };

/** The item, the interval, and every amount with its day: what the shopper agrees to. */
export function OfferSummary({ variant, planId, quantity, price, now }: Props) {
  const plan = plans[planId];
  const { product, detail } = variant;
  const isEndless = plan.count === null;
  return (
    <div className="grid gap-4">
      <h2 className="text-xl">{isEndless ? "Your subscription" : "Your instalments"}</h2>
      <div className="grid grid-cols-[4rem_1fr] items-center gap-4">
        <span className="plinth grid size-16 place-items-center rounded-control p-1.5">
          <ProductPicture product={product} className="max-h-full w-full" />
        </span>
        <span className="grid">
          <span className="font-medium">{product.name}</span>
          {detail && (
            <span className="text-sm text-muted">
              {quantity} × {detail}
            </span>
          )}
          <span className="text-sm text-muted">{rhythmOf(plan)}</span>
        </span>
      </div>
      <dl className="grid gap-1.5 border-t border-line pt-4">
        <div className="flex justify-between gap-4 font-semibold">
          <dt>Today</dt>
          <dd className="tabular-nums">{formatMoney(amountOf({ price, count: plan.count }, 1))}</dd>
        </div>
        {dueDates({ startedAt: now, interval: plan.interval }, (plan.count ?? 2) - 1).map((date, index) => (
          <div key={date.getTime()} className={QUIET_ROW}>
            <dt>
              <OrderDate date={date} />
            </dt>
            <dd className="tabular-nums">{formatMoney(amountOf({ price, count: plan.count }, index + 2))}</dd>
          </div>
        ))}
        {!isEndless && (
          <div className={QUIET_ROW}>
            <dt>Total</dt>
            <dd className="tabular-nums">{formatMoney(price)}</dd>
          </div>
        )}
      </dl>
      {isEndless && (
        <p className="text-sm text-muted">
          {plan.interval === "month" && now.getUTCDate() > 28
            ? "Then every month, on the same day or the last of a shorter month, until you cancel."
            : `Then every ${plan.interval}, on the same day, until you cancel.`}
        </p>
      )}
    </div>
  );
}

const QUIET_ROW = "flex justify-between gap-4 text-sm text-muted";
