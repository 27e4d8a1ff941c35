import { expect, test } from "vitest";
import type { Viewer } from "@/lib/auth/viewer";
import { db } from "@/lib/platform/db";
import { processout } from "@/lib/platform/processout";
import { fillItemCart, withItemCart } from "@/lib/shop/buy-now";
import { getCart } from "@/lib/shop/manage-cart";
import { authorizeInBrowser, contact, fillCart, savedCard, start } from "@/tests/support/orders";
import { withTestStack } from "@/tests/support/stack";
import { signUp } from "@/tests/support/users";
import { finishPayment, startPayment } from "./pay-order";
import { findCardToBuyWith } from "./payable-cards";

const stack = withTestStack();

const item = { sku: "ditty-mug", quantity: 3 };

/** A shopper with a filled cart and a card, who has pressed *Buy now*. */
async function pressBuyNow() {
  const viewer = await signUp();
  const browser = await fillCart(viewer);
  await fillItemCart(browser, viewer, item);
  const payWith = await savedCard(viewer, await stack.sandbox.card("visa"));
  return { viewer, browser, payWith, visitor: () => withItemCart(browser, viewer, item) };
}

async function pay({ visitor, payWith }: Awaited<ReturnType<typeof pressBuyNow>>) {
  const started = await start(visitor(), payWith);
  await authorizeInBrowser(started.invoiceId, started.source);
  expect(await finishPayment(started.shopper, { id: started.paymentId })).toMatchObject({ kind: "paid" });
  return started;
}

const ordersOf = ({ userId }: Viewer) =>
  db().order.findMany({ where: { userId }, include: { lines: true }, orderBy: { number: "asc" } });

test("an item is ordered by itself at the catalogue's price, and the cart keeps its lines", async () => {
  const press = await pressBuyNow();
  await pay(press);
  const [order, ...others] = await ordersOf(press.viewer);
  expect(others).toEqual([]);
  expect(order).toMatchObject({ total: 5700, state: "paid", lines: [{ ...item, unitPrice: 1900 }] });
  expect((await getCart({ ...press.browser })).lines).toMatchObject([
    { sku: "landfall.250g.filter", quantity: 2 },
  ]);
});

test("two presses of Buy now and of Pay share one order and one invoice, which returns to its own checkout", async () => {
  const press = await pressBuyNow();
  await fillItemCart(press.browser, press.viewer, item);
  const { fingerprint } = await getCart(press.visitor());
  const returnPath = "/checkout?sku=ditty-mug&quantity=3";
  const input = { fingerprint, contact, payWith: press.payWith, returnPath };
  const [one, two] = await Promise.all([
    startPayment(press.visitor(), input),
    startPayment(press.visitor(), input),
  ]);
  expect(one).toEqual(two);
  if (one.kind !== "started") throw new Error(`The payment is ${one.kind}`);
  expect(await processout().invoices.find(one.invoiceId)).toMatchObject({
    return_url: expect.stringContaining(returnPath),
  });
  expect(await ordersOf(press.viewer)).toHaveLength(1);
});

test("Pay in a tab that was left open shows the paid order, and another press of Buy now begins another one", async () => {
  const press = await pressBuyNow();
  const { fingerprint } = await getCart(press.visitor());
  const { orderRef } = await pay(press);
  const again = { fingerprint, contact, payWith: press.payWith };
  expect(await startPayment(press.visitor(), again)).toEqual({ kind: "paid", orderRef });
  expect(await ordersOf(press.viewer)).toHaveLength(1);

  await fillItemCart(press.browser, press.viewer, item);
  await pay(press);
  expect(await ordersOf(press.viewer)).toHaveLength(2);
});

test("a second press of Buy now while the outcome of the first payment is unknown finds that payment", async () => {
  const press = await pressBuyNow();
  const { invoiceId, source, orderRef } = await start(press.visitor(), press.payWith);
  await authorizeInBrowser(invoiceId, source);
  await fillItemCart(press.browser, press.viewer, item);
  const { fingerprint } = await getCart(press.visitor());
  const again = { fingerprint, contact, payWith: press.payWith };
  expect(await startPayment(press.visitor(), again)).toEqual({ kind: "paid", orderRef });
});

test("an item that is not sold and a quantity out of range are refused", async () => {
  const viewer = await signUp();
  const browser = await fillCart(viewer);
  for (const quantity of [0, 25, 1.5])
    await expect(fillItemCart(browser, viewer, { ...item, quantity })).rejects.toMatchObject({
      code: "cart.too-many",
    });
  await expect(fillItemCart(browser, viewer, { ...item, sku: "grog" })).rejects.toMatchObject({
    code: "not-found",
  });
});

test("Buy now is for the first card that can pay, in the currency of the shopper's Customer", async () => {
  const { viewer, payWith, ...press } = await pressBuyNow();
  const id = payWith.kind === "saved" ? payWith.id : "";
  expect(await findCardToBuyWith(viewer, "GBP")).toMatchObject({ id });
  await pay({ viewer, payWith, ...press });
  await db().processOutCustomer.updateMany({ where: { userId: viewer.userId }, data: { currency: "EUR" } });
  expect(await findCardToBuyWith(viewer, "EUR")).toMatchObject({ id });
  expect(await findCardToBuyWith(viewer, "GBP")).toBeNull();
  await db().savedCard.update({ where: { id }, data: { expYear: 2025 } });
  expect(await findCardToBuyWith(viewer, "EUR")).toBeNull();
  expect(await findCardToBuyWith(await signUp(), "EUR")).toBeNull();
});
