import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { reconcilePayments } from "@/lib/payments/jobs";
import { finishPayment } from "@/lib/payments/pay-order";
import { db } from "@/lib/platform/db";
import { addToCart, getCart, setQuantity } from "@/lib/shop/manage-cart";
import { authorizeInBrowser, fillCart, start, transactionOf, unsaved } from "@/tests/support/orders";
import { withTestStack } from "@/tests/support/stack";
import { signUp } from "@/tests/support/users";
import { sweepCarts } from "./jobs";

const stack = withTestStack();
beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"] });
});
afterEach(() => {
  vi.useRealTimers();
});

const A_DAY = 24 * 3_600_000;
const letDaysPass = (days: number) => vi.setSystemTime(Date.now() + days * A_DAY);

type Visitor = Awaited<ReturnType<typeof fillCart>>;
const press = async (visitor: Visitor) => start(visitor, unsaved(await stack.sandbox.card("visa")));
const countLines = async (visitor: Visitor) => (await getCart({ ...visitor })).lines.length;
const orderOf = (paymentId: string) =>
  db().order.findFirstOrThrow({ where: { payments: { some: { id: paymentId } } } });

test("a guest's cart is deleted thirty days after its last change", async () => {
  const forgotten = await fillCart(null);
  const minded = await fillCart(null);
  letDaysPass(20);
  await setQuantity(minded, { sku: "landfall.250g.filter", quantity: 3 });
  letDaysPass(9);
  await sweepCarts.run();
  expect(await countLines(forgotten)).toBe(1);
  letDaysPass(2);
  await sweepCarts.run();
  expect([await countLines(forgotten), await countLines(minded)]).toEqual([0, 1]);
  await addToCart(forgotten, { sku: "ditty-mug", quantity: 1 });
  expect(await countLines(forgotten)).toBe(1);
});

test("the cart of a signed-in user is not deleted", async () => {
  const visitor = await fillCart(await signUp());
  letDaysPass(400);
  await sweepCarts.run();
  expect(await countLines(visitor)).toBe(1);
});

test("an unpaid order is canceled with its cart, and can no longer be paid", async () => {
  const { paymentId, invoiceId, source } = await press(await fillCart(null));
  letDaysPass(31);
  // A try whose end is not known keeps both, until it is.
  await sweepCarts.run();
  expect(await orderOf(paymentId)).toMatchObject({ state: "open", cartId: expect.any(String) });
  await reconcilePayments.run();
  await sweepCarts.run();
  expect(await orderOf(paymentId)).toMatchObject({ state: "canceled", cartId: null });

  await authorizeInBrowser(invoiceId, source);
  const { guestKey } = await orderOf(paymentId);
  expect(await finishPayment({ guestKey: guestKey ?? "" }, { id: paymentId })).toMatchObject({
    kind: "failed",
  });
  expect(await transactionOf(invoiceId)).toMatchObject({ status: "voided", captured_amount: "0" });
});

test("a paid order is kept when its cart is deleted", async () => {
  const { paymentId, invoiceId, source, shopper } = await press(await fillCart(null));
  await authorizeInBrowser(invoiceId, source);
  await finishPayment(shopper, { id: paymentId });
  letDaysPass(31);
  await sweepCarts.run();
  expect(await orderOf(paymentId)).toMatchObject({ state: "paid", paidById: paymentId, cartId: null });
});
