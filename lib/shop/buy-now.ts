import type { Viewer } from "@/lib/auth/viewer";
import { now } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db";
import { ensureCart, requireValid } from "./manage-cart";
import type { Visitor } from "./visitor";

/** A sku of the catalogue and how many of it, ordered by itself. */
export type Item = { sku: string; quantity: number };

/**
 * The visitor with a cart of the item alone in place of the browser's cart. The account and the item name that cart, so
 * two presses and two tabs share it, and with it one order. No cart cookie can hold such a key.
 */
export const withItemCart = (visitor: Visitor, viewer: Viewer, { sku, quantity }: Item) => ({
  ...visitor,
  viewer,
  cartKey: `item:${viewer.userId}:${sku}:${quantity}`,
});

/**
 * Puts the item into its cart, or leaves it there: an order that is placed and not paid goes on. A paid one has emptied
 * the cart, so the next press begins another. Throws AppError `not-found` for a sku that is not sold, `cart.too-many` for
 * a quantity out of range.
 */
export async function fillItemCart(visitor: Visitor, viewer: Viewer, item: Item): Promise<void> {
  requireValid(item);
  const cartId = await ensureCart(withItemCart(visitor, viewer, item));
  const data = { ...item, cartId, addedAt: await now() };
  await db().cartLine.createMany({ data, skipDuplicates: true });
}
