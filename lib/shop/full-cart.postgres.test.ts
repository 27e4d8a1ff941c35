import { expect, it } from "vitest";
import { makeVisitor } from "@/lib/shop/visitor";
import { withTestStack } from "@/tests/support/stack";
import { db } from "../platform/db";
import { addToCart, setQuantity } from "./manage-cart";

withTestStack();

it("a full cart names the bound that it has reached, and still takes more of what it holds", async () => {
  const cartKey = crypto.randomUUID();
  const visitor = { ...makeVisitor({ viewer: null, cartKey, currency: "EUR", addressKey: null }), cartKey };
  const sku = "ditty-mug";
  await addToCart(visitor, { sku, quantity: 23 });
  const cart = await db().cart.findUniqueOrThrow({ where: { key: cartKey } });
  const others = Array.from({ length: 39 }, (_, index) => ({ sku: `other-${index}`, quantity: 1 }));
  const lines = others.map((line) => ({ ...line, cartId: cart.id, addedAt: new Date() }));
  await db().cartLine.createMany({ data: lines });

  const another = { sku: "landfall.250g.filter", quantity: 1 };
  await expect(addToCart(visitor, another)).rejects.toMatchObject({
    sentence: expect.stringContaining("at most 40 different things"),
  });
  await addToCart(visitor, { sku, quantity: 1 });
  const most = { sentence: expect.stringContaining("24 is the most we sell at once of one kind") };
  await expect(addToCart(visitor, { sku, quantity: 1 })).rejects.toMatchObject(most);
  await expect(setQuantity(visitor, { sku, quantity: 25 })).rejects.toMatchObject(most);
}, 60_000);
