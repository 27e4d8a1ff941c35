import { cache } from "react";
import { now } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db";
import { AppError } from "@/lib/platform/errors";
import { type Cart, MAX_QUANTITY } from "./cart";
import { findVariant } from "./catalogue/variants";
import { priceCart } from "./price-cart";
import type { Visitor } from "./visitor";

/** More lines than this come from a script, not from a shopper. */
const MAX_LINES = 40;

/** The visitor's cart at today's prices. Empty if there is none, and if it belongs to another account. */
export const getCart = cache(async (visitor: Visitor): Promise<Cart> => {
  const row = await findCart(visitor);
  return priceCart(row?.lines ?? [], visitor.currency);
});

/** The row of the visitor's cart, or null. A cart belongs to the first account that uses it. */
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

/** False if the browser's cart belongs to another account, for example one that has signed out since. */
export async function mayUseCart({ cartKey, viewer }: Pick<Visitor, "cartKey" | "viewer">): Promise<boolean> {
  if (!cartKey) return false;
  const cart = await db().cart.findUnique({ where: { key: cartKey }, select: { userId: true } });
  return !cart?.userId || cart.userId === viewer?.userId;
}

/** Whether the visitor's cart shows as empty because what it holds belongs to an account that is not signed in now. */
export async function isCartOfOtherAccount({ cartKey, viewer }: Visitor): Promise<boolean> {
  if (!cartKey) return false;
  const where = { key: cartKey, userId: { not: null }, lines: { some: {} } };
  const cart = await db().cart.findFirst({ where, select: { userId: true } });
  return cart !== null && cart.userId !== viewer?.userId;
}

type Change = { sku: string; quantity: number };

/**
 * Adds to the cart, on top of what it holds. `quantity` is an integer from 1. Throws AppError `not-found` for a sku that
 * is not sold, `cart.too-many` if the cart would exceed `MAX_QUANTITY` or `MAX_LINES`.
 */
export async function addToCart(visitor: Visitor & { cartKey: string }, change: Change): Promise<void> {
  requireValid(change);
  const cartId = await ensureCart(visitor);
  if (await raiseLine(cartId, change)) return;
  const lines = await db().cartLine.findMany({ where: { cartId }, select: { sku: true } });
  if (lines.some(({ sku }) => sku === change.sku)) throw tooMany();
  if (lines.length >= MAX_LINES) throw tooManyLines();
  // Two tabs that add the first one at the same time both count: the second one finds the line and raises it.
  const isAdded = (await insertLine(cartId, change)) || (await raiseLine(cartId, change));
  if (!isAdded) throw tooMany();
}

async function raiseLine(cartId: string, { sku, quantity }: Change): Promise<boolean> {
  const { count } = await db().cartLine.updateMany({
    where: { cartId, sku, quantity: { lte: MAX_QUANTITY - quantity } },
    data: { quantity: { increment: quantity } },
  });
  return count === 1;
}

async function insertLine(cartId: string, change: Change): Promise<boolean> {
  const data = { ...change, cartId, addedAt: await now() };
  return (await db().cartLine.createMany({ data, skipDuplicates: true })).count === 1;
}

/** Sets the quantity of a line. Changes nothing if another tab has removed the line. */
export async function setQuantity(visitor: Visitor, change: Change): Promise<void> {
  requireValid(change);
  const cart = await findCart(visitor);
  if (!cart) return;
  const { sku, quantity } = change;
  await db().cartLine.updateMany({ where: { cartId: cart.id, sku }, data: { quantity } });
  await touchCart(visitor, cart);
}

export async function removeFromCart(visitor: Visitor, sku: string): Promise<void> {
  const cart = await findCart(visitor);
  if (!cart) return;
  await db().cartLine.deleteMany({ where: { cartId: cart.id, sku } });
  await touchCart(visitor, cart);
}

/** Records that the cart is in use, and gives it to the visitor's account, if it has no account yet. */
export async function touchCart({ viewer }: Pick<Visitor, "viewer">, { id }: { id: string }): Promise<void> {
  const userId = viewer?.userId ?? null;
  await db().cart.updateMany({
    where: { id, OR: [{ userId: null }, { userId }] },
    data: { userId, touchedAt: await now() },
  });
}

/** The form checks the same. A request that did not come from the form is checked here. */
export function requireValid({ sku, quantity }: Change) {
  if (!findVariant(sku)) throw new AppError({ code: "not-found", message: `No sku ${JSON.stringify(sku)}` });
  if (!Number.isInteger(quantity) || quantity < 1 || quantity > MAX_QUANTITY) throw tooMany();
}

/** The id of the visitor's cart, created if there is none. AppError `cart.not-yours` for another account's. */
export async function ensureCart({
  cartKey,
  viewer,
}: Pick<Visitor, "viewer"> & { cartKey: string }): Promise<string> {
  const userId = viewer?.userId ?? null;
  const touchedAt = await now();
  await db().cart.createMany({ data: { key: cartKey, userId, touchedAt }, skipDuplicates: true });
  const cart = await findCart({ cartKey, viewer });
  if (!cart) throw new AppError({ code: "cart.not-yours", message: "The cart belongs to another account" });
  await touchCart({ viewer }, cart);
  return cart.id;
}

const tooMany = () =>
  new AppError({
    code: "cart.too-many",
    message: `More than ${MAX_QUANTITY} of one kind`,
    sentence: `${MAX_QUANTITY} is the most we sell at once of one kind. For more, write to us: we roast for cafés, too.`,
  });

const tooManyLines = () =>
  new AppError({
    code: "cart.too-many",
    message: `More than ${MAX_LINES} lines`,
    sentence: `A cart holds at most ${MAX_LINES} different things. Remove one, or order these first.`,
  });
