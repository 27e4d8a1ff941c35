import { z } from "zod";
import { planIds, plans, plansFor } from "@/lib/shop/catalogue/plans";
import { currencies, grinds } from "@/lib/shop/catalogue/product";
import { coffeeSku, findProduct } from "@/lib/shop/catalogue/variants";
import { isOffered, type Terms } from "@/lib/subscriptions/start-subscription";

export type Address = Record<string, string | string[] | undefined>;

const schema = z.object({
  slug: z.string(),
  size: z.string().optional(),
  grind: z.enum(grinds).optional(),
  quantity: z.coerce.number().int(),
  plan: z.enum(planIds),
});

/** What the product's form wrote into the address, or null when no such thing is sold. */
export function readTerms(address: Address, currency: string): Terms | null {
  const parsed = schema.safeParse(address);
  const paid = z.enum(currencies).safeParse(currency);
  const product = parsed.data && findProduct(parsed.data.slug);
  if (!parsed.data || !paid.data || !product || !plansFor(product).includes(parsed.data.plan)) return null;
  const { slug, size, grind, plan: planId } = parsed.data;
  const sku = product.kind === "coffee" ? coffeeSku(slug, `${size}`, `${grind}`) : slug;
  // Instalments are for one machine, however many the form said.
  const quantity = plans[planId].count === null ? parsed.data.quantity : 1;
  const terms = { sku, planId, quantity, currency: paid.data };
  return isOffered(terms) ? terms : null;
}
