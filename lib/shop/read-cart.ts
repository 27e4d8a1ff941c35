import { cache } from "react";
import { db } from "@/lib/platform/db";
import type { Visitor } from "@/lib/shop/visitor";
import type { Cart } from "./cart";
import { priceCart } from "./price";

/** The visitor's cart, priced now. An empty one when there is none, and when it is another account's. */
export const getCart = cache(async (visitor: Visitor): Promise<Cart> => {
  const row = await findCart(visitor);
  return priceCart(row?.lines ?? [], visitor.currency);
});

/** The row behind it. A cart that a signed-in visitor has touched is theirs alone. */
export async function findCart({ cartKey, viewer }: Pick<Visitor, "cartKey" | "viewer">) {
  if (!cartKey) return null;
  return db().cart.findFirst({
    where: { key: cartKey, OR: [{ userId: null }, ...(viewer ? [{ userId: viewer.userId }] : [])] },
    select: {
      id: true,
      userId: true,
      lines: { select: { sku: true, quantity: true }, orderBy: [{ addedAt: "asc" }, { sku: "asc" }] },
    },
  });
}

/** Whether this browser's cart key is free to use: the account that owned its cart may have signed out. */
export async function mayUseCart({ cartKey, viewer }: Pick<Visitor, "cartKey" | "viewer">): Promise<boolean> {
  if (!cartKey) return false;
  const cart = await db().cart.findUnique({ where: { key: cartKey }, select: { userId: true } });
  return !cart?.userId || cart.userId === viewer?.userId;
}
