import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { db } from "@/lib/platform/db";
import { authorizeInBrowser, fillCart, savedCard, start, unsaved } from "@/tests/support/orders";
import { withTestStack } from "@/tests/support/stack";
import { signUp } from "@/tests/support/users";
import { cancelPayment, finishPayment } from "./pay-order";
import { deleteOldAddresses, MAX_ATTEMPTS } from "./velocity-limit";

const stack = withTestStack();

type Visitor = Awaited<ReturnType<typeof fillCart>>;
const TOO_MANY = { code: "payment.too-many-attempts", sentence: expect.stringContaining("Too many tries") };

const press = async (visitor: Visitor, scenario = "visa") =>
  start(visitor, unsaved(await stack.sandbox.card(scenario)));

/** A try that the bank declines. */
async function fail(visitor: Visitor) {
  const { invoiceId, source, paymentId, shopper } = await press(visitor, "do-not-honor");
  await authorizeInBrowser(invoiceId, source);
  expect(await finishPayment(shopper, { id: paymentId })).toMatchObject({ kind: "failed" });
}

async function pay(visitor: Visitor) {
  const { invoiceId, source, paymentId, shopper } = await press(visitor);
  await authorizeInBrowser(invoiceId, source);
  expect(await finishPayment(shopper, { id: paymentId })).toMatchObject({ kind: "paid" });
}

async function failOften(times: number, nextVisitor: () => Promise<Visitor>) {
  for (let time = 0; time < times; time += 1) await fail(await nextVisitor());
}

const paymentsOf = ({ cartKey }: Visitor) => ({ order: { cart: { key: cartKey } } });

async function letAnHourPass(visitor: Visitor) {
  const where = paymentsOf(visitor);
  for (const { id, startedAt } of await db().payment.findMany({ where })) {
    const earlier = new Date(startedAt.getTime() - 61 * 60_000);
    await db().payment.update({ where: { id }, data: { startedAt: earlier } });
  }
}

test("a shopper can still pay after a few declines", async () => {
  const visitor = await fillCart(null);
  await failOften(MAX_ATTEMPTS.shopper - 1, async () => visitor);
  await pay(visitor);
});

test("a guest's cart is limited per hour: the next attempt is refused before ProcessOut is called", async () => {
  const visitor = await fillCart(null);
  await failOften(MAX_ATTEMPTS.shopper, async () => visitor);
  await expect(press(visitor)).rejects.toMatchObject(TOO_MANY);
  await expect(press(visitor)).rejects.toMatchObject(TOO_MANY);
  const refused = await db().payment.findMany({
    where: { ...paymentsOf(visitor), failureCode: "payment.too-many-attempts" },
  });
  expect(refused).toMatchObject([
    { state: "failed", invoiceId: null },
    { state: "failed", invoiceId: null },
  ]);
  await letAnHourPass(visitor);
  await pay(visitor);
});

test("unfinished and concurrent attempts count", async () => {
  const visitor = await fillCart(null);
  // So that all of them are tries of one order.
  const first = await press(visitor);
  await cancelPayment(first.shopper, { id: first.paymentId, code: "customer.canceled" });
  const tries = await Promise.allSettled(Array.from({ length: 20 }, () => press(visitor)));
  const letThrough = tries.filter(({ status }) => status === "fulfilled");
  expect(letThrough.length).toBeLessThan(MAX_ATTEMPTS.shopper);
});

test("an account is limited over all its carts, and captured payments do not count", async () => {
  const viewer = await signUp();
  for (let time = 0; time <= MAX_ATTEMPTS.shopper; time += 1) await pay(await fillCart(viewer));
  await failOften(MAX_ATTEMPTS.shopper, () => fillCart(viewer));
  await expect(press(await fillCart(viewer))).rejects.toMatchObject(TOO_MANY);
  const saved = await savedCard(viewer, await stack.sandbox.card("visa"));
  await expect(start(await fillCart(viewer), saved)).rejects.toMatchObject(TOO_MANY);
  await pay(await fillCart(await signUp()));
});

test("a network address is limited over all its carts and accounts, and other addresses are not", async () => {
  const [address, other] = [randomUUID(), randomUUID()];
  const from = (key: string) => fillCart(null, "landfall.250g.filter", "EUR", key);
  await failOften(MAX_ATTEMPTS.address, () => from(address));
  await expect(press(await from(address))).rejects.toMatchObject(TOO_MANY);
  await pay(await from(other));

  const where = { addressKey: address };
  await db().payment.updateMany({ where, data: { startedAt: new Date("2026-01-01T00:00:00Z") } });
  await deleteOldAddresses();
  expect(await db().payment.count({ where })).toBe(0);
  expect(await db().payment.count({ where: { addressKey: other } })).toBe(1);
});
