import { Button } from "@/components/ui/button";
import { formatMoney, money, splitMoney } from "@/lib/platform/money";
import type { Currency, Product } from "@/lib/shop/catalogue/product";
import { type PlanId, plans, plansFor } from "@/lib/subscriptions/plans";

/** Submit buttons inside the product's form, which send its fields as query parameters and work without JavaScript. */
export function PlanButtons({ product, currency }: { product: Product; currency: Currency }) {
  const planIds = plansFor(product);
  if (planIds.length === 0) return null;
  return (
    <div className="grid gap-3 border-t border-line pt-6">
      <p className="text-sm font-medium">
        {product.kind === "coffee" ? "Or have it come by itself" : "Or pay in parts, at no extra cost"}
      </p>
      <div className="flex flex-wrap gap-3">
        {planIds.map((planId) => (
          <Button
            key={planId}
            type="submit"
            name="plan"
            value={planId}
            formAction="/subscriptions/new"
            formMethod="get"
            variant="secondary"
            className="flex-1 whitespace-nowrap"
          >
            {labelOf(planId, product, currency)}
          </Button>
        ))}
      </div>
    </div>
  );
}

function labelOf(planId: PlanId, product: Product, currency: Currency): string {
  const { count, interval } = plans[planId];
  if (count === null || product.kind === "coffee") return interval === "week" ? "Every week" : "Every month";
  const [first] = splitMoney(money(product.prices[currency], currency), count);
  return first ? `${count} × ${formatMoney(first)}` : `${count} parts`;
}
