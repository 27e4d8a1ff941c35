import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { makeViewer } from "@/lib/auth/viewer";
import { saveCardUnverified } from "@/lib/cards/save-card";
import { db } from "@/lib/platform/db";
import { DAY_MS, HOUR_MS } from "@/lib/platform/durations";
import { authorizeInBrowser, fillCart, savedCard, saving, start, unsaved } from "@/tests/support/orders";
import { withTestStack } from "@/tests/support/stack";
import { createUser, signUp } from "@/tests/support/users";
import { sweepAddresses } from "./jobs";
import { cancelPayment, finishPayment } from "./pay-order";

vi.stubEnv("CARD_ATTEMPTS_PER_ACCOUNT", "5");
vi.stubEnv("CARD_ATTEMPTS_PER_ADDRESS", "7");
vi.stubEnv("CARD_ATTEMPTS_PER_CARD", "9");
vi.stubEnv("CARD_ATTEMPTS_PER_SHOP", "12");
// Twenty presses at once wait for a pool of ten connections.
vi.stubEnv("DATABASE_TIMEOUT_SECONDS", "30");
vi.setConfig({ testTimeout: 180_000 });
const stack = withTestStack();

// Every test has an hour of its own, in which nothing was counted before.
let hour = Date.UTC(2026, 10, 30, 12);
const letAnHourPass = () => {
  hour += HOUR_MS;
  vi.setSystemTime(hour);
};
beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"] });
  letAnHourPass();
});
afterEach(() => vi.useRealTimers());

type Visitor = Awaited<ReturnType<typeof fillCart>>;
const TOO_MANY = { code: "card.too-many-attempts", sentence: expect.stringContaining("Too many tries") };

/** A new cart, like that of a browser which dropped its cookie, behind an address. */
const guestFrom = (addressKey: string | null) => fillCart(null, "landfall.250g.filter", "EUR", addressKey);
const press = async (visitor: Visitor, scenario = "visa") =>
  start(visitor, unsaved(await stack.sandbox.card(scenario)));

/** A try that the bank declines. */
async function fail(visitor: Visitor) {
  const { invoiceId, source, paymentId, shopper } = await press(visitor, "do-not-honor");
  await authorizeInBrowser(invoiceId, source);
  expect(await finishPayment(shopper, { id: paymentId })).toMatchObject({ kind: "failed" });
}

async function pay(visitor: Visitor, scenario = "visa") {
  const { invoiceId, source, paymentId, shopper } = await press(visitor, scenario);
  await authorizeInBrowser(invoiceId, source);
  expect(await finishPayment(shopper, { id: paymentId })).toMatchObject({ kind: "paid" });
}

async function failOften(times: number, nextVisitor: () => Promise<Visitor>) {
  for (let time = 0; time < times; time += 1) await fail(await nextVisitor());
}

/** How many of twenty presses at once pass; every refusal has to be the limit's. */
async function pressAtOnce(nextPress: (index: number) => Promise<unknown>) {
  const results = await Promise.allSettled(Array.from({ length: 20 }, (_, index) => nextPress(index)));
  for (const result of results)
    if (result.status === "rejected") expect(result.reason).toMatchObject(TOO_MANY);
  return results.filter(({ status }) => status === "fulfilled").length;
}

/** The invoices that ProcessOut has created so far. */
const countInvoices = async () =>
  (await stack.sandbox.requests("/invoices")).filter(
    ({ method, path }) => method === "POST" && path === "/invoices",
  ).length;

test("of twenty presses at once by one account, each with a cart and a card of its own, five reach ProcessOut", async () => {
  const viewer = await signUp();
  const visitors = await Promise.all(Array.from({ length: 20 }, () => fillCart(viewer)));
  const before = await countInvoices();
  expect(await pressAtOnce((index) => press(visitors[index] as Visitor, "mastercard"))).toBe(5);
  expect((await countInvoices()) - before).toBe(5);
  const where = { order: { userId: viewer.userId } };
  expect(await db().payment.count({ where })).toBe(5);
  expect(await db().stoppedAttempt.findMany({ where: { userId: viewer.userId } })).toMatchObject([
    { entryPoint: "Checkout", limit: "account", count: 15 },
  ]);
});

