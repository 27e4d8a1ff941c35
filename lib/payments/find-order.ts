import { shopperFor } from "@/lib/auth/shopper";
import { db } from "@/lib/platform/db";
import { findCart } from "@/lib/shop/read-cart";
import type { Visitor } from "@/lib/shop/visitor";

/**
 * What has become of the visitor's cart: the order being paid, with the payments that
 * came or may still come through, and the last one paid.
 */
export async function findOrdersOfCart(visitor: Visitor) {
  const cart = await findCart(visitor);
  if (!cart) return { open: null, paid: null };
  const open = await db().order.findFirst({
    where: { cartId: cart.id, state: "open" },
    select: {
      id: true,
      guestKey: true,
      userId: true,
      payments: { where: { state: { notIn: ["failed", "voided"] } }, select: { id: true } },
    },
  });
  const paid = await db().order.findFirst({
    where: { cartId: cart.id, state: "paid" },
    orderBy: { paidAt: "desc" },
    select: { id: true, guestKey: true, userId: true },
  });
  const isTheirs = (order: { userId: string | null; guestKey: string | null } | null) =>
    order !== null && shopperFor(visitor.viewer, order) !== null;
  return { open: isTheirs(open) ? open : null, paid: isTheirs(paid) ? paid : null };
}
