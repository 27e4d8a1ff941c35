import { describe, expect, it, test, vi } from "vitest";
import { db } from "@/lib/platform/db";
import {
  cancelSubscription,
  changeCard,
  pauseSubscription,
  resumeSubscription,
} from "@/lib/subscriptions/change-subscription";
import { withTestStack } from "@/tests/support/stack";
import {
  findSubscription,
  letDaysPass,
  listTaken,
  makeDue,
  type Subscriber,
  saveCard,
  subscribe,
} from "@/tests/support/subscriber";
import { chargeDue } from "./jobs";

vi.setConfig({ testTimeout: 120_000 });

const stack = withTestStack();

async function renew(scenario: string) {
  const subscriber = await subscribe(stack.sandbox, scenario);
  await makeDue(subscriber);
  await chargeDue();
  return subscriber;
}

const stateOf = async (subscriber: Subscriber) => (await findSubscription(subscriber)).state;

async function triesOf(subscriber: Subscriber) {
  const { orders } = await findSubscription(subscriber);
  return (orders.find(({ period }) => period === 2)?.payments ?? []).length;
}

const mailsAbout = (subscriber: Subscriber, kind: string) =>
  db().queuedMail.count({ where: { key: { startsWith: `${kind}:${subscriber.id}-2` } } });

describe("a renewal", () => {
  it("names the first transaction of the series, and is due a month later", async () => {
    const subscriber = await subscribe(stack.sandbox, "visa");
    const { schemeTransactionId } = await findSubscription(subscriber);
    expect(schemeTransactionId).toMatch(/^\d+$/);
    await makeDue(subscriber);
    await chargeDue();
    expect(await listTaken(subscriber)).toEqual([
      { amount: "12.5", initial: schemeTransactionId },
      { amount: "12.5", initial: null },
    ]);
    const { dueAt, wakeAt, startedAt } = await findSubscription(subscriber);
    expect(dueAt).toEqual(wakeAt);
    expect(Number(dueAt) - Number(startedAt)).toBeGreaterThan(27 * 24 * 3_600_000);
  });

  it("is not made before it is due, while paused, or after the end", async () => {
    const subscriber = await subscribe(stack.sandbox, "visa");
    await chargeDue();
    expect(await listTaken(subscriber)).toHaveLength(1);

    await pauseSubscription(subscriber.viewer, subscriber);
    await makeDue(subscriber);
    await chargeDue();
    expect(await listTaken(subscriber)).toHaveLength(1);

    await resumeSubscription(subscriber.viewer, subscriber);
    expect(Number((await findSubscription(subscriber)).dueAt)).toBeGreaterThan(Date.now());
    await cancelSubscription(subscriber.viewer, subscriber);
    await chargeDue();
    expect(await stateOf(subscriber)).toBe("canceled");
    expect(await listTaken(subscriber)).toHaveLength(1);
  });
});

describe("instalments", () => {
  it("add up to the price, and end", async () => {
    const subscriber = await subscribe(stack.sandbox, "visa", "3-months");
    for (const _ of [2, 3]) {
      await makeDue(subscriber);
      await chargeDue();
    }
    expect(await listTaken(subscriber)).toMatchObject([
      { amount: "430" },
      { amount: "430" },
      { amount: "430" },
    ]);
    expect(await findSubscription(subscriber)).toMatchObject({
      state: "completed",
      dueAt: null,
      wakeAt: null,
    });
  });
});

describe("a soft decline", () => {
  it("is tried on schedule, then waits for another card, which pays at once", async () => {
    const subscriber = await renew("once-then-no-money");
    expect(await stateOf(subscriber)).toBe("retrying");
    expect(await mailsAbout(subscriber, "failed")).toBe(1);
    for (const [days, tries] of [
      [0.9, 1],
      [1, 2],
      [1, 2],
      [1, 3],
      [2, 4],
      [2, 5],
    ] as const) {
      await letDaysPass(subscriber, days);
      await chargeDue();
      expect(await triesOf(subscriber)).toBe(tries);
    }
    expect(await stateOf(subscriber)).toBe("needs_card");
    await letDaysPass(subscriber, 3);
    await chargeDue();
    expect(await triesOf(subscriber)).toBe(5);

    const card = await saveCard(stack.sandbox, subscriber.viewer, "mastercard");
    await changeCard(subscriber.viewer, { id: subscriber.id, cardId: card.id });
    await chargeDue();
    expect(await stateOf(subscriber)).toBe("active");
    expect(await listTaken(subscriber)).toHaveLength(2);
  });
});

test("the e-mail about a failed renewal names the network that the shopper chose on a co-badged card", async () => {
  const subscriber = await subscribe(stack.sandbox, "once-then-stolen");
  const coBadged = { scheme: "visa", coScheme: "carte bancaire", preferredScheme: "carte bancaire" };
  await db().savedCard.update({ where: { id: subscriber.cardId }, data: coBadged });
  await makeDue(subscriber);
  await chargeDue();
  const about = { key: { startsWith: `failed:${subscriber.id}-2` } };
  const { text } = await db().queuedMail.findFirstOrThrow({ where: about });
  expect(text).toContain("Carte Bancaire ending in");
  expect(text).not.toContain("Visa");
});

describe("a decline that trying again does not mend", () => {
  it.each([
    ["once-then-stolen", "needs_card", "failed"],
    ["once-then-expired", "needs_card", "failed"],
    ["once-then-do-not-retry", "needs_card", "failed"],
    ["asks-again", "needs_authentication", "action"],
  ])("%s: %s", async (scenario, state, mail) => {
    const subscriber = scenario === "asks-again" ? await renewWithCard(scenario) : await renew(scenario);
    expect(await stateOf(subscriber)).toBe(state);
    expect(await mailsAbout(subscriber, mail)).toBe(1);
    await letDaysPass(subscriber, 5);
    await chargeDue();
    expect(await triesOf(subscriber)).toBe(1);
    expect(await listTaken(subscriber)).toHaveLength(1);
  });

  it("a deleted card", async () => {
    const subscriber = await subscribe(stack.sandbox, "visa");
    await db().savedCard.updateMany({ where: { id: subscriber.cardId }, data: { state: "removed" } });
    await makeDue(subscriber);
    await chargeDue();
    expect(await stateOf(subscriber)).toBe("needs_card");
    expect(await triesOf(subscriber)).toBe(0);
  });
});

/** A card whose bank asks for the shopper could not begin a series here, where nobody can answer: it is changed to. */
async function renewWithCard(scenario: string) {
  const subscriber = await subscribe(stack.sandbox, "visa");
  const card = await saveCard(stack.sandbox, subscriber.viewer, scenario);
  await changeCard(subscriber.viewer, { id: subscriber.id, cardId: card.id });
  await makeDue(subscriber);
  await chargeDue();
  return subscriber;
}
