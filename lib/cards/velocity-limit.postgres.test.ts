import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { makeViewer, type Viewer } from "@/lib/auth/viewer";
import { db } from "@/lib/platform/db";
import { DAY_MS, HOUR_MS } from "@/lib/platform/durations";
import { withTestStack } from "@/tests/support/stack";
import { createUser, signUp } from "@/tests/support/users";
import { startConfirmation } from "./confirm-card";
import { cancelCard, saveCardUnverified, startCard } from "./save-card";
import { deleteOldStoppedAttempts, type Press, reserveAttempt } from "./velocity-limit";

vi.stubEnv("CARD_ATTEMPTS_PER_ACCOUNT", "5");
vi.stubEnv("CARD_ATTEMPTS_PER_ADDRESS", "12");
vi.stubEnv("CARD_ATTEMPTS_PER_CARD", "8");
vi.stubEnv("CARD_ATTEMPTS_PER_SHOP", "40");
// Twenty presses at once wait for a pool of ten connections.
vi.stubEnv("DATABASE_TIMEOUT_SECONDS", "30");
vi.setConfig({ testTimeout: 180_000 });
const stack = withTestStack();

// Every test has an hour of its own, in which nothing was counted before.
let hour = Date.UTC(2026, 10, 30, 12);
beforeEach(() => {
  hour += HOUR_MS;
  vi.useFakeTimers({ now: hour, toFake: ["Date"] });
});
afterEach(() => vi.useRealTimers());

const TOO_MANY = { code: "card.too-many-attempts", sentence: expect.stringContaining("Too many tries") };

const passed = (results: PromiseSettledResult<unknown>[]) =>
  results.filter(({ status }) => status === "fulfilled").length;

/** Presses at once; every refusal has to be the limit's. */
async function pressAtOnce(times: number, press: (index: number) => Promise<unknown>) {
  const results = await Promise.allSettled(Array.from({ length: times }, (_, index) => press(index)));
  for (const result of results)
    if (result.status === "rejected") expect(result.reason).toMatchObject(TOO_MANY);
  return passed(results);
}

const press = (viewer: Viewer | null, addressKey: string | null = null): Press => ({
  entryPoint: "Test",
  viewer,
  addressKey,
});
const withFingerprint = (fingerprint: string | null) => async () => ({ fingerprint });

test("of twenty presses at once by one account five pass, whatever card and return address the browser names", async () => {
  const viewer = await signUp();
  const cards = await Promise.all(Array.from({ length: 20 }, () => stack.sandbox.card("visa")));
  const start = (index: number) => {
    const returnUrl = `app.example-${index}://processout/return`;
    return startCard(viewer, { cardId: cards[index] ?? "", makeDefault: false, returnUrl });
  };
  expect(await pressAtOnce(20, start)).toBe(5);
  expect(await db().savedCard.count({ where: { userId: viewer.userId } })).toBe(5);
  const tokens = await stack.sandbox.requests("/tokens");
  expect(tokens.filter(({ method }) => method === "POST")).toHaveLength(5);
});

test("adding a card on the web, on a phone and without verification, and confirming one, share one count and one sentence", async () => {
  const viewer = await signUp();
  const card = () => stack.sandbox.card("mastercard");
  const onWeb = async () => startCard(viewer, { cardId: await card(), makeDefault: false });
  const onPhone = async () =>
    startCard(viewer, {
      cardId: await card(),
      makeDefault: false,
      returnUrl: "app.example://processout/return",
    });
  const unverified = async () => saveCardUnverified(viewer, { cardId: await card(), makeDefault: false });
  const { id } = (await unverified()).card;
  const confirm = () => startConfirmation(viewer, { id });
  await onWeb();
  await onPhone();
  await expect(confirm()).rejects.toMatchObject({ code: "card.never-paid" });
  await onWeb();
  for (const entryPoint of [onWeb, onPhone, unverified, confirm])
    await expect(entryPoint()).rejects.toMatchObject(TOO_MANY);

  const held = await db().stoppedAttempt.findMany({
    where: { userId: viewer.userId },
    orderBy: { entryPoint: "asc" },
  });
  expect(held.map(({ entryPoint, limit, count }) => [entryPoint, limit, count])).toEqual([
    ["Add a card", "account", 1],
    ["Add a card in the mobile app", "account", 1],
    ["Add a card without verification", "account", 1],
    ["Confirm a card", "account", 1],
  ]);
});

