import { ProductPicture } from "@/components/shop/art/product-picture";
import { formatMoney, type Money } from "@/lib/platform/money";
import type { Variant } from "@/lib/shop/catalogue/variants";
import type { PlanId } from "@/lib/subscriptions/plans";
import { plans } from "@/lib/subscriptions/plans";
import { rhythmOf } from "@/lib/subscriptions/subscription";

type Props = { variant: Variant; planId: PlanId; quantity: number; first: Money; price: Money };

/** The item, the interval, and the amounts due today and later. */
export function OfferSummary({ variant, planId, quantity, first, price }: Props) {
  const plan = plans[planId];
  const { product, detail } = variant;
  return (
    <div className="grid gap-4">
      <h2 className="text-xl">{plan.count === null ? "Your subscription" : "Your instalments"}</h2>
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
        <Row label="Today" value={formatMoney(first)} isStrong />
        <Row
          label={plan.count === null ? `Then every ${plan.interval}` : `Then ${plan.count - 1} more, monthly`}
          value={formatMoney(first)}
        />
        {plan.count !== null && <Row label="Total" value={formatMoney(price)} />}
      </dl>
    </div>
  );
}

const Row = ({ label, value, isStrong }: { label: string; value: string; isStrong?: boolean }) => (
  <div
    className={
      isStrong ? "flex justify-between gap-4 font-semibold" : "flex justify-between gap-4 text-sm text-muted"
    }
  >
    <dt>{label}</dt>
    <dd className="tabular-nums">{value}</dd>
  </div>
);
