import { randomBytes } from "node:crypto";
import { shopperFor } from "@/lib/auth/shopper";
import { now } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db";
import { AppError } from "@/lib/platform/errors";
import { isUniqueViolation } from "@/lib/platform/unique-violation";
import type { Cart } from "@/lib/shop/cart";
import { findCart, getCart, touchCart } from "@/lib/shop/manage-cart";
import { fingerprintOf } from "@/lib/shop/price-cart";
import type { Visitor } from "@/lib/shop/visitor";
import type { Prisma } from "@/prisma/generated/client";
import type { Contact } from "./contact-schema";

export type PlacedOrder = Prisma.OrderGetPayload<{ include: { lines: true } }>;

/**
 * Places the order for the present cart, or returns the one that another press or tab has just placed for it. Prices
 * come from the catalogue; `fingerprint` names the cart that the shopper was shown. Throws AppError `cart.changed` if
 * the cart no longer matches it, `cart.empty` for an empty cart. Cancels an open order of an earlier state of the cart:
 * if its payment is authorized later, it is voided.
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
  const isSame = (order: PlacedOrder) =>
    order.userId === userId && fingerprintOf(order.lines, order.currency) === fingerprint;
  await touchCart(visitor, row);
  const open = await findOpenOrder(row.id);
  if (open && isSame(open)) {
    await db().order.updateMany({ where: { id: open.id, state: "open" }, data: contact });
    return open;
  }
  if (open) await cancelOrder(open.id);
  const placed = await createOrder({ userId, cartId: row.id, cart, contact });
  if (!isSame(placed)) throw changedCart();
  return placed;
}

const findOpenOrder = (cartId: string) =>
  db().order.findFirst({ where: { cartId, state: "open" }, include: { lines: true } });

/** Cancels an order that is not being captured. */
async function cancelOrder(id: string) {
  const where = { id, state: "open", paidById: null } as const;
  const { count } = await db().order.updateMany({ where, data: { state: "canceled" } });
  if (count === 0) throw paymentInProgress();
}

type NewOrder = { userId: string | null; cartId: string; cart: Cart; contact: Contact };

/** A unique index allows one open order per cart: if another tab was first, its order is returned. */
async function createOrder({ userId, cartId, cart, contact }: NewOrder): Promise<PlacedOrder> {
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
    const isSecond = isUniqueViolation(error, "Order_one_open_per_cart");
    const first = isSecond ? await findOpenOrder(cartId) : null;
    if (!first) throw error;
    return first;
  }
}

/**
 * The orders placed for the visitor's cart: the open one, with its payments that may have been or may still be
 * captured, and the last one paid. An order of another shopper is null.
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

const emptyCart = () =>
  new AppError({
    code: "cart.empty",
    message: "The cart is empty",
    sentence: "There is nothing in your cart.",
  });

const changedCart = () =>
  new AppError({
    code: "cart.changed",
    message: "The cart differs from the one that the shopper was shown",
    sentence: "Your cart has changed. Check it before you pay. Nothing was charged.",
  });

/** Another payment of the same order was sent to ProcessOut, and its outcome is not known yet. */
export const paymentInProgress = () =>
  new AppError({
    code: "payment.in-progress",
    message: "Another payment of this order is pending",
    sentence:
      "Another payment for this order is in progress. Wait a minute and check your orders before you pay again.",
  });
