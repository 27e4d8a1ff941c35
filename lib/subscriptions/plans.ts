import type { Product } from "@/lib/shop/catalogue/product";

/** How something can be had more than once, or paid in parts. */
export type Plan = {
  interval: "week" | "month";
  /** Instalments: how many in all. Null goes on until the shopper cancels. */
  count: number | null;
};

export const planIds = ["weekly", "monthly", "3-months", "6-months", "12-months"] as const;
export type PlanId = (typeof planIds)[number];

export const plans: Record<PlanId, Plan> = {
  weekly: { interval: "week", count: null },
  monthly: { interval: "month", count: null },
  "3-months": { interval: "month", count: 3 },
  "6-months": { interval: "month", count: 6 },
  "12-months": { interval: "month", count: 12 },
};

/** Coffee comes again; a machine is paid in parts. Everything else is bought once. */
export function plansFor(product: Product): readonly PlanId[] {
  if (product.kind === "coffee") return ["weekly", "monthly"];
  return product.prices.EUR >= 50_000 ? ["3-months", "6-months", "12-months"] : [];
}
