import "server-only";
import { randomBytes } from "node:crypto";
import { cookies } from "next/headers";
import { cache } from "react";
import { makeCall, makeFormAction } from "@/lib/auth/action";
import { getAddressKey } from "@/lib/auth/client-address";
import { cookieName, isSecure } from "@/lib/auth/cookies";
import { getUser, requireSamePage, requireSameUser } from "@/lib/auth/session";
import { type Shopper, shopperOf } from "@/lib/auth/shopper";
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
export async function ensureCartKey(visitor: Visitor): Promise<Visitor & { cartKey: string }> {
  if (visitor.cartKey && (await mayUseCart(visitor))) return { ...visitor, cartKey: visitor.cartKey };
  const cartKey = randomBytes(32).toString("base64url");
  await setCookie(CART_COOKIE, cartKey);
  return { ...visitor, cartKey };
}

/** `userAction` for forms that need no account. On a page of an account they refuse every other user. */
export const visitorAction = makeFormAction((renderedFor) => requireVisitor(renderedFor || undefined));

/** `userCall` without an account, refused also to who signed in after the page was rendered: an order would be theirs. */
export const visitorCall = makeCall(requireVisitor);

async function requireVisitor(renderedFor: string | undefined): Promise<Visitor> {
  const visitor = await getVisitor();
  requireSamePage(visitor.viewer, renderedFor);
  return visitor;
}

/** For calls about an order that is placed. `fn` is given who may name it: a guest by its key alone, or the signed-in user. */
export const orderCall = makeCall(
  async (renderedFor) => (orderRef: string) => requireShopper(orderRef, renderedFor),
);

const requireShopper = async (orderRef: string, renderedFor: string | undefined): Promise<Shopper> =>
  shopperOf(null, orderRef) ?? requireSameUser(renderedFor);

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
