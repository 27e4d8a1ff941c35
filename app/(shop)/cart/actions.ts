"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { ensureCartKey, setCurrency, visitorAction } from "@/app/(shop)/visitor";
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

export const addToCart = visitorAction(buySchema, async (visitor, { slug, size, grind, quantity }) => {
  const product = findProduct(slug);
  const sku = product?.kind === "coffee" ? coffeeSku(slug, `${size}`, `${grind}`) : slug;
  await cart.addToCart(await ensureCartKey(visitor), { sku, quantity });
  revalidatePath("/", "layout");
  return { status: "done", message: `${product?.name} is in your cart.` };
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
