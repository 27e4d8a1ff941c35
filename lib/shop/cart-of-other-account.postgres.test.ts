import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import type { Viewer } from "@/lib/auth/viewer";
import { withTestStack } from "@/tests/support/stack";
import { signUp } from "@/tests/support/users";
import { addToCart, isCartOfOtherAccount, removeFromCart } from "./manage-cart";
import { makeVisitor } from "./visitor";

withTestStack();

/** Two requests of one browser, before and after its account changed. */
const browser = () => {
  const cartKey = randomBytes(32).toString("base64url");
  return (viewer: Viewer | null) => ({
    ...makeVisitor({ viewer, cartKey, currency: "EUR", addressKey: null }),
    cartKey,
  });
};

test("a cart of an account is known as another's once the account is signed out, and only while it holds something", async () => {
  const [owner, other] = [await signUp(), await signUp()];
  const visitor = browser();
  await addToCart(visitor(owner), { sku: "keel-dripper", quantity: 1 });
  expect(await isCartOfOtherAccount(visitor(null))).toBe(true);
  expect(await isCartOfOtherAccount(visitor(other))).toBe(true);
  expect(await isCartOfOtherAccount(visitor(owner))).toBe(false);
  await removeFromCart(visitor(owner), "keel-dripper");
  expect(await isCartOfOtherAccount(visitor(null))).toBe(false);
});

test("a guest's cart, and a browser without one, belong to no other account", async () => {
  const visitor = browser();
  expect(await isCartOfOtherAccount(visitor(null))).toBe(false);
  await addToCart(visitor(null), { sku: "keel-dripper", quantity: 1 });
  expect(await isCartOfOtherAccount(visitor(null))).toBe(false);
  expect(await isCartOfOtherAccount({ ...visitor(null), cartKey: null })).toBe(false);
});
