import { z } from "zod";
import { MAX_QUANTITY } from "@/lib/shop/cart";
import { findVariant } from "@/lib/shop/catalogue/variants";

/** The one item of *Buy now*, as the address of the checkout and its action name it. The price is the catalogue's. */
export const itemSchema = z.object({
  sku: z.string().refine((sku) => findVariant(sku) !== undefined),
  quantity: z.number().int().min(1).max(MAX_QUANTITY),
});

type Item = z.output<typeof itemSchema>;
export type SearchParams = Record<string, string | string[] | undefined>;

/** The item that the query names: null if it names none, "wrong" if that is not sold, or not as many. */
export function readItem({ sku, quantity }: SearchParams): Item | null | "wrong" {
  if (sku === undefined) return null;
  return itemSchema.safeParse({ sku, quantity: Number(quantity) }).data ?? "wrong";
}

/** The checkout of the cart, or of one item. */
export const checkoutPath = (item: Item | null) =>
  item ? `/checkout?${new URLSearchParams({ sku: item.sku, quantity: `${item.quantity}` })}` : "/checkout";