test("a new attempt after a canceled one is counted, and an hour later the shopper may try again", async () => {
  const viewer = await signUp();
  const start = async () => {
    const started = await startCard(viewer, { cardId: await stack.sandbox.card("visa"), makeDefault: false });
    if (started.kind === "started")
      await cancelCard(viewer, { id: started.attemptId, code: "customer.canceled" });
  };
  for (let time = 0; time < 5; time += 1) await start();
  await expect(start()).rejects.toMatchObject(TOO_MANY);
  hour += HOUR_MS;
  vi.setSystemTime(hour);
  await start();
});

test("an address is limited over all its accounts and guests, and another address is not", async () => {
  const [address, other] = [randomUUID(), randomUUID()];
  const viewers = await Promise.all(
    Array.from({ length: 10 }, async () => makeViewer((await createUser()).id, address)),
  );
  const reserve = (index: number) =>
    reserveAttempt(press(viewers[index] ?? null, address), withFingerprint(randomUUID()));
  expect(await pressAtOnce(20, reserve)).toBe(12);
  await reserveAttempt(press(null, other), withFingerprint(null));
});

test("a card's number is limited over all accounts and addresses, and another number is not", async () => {
  const [number, other] = [randomUUID(), randomUUID()];
  const reserve = async () => reserveAttempt(press(await signUp(), randomUUID()), withFingerprint(number));
  expect(await pressAtOnce(20, reserve)).toBe(8);
  await reserveAttempt(press(await signUp()), withFingerprint(other));
});

test("ProcessOut's fingerprint decides what the same card is, not the id under which a browser tokenized it", async () => {
  const start = async () =>
    startCard(await signUp(), { cardId: await stack.sandbox.card("amex"), makeDefault: false });
  expect(await pressAtOnce(20, start)).toBe(8);
});

test("the shop as a whole is limited, and presses that another limit stopped do not use that up", async () => {
  const viewer = await signUp();
  expect(await pressAtOnce(60, () => reserveAttempt(press(viewer), withFingerprint(null)))).toBe(5);
  expect(await pressAtOnce(60, () => reserveAttempt(press(null), withFingerprint(null)))).toBe(35);
  const held = await db().stoppedAttempt.findMany({ where: { limit: "shop", window: new Date(hour) } });
  expect(held).toMatchObject([{ userId: null, entryPoint: "Test", count: 25 }]);
});

test("the card is not read from ProcessOut for an account that has used up its limit", async () => {
  const viewer = await signUp();
  const readCard = vi.fn(withFingerprint(null));
  expect(await pressAtOnce(6, () => reserveAttempt(press(viewer), readCard))).toBe(5);
  expect(readCard).toHaveBeenCalledTimes(5);
});

test("what a limit stopped is deleted a week after the last press, and an account can be deleted before", async () => {
  const viewer = await signUp();
  await pressAtOnce(7, () => reserveAttempt(press(viewer), withFingerprint(null)));
  const own = { userId: viewer.userId };
  expect(await db().stoppedAttempt.findMany({ where: own })).toMatchObject([{ count: 2, limit: "account" }]);
  await db().user.delete({ where: { id: viewer.userId } });
  const window = new Date(hour);
  expect(await db().stoppedAttempt.findMany({ where: { window } })).toMatchObject([
    { userId: null, count: 2 },
  ]);
  vi.setSystemTime(hour + 7 * DAY_MS + 1);
  await deleteOldStoppedAttempts();
  expect(await db().stoppedAttempt.count({ where: { window } })).toBe(0);
});
