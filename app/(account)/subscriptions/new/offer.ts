import { z } from "zod";
import { currencies, grinds } from "@/lib/shop/catalogue/product";
import { coffeeSku, findProduct } from "@/lib/shop/catalogue/variants";
import { planIds, plans, plansFor } from "@/lib/subscriptions/plans";
import { isOffered, type Offer } from "@/lib/subscriptions/start-subscription";

export type SearchParams = Record<string, string | string[] | undefined>;

const schema = z.object({
  slug: z.string(),
  size: z.string().optional(),
  grind: z.enum(grinds).optional(),
  quantity: z.coerce.number().int(),
  plan: z.enum(planIds),
});

const PATH = "/subscriptions/new";

/**
 * The address of this page without parameters that are not the offer's, or null if there are none. The product's form
 * is submitted with GET and contains React's hidden fields (`$ACTION_…`) of its server action.
 */
export function cleanAddress(params: SearchParams): string | null {
  const fields = Object.keys(schema.shape);
  if (Object.keys(params).every((key) => fields.includes(key))) return null;
  const kept = fields.flatMap((key) => [params[key] ?? []].flat().map((value) => [key, value]));
  return `${PATH}?${new URLSearchParams(kept)}`;
}

/** The offer that the query parameters of the product's form name, or null if there is none. */
export function readOffer(params: SearchParams, currency: string): Offer | null {
  const parsed = schema.safeParse(params);
  const known = z.enum(currencies).safeParse(currency);
  const product = parsed.data && findProduct(parsed.data.slug);
  if (!parsed.data || !known.data || !product || !plansFor(product).includes(parsed.data.plan)) return null;
  const { slug, size, grind, plan: planId } = parsed.data;
  const sku = product.kind === "coffee" ? coffeeSku(slug, `${size}`, `${grind}`) : slug;
  // Instalments are for one machine, whatever quantity the form had.
  const quantity = plans[planId].count === null ? parsed.data.quantity : 1;
  const offer = { sku, planId, quantity, currency: known.data };
  return isOffered(offer) ? offer : null;
}
