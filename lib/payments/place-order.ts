import { randomBytes } from "node:crypto";
import { now } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db";
import { AppError } from "@/lib/platform/errors";
import { isUniqueViolation } from "@/lib/platform/unique-violation";
import type { Cart } from "@/lib/shop/cart";
import { touchCart } from "@/lib/shop/change-cart";
import { fingerprintOf } from "@/lib/shop/price";
import { findCart, getCart } from "@/lib/shop/read-cart";
import type { Visitor } from "@/lib/shop/visitor";
import type { Prisma } from "@/prisma/generated/client";
import { paymentUnderWay } from "./invoice";
import type { Contact } from "./order";

export type PlacedOrder = Prisma.OrderGetPayload<{ include: { lines: true } }>;

/**
 * Makes the order for what is in the cart now, or answers the one another press or tab has just made of the same.
 * Prices come from the catalogue; `fingerprint` is only what the shopper was shown, and a cart that no longer
 * matches it is an AppError `cart.changed`. An open order of an earlier state of the cart is canceled: should its
 * payment still come through, it is voided.
 */
export async function placeOrder(
  visitor: Visitor,
  { fingerprint, contact }: { fingerprint: string; contact: Contact },
): Promise<PlacedOrder> {
  const row = await findCart(visitor);
  const cart = await getCart(visitor);
  if (!row || cart.lines.length === 0) throw emptyCart();
  if (cart.fingerprint !== fingerprint) throw changedCart();

  const userId = visitor.viewer?.userId ?? null;
  await touchCart(visitor, row);
  const open = await findOpen(row.id);
  if (open && isOf(open, { userId, fingerprint })) {
    await db().order.updateMany({ where: { id: open.id, state: "open" }, data: contact });
    return open;
  }
  if (open) await cancel(open.id);
  const placed = await create({ userId, cartId: row.id, cart, contact });
  if (!isOf(placed, { userId, fingerprint })) throw changedCart();
  return placed;
}

const isOf = (order: PlacedOrder, { userId, fingerprint }: { userId: string | null; fingerprint: string }) =>
  order.userId === userId && fingerprintOf(order.lines, order.currency) === fingerprint;

const findOpen = (cartId: string) =>
  db().order.findFirst({ where: { cartId, state: "open" }, include: { lines: true } });

async function cancel(id: string) {
  const where = { id, state: "open", paidById: null } as const;
  const { count } = await db().order.updateMany({ where, data: { state: "canceled" } });
  if (count === 0) throw paymentUnderWay();
}

type NewOrder = { userId: string | null; cartId: string; cart: Cart; contact: Contact };

async function create({ userId, cartId, cart, contact }: NewOrder): Promise<PlacedOrder> {
  const lines = cart.lines.map(({ sku, slug, name, detail, quantity, unitPrice }, position) => {
    return { position, sku, slug, name, detail, quantity, unitPrice: unitPrice.minor };
  });
  const { minor: total, currency } = cart.total;
  const guestKey = userId ? null : randomBytes(32).toString("base64url");
  const facts = { userId, guestKey, cartId, currency, total, placedAt: await now() };
  try {
    const data = { ...contact, ...facts, lines: { create: lines } };
    return await db().order.create({ data, include: { lines: true } });
  } catch (error) {
    const isTaken = isUniqueViolation(error, "Order_one_open_per_cart");
    const other = isTaken ? await findOpen(cartId) : null;
    if (!other) throw error;
    return other;
  }
}

const emptyCart = () =>
  new AppError({
    code: "cart.empty",
    message: "The cart is empty",
    sentence: "There is nothing in your cart.",
  });

const changedCart = () =>
  new AppError({
    code: "cart.changed",
    message: "The cart is not what the shopper was shown",
    sentence:
      "Your cart changed since this page was opened. Look at it again before you pay. Nothing was charged.",
  });