test("a shopper can still pay after a few declines", async () => {
  const visitor = await fillCart(await signUp());
  await failOften(4, async () => visitor);
  await pay(visitor);
});

test("an account is limited over all its carts and cards, and captured payments do not count", async () => {
  const viewer = await signUp();
  for (let time = 0; time < 7; time += 1) await pay(await fillCart(viewer), "amex");
  const saved = await savedCard(viewer, await stack.sandbox.card("mastercard"));
  await failOften(4, () => fillCart(viewer));
  await expect(press(await fillCart(viewer))).rejects.toMatchObject(TOO_MANY);
  await expect(start(await fillCart(viewer), saved)).rejects.toMatchObject(TOO_MANY);
  const typed = saving(await stack.sandbox.card("visa"));
  await expect(start(await fillCart(viewer), typed)).rejects.toMatchObject(TOO_MANY);
  await pay(await fillCart(await signUp()));
  letAnHourPass();
  await pay(await fillCart(viewer));
});

test("adding cards and paying share one count", async () => {
  const viewer = await signUp();
  await failOften(5, () => fillCart(viewer));
  const cardId = await stack.sandbox.card("visa");
  await expect(saveCardUnverified(viewer, { cardId, makeDefault: false })).rejects.toMatchObject(TOO_MANY);
});

test("a card that is saved with its payment counts once", async () => {
  const viewer = await signUp();
  const visitor = await fillCart(viewer);
  for (let time = 0; time < 5; time += 1) {
    const typed = saving(await stack.sandbox.card("visa"));
    const { shopper, paymentId } = await start(visitor, typed);
    await cancelPayment(shopper, { id: paymentId, code: "customer.canceled" });
  }
  await expect(press(visitor)).rejects.toMatchObject(TOO_MANY);
});

test("an address is limited over all its guests and accounts, and another address is not", async () => {
  const [address, other] = [randomUUID(), randomUUID()];
  await failOften(6, () => guestFrom(address));
  const user = makeViewer((await createUser()).id, address);
  await fail(await fillCart(user, "landfall.250g.filter", "EUR", address));
  await expect(press(await guestFrom(address))).rejects.toMatchObject(TOO_MANY);
  await pay(await guestFrom(other));
});

test("a guest who takes a new cart for each press is limited by the card", async () => {
  const visitors = await Promise.all(Array.from({ length: 20 }, () => guestFrom(null)));
  const before = await countInvoices();
  expect(await pressAtOnce((index) => press(visitors[index] as Visitor))).toBe(9);
  expect((await countInvoices()) - before).toBe(9);
  await pay(await guestFrom(null), "mastercard");
});

test("guests with many cards, of whom no address is known, are limited by the shop as a whole", async () => {
  const scenarios = ["visa", "mastercard", "amex"];
  const visitors = await Promise.all(Array.from({ length: 20 }, () => guestFrom(null)));
  const before = await countInvoices();
  expect(await pressAtOnce((index) => press(visitors[index] as Visitor, scenarios[index % 3]))).toBe(12);
  expect((await countInvoices()) - before).toBe(12);
});

test("a refused press leaves the payment of another tab as it is", async () => {
  const viewer = await signUp();
  const visitor = await fillCart(viewer);
  const first = await press(visitor);
  const cardId = await stack.sandbox.card("mastercard");
  expect(await pressAtOnce(() => start(visitor, unsaved(cardId)))).toBeLessThanOrEqual(4);
  await authorizeInBrowser(first.invoiceId, first.source);
  expect(await finishPayment(first.shopper, { id: first.paymentId })).toMatchObject({ kind: "paid" });
});

test("what an attempt was counted by is deleted a day later", async () => {
  const [address, other] = [randomUUID(), randomUUID()];
  await fail(await guestFrom(address));
  vi.setSystemTime(hour + DAY_MS + 1);
  await fail(await guestFrom(other));
  await sweepAddresses.run();
  expect(await db().payment.count({ where: { addressKey: address } })).toBe(0);
  const kept = await db().payment.findMany({ where: { fingerprint: { not: null } } });
  expect(kept).toMatchObject([{ addressKey: other }]);
  hour += 2 * DAY_MS;
});
