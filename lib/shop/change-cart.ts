import { now } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db";
import { AppError } from "@/lib/platform/errors";
import { findVariant } from "@/lib/shop/catalogue/variants";
import type { Visitor } from "@/lib/shop/visitor";
import { MAX_QUANTITY } from "./cart";
import { findCart } from "./read-cart";

/** More different things than this is a script, not a shopper. */
const MAX_LINES = 40;

type Change = { sku: string; quantity: number };

/**
 * Puts something into the cart, on top of what is there. `quantity` is a whole number from 1. AppError when the sku
 * is not sold, and when the cart would hold more of it than the shop sells at once.
 */
export async function addToCart(visitor: Visitor & { cartKey: string }, change: Change): Promise<void> {
  requireSane(change);
  const cartId = await ensureCart(visitor);
  if ((await db().cartLine.count({ where: { cartId } })) >= MAX_LINES) throw tooMany(MAX_LINES);
  // Both tabs that add the first one at once count: the one that could not make the line raises it.
  const isIn = (await raise(cartId, change)) || (await make(cartId, change)) || (await raise(cartId, change));
  if (!isIn) throw tooMany(MAX_QUANTITY);
}

async function raise(cartId: string, { sku, quantity }: Change): Promise<boolean> {
  const { count } = await db().cartLine.updateMany({
    where: { cartId, sku, quantity: { lte: MAX_QUANTITY - quantity } },
    data: { quantity: { increment: quantity } },
  });
  return count === 1;
}

async function make(cartId: string, change: Change): Promise<boolean> {
  const data = { ...change, cartId, addedAt: await now() };
  return (await db().cartLine.createMany({ data, skipDuplicates: true })).count === 1;
}

/** Sets how many of a thing the cart holds. Nothing happens to a line that another tab took out. */
export async function setQuantity(visitor: Visitor, change: Change): Promise<void> {
  requireSane(change);
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

/** Somebody is at this cart: it is not a forgotten one, and a signed-in visitor's from now on. */
export async function touchCart({ viewer }: Pick<Visitor, "viewer">, { id }: { id: string }): Promise<void> {
  const userId = viewer?.userId ?? null;
  await db().cart.updateMany({
    where: { id, OR: [{ userId: null }, { userId }] },
    data: { userId, touchedAt: await now() },
  });
}

/** The form has checked already; a request that did not come from the form has not. */
function requireSane({ sku, quantity }: Change) {
  if (!findVariant(sku)) throw new AppError({ code: "not-found", message: `No sku ${JSON.stringify(sku)}` });
  if (!Number.isInteger(quantity) || quantity < 1 || quantity > MAX_QUANTITY) throw tooMany(MAX_QUANTITY);
}

async function ensureCart({ cartKey, viewer }: Visitor & { cartKey: string }): Promise<string> {
  const userId = viewer?.userId ?? null;
  const touchedAt = await now();
  await db().cart.createMany({ data: { key: cartKey, userId, touchedAt }, skipDuplicates: true });
  const cart = await findCart({ cartKey, viewer });
  if (!cart) throw new AppError({ code: "cart.not-yours", message: "The cart belongs to another account" });
  await touchCart({ viewer }, cart);
  return cart.id;
}

const tooMany = (most: number) =>
  new AppError({
    code: "cart.too-many",
    message: `More than ${most}`,
    sentence: `${most} is the most we sell at once. For more, write to us: we roast for cafés, too.`,
  });
