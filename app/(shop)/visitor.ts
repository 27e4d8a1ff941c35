import "server-only";
import { randomBytes } from "node:crypto";
import { cookies } from "next/headers";
import { cache } from "react";
import { makeCall, makeFormAction } from "@/lib/auth/action";
import { getAddressKey } from "@/lib/auth/client-address";
import { cookieName, isSecure } from "@/lib/auth/cookies";
import { getUser } from "@/lib/auth/session";
import { type Currency, currencies } from "@/lib/shop/catalogue/product";
import { mayUseCart } from "@/lib/shop/manage-cart";
import { makeVisitor, type Visitor } from "@/lib/shop/visitor";

const CART_COOKIE = "cart";
const CURRENCY_COOKIE = "currency";
const SIXTY_DAYS = 60 * 24 * 60 * 60;

/** The visitor of this request. Reads cookies only: a visitor who puts nothing into a cart leaves no row. */
export const getVisitor = cache(async (): Promise<Visitor> => {
  const jar = await cookies();
  const key = jar.get(cookieName(CART_COOKIE))?.value ?? "";
  const currency = jar.get(cookieName(CURRENCY_COOKIE))?.value;
  return makeVisitor({
    viewer: await getUser(),
    cartKey: /^[\w-]{43}$/.test(key) ? key : null,
    currency: currencies.find((code) => code === currency) ?? "EUR",
    addressKey: await getAddressKey(),
  });
});

/** The visitor with a cart key they may use. For actions only: Next.js does not let a page set a cookie. */
async function ensureVisitor(): Promise<Visitor & { cartKey: string }> {
  const visitor = await getVisitor();
  if (visitor.cartKey && (await mayUseCart(visitor))) return { ...visitor, cartKey: visitor.cartKey };
  const cartKey = randomBytes(32).toString("base64url");
  await setCookie(CART_COOKIE, cartKey);
  return { ...visitor, cartKey };
}

/** `userAction` and `userCall` of `lib/auth/action.ts`, for forms and calls that need no account. */
export const visitorAction = makeFormAction(ensureVisitor);
export const visitorCall = makeCall(ensureVisitor);

export const setCurrency = (currency: Currency) => setCookie(CURRENCY_COOKIE, currency);

async function setCookie(name: string, value: string) {
  (await cookies()).set(cookieName(name), value, {
    httpOnly: true,
    sameSite: "lax",
    secure: isSecure(),
    path: "/",
    maxAge: SIXTY_DAYS,
  });
}
