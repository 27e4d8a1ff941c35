import "server-only";
import { randomBytes } from "node:crypto";
import { cookies, headers } from "next/headers";
import { cache } from "react";
import { env } from "@/lib/platform/env";
import { type Currency, currencies } from "@/lib/shop/catalogue/product";
import { mayUseCart } from "@/lib/shop/read-cart";
import { addressKeyOf } from "./address-key";
import { getUser } from "./session";
import { isSecure } from "./session-cookie";
import { makeVisitor, type Visitor } from "./visitor-key";

const CART = "halyard-cart";
const CURRENCY = "halyard-currency";
const SIXTY_DAYS = 60 * 24 * 60 * 60;

/** Who is looking at the shop. Reads cookies only: a visitor who puts nothing into a cart leaves no row. */
export const getVisitor = cache(async (): Promise<Visitor> => {
  const jar = await cookies();
  const key = jar.get(CART)?.value ?? "";
  const currency = jar.get(CURRENCY)?.value;
  return makeVisitor({
    viewer: await getUser(),
    cartKey: /^[\w-]{43}$/.test(key) ? key : null,
    currency: currencies.find((code) => code === currency) ?? "EUR",
    addressKey: addressKeyOf((await headers()).get("x-forwarded-for"), env()),
  });
});

/** The same with a cart key they may use. For actions only: a page cannot set a cookie. */
export async function ensureVisitor(): Promise<Visitor & { cartKey: string }> {
  const visitor = await getVisitor();
  if (visitor.cartKey && (await mayUseCart(visitor))) return { ...visitor, cartKey: visitor.cartKey };
  const cartKey = randomBytes(32).toString("base64url");
  await keep(CART, cartKey);
  return { ...visitor, cartKey };
}

export const keepCurrency = (currency: Currency) => keep(CURRENCY, currency);

async function keep(name: string, value: string) {
  (await cookies()).set(name, value, {
    httpOnly: true,
    sameSite: "lax",
    secure: isSecure(),
    path: "/",
    maxAge: SIXTY_DAYS,
  });
}
