"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";
import { checkoutPath } from "@/app/(shop)/item";
import { ensureCartKey, getVisitor, setCurrency, visitorAction } from "@/app/(shop)/visitor";
import { userAction } from "@/lib/auth/action";
import { fillItemCart } from "@/lib/shop/buy-now";
import { MAX_QUANTITY } from "@/lib/shop/cart";
import { currencies, grinds } from "@/lib/shop/catalogue/product";
import { coffeeSku, findProduct } from "@/lib/shop/catalogue/variants";
import * as cart from "@/lib/shop/manage-cart";

const WHOLE = `Choose a whole number from 1 to ${MAX_QUANTITY}.`;
const quantity = z
  .string()
  .regex(/^\d{1,4}$/, WHOLE)
  .transform(Number)
  .refine((value) => value >= 1 && value <= MAX_QUANTITY, WHOLE);

const buySchema = z.object({
  slug: z.string(),
  size: z.string().optional(),
  grind: z.enum(grinds).optional(),
  quantity,
});

/** The sku that the product's form names. One that is not sold is refused by the function that it is given to. */
function skuOf({ slug, size, grind }: z.output<typeof buySchema>) {
  return findProduct(slug)?.kind === "coffee" ? coffeeSku(slug, `${size}`, `${grind}`) : slug;
}

export const addToCart = visitorAction(buySchema, async (visitor, input) => {
  await cart.addToCart(await ensureCartKey(visitor), { sku: skuOf(input), quantity: input.quantity });
  revalidatePath("/", "layout");
  return { status: "done", message: `${findProduct(input.slug)?.name} is in your cart.` };
});

export const buyNow = userAction(buySchema, async (viewer, input) => {
  const item = { sku: skuOf(input), quantity: input.quantity };
  await fillItemCart(await getVisitor(), viewer, item);
  redirect(checkoutPath(item));
});

export const setQuantity = visitorAction(z.object({ sku: z.string(), quantity }), async (visitor, change) => {
  await cart.setQuantity(visitor, change);
  revalidatePath("/", "layout");
});

export const removeFromCart = visitorAction(z.object({ sku: z.string() }), async (visitor, { sku }) => {
  await cart.removeFromCart(visitor, sku);
  revalidatePath("/", "layout");
});

export const chooseCurrency = visitorAction(z.object({ currency: z.enum(currencies) }), async (_, input) => {
  await setCurrency(input.currency);
  revalidatePath("/", "layout");
});
