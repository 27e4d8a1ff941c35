import { expect, it, vi } from "vitest";
import { db } from "@/lib/platform/db";
import {
  cancelSubscription,
  changeCard,
  pauseSubscription,
  resumeSubscription,
} from "@/lib/subscriptions/change-subscription";
import { getSubscription } from "@/lib/subscriptions/read-subscriptions";
import { saveConfirmedCard } from "@/tests/support/cards";
import { withTestStack } from "@/tests/support/stack";
import {
  findSubscription,
  letDaysPass,
  listCaptured,
  makeDue,
  type Subscriber,
  subscribe,
} from "@/tests/support/subscriber";
import { processDue } from "./process-due";

vi.setConfig({ testTimeout: 120_000 });

const stack = withTestStack();

async function renew(scenario: string) {
  const subscriber = await subscribe(stack.sandbox, scenario);
  await makeDue(subscriber);
  await processDue();
  return subscriber;
}

const stateOf = async (subscriber: Subscriber) => (await findSubscription(subscriber)).state;

async function attemptsOf(subscriber: Subscriber) {
  const { orders } = await findSubscription(subscriber);
  return (orders.find(({ period }) => period === 2)?.payments ?? []).length;
}

const emailsAbout = (subscriber: Subscriber, kind: string) =>
  db().queuedMail.count({ where: { key: { startsWith: `${kind}:${subscriber.id}-2` } } });

it("a renewal references the scheme transaction id of the CIT, and the next one is due a month later", async () => {
  const subscriber = await subscribe(stack.sandbox, "visa");
  const { schemeTransactionId } = await findSubscription(subscriber);
  expect(schemeTransactionId).toMatch(/^\d+$/);
  await makeDue(subscriber);
  await processDue();
  expect(await listCaptured(subscriber)).toEqual([
    { amount: "12.5", initial: schemeTransactionId },
    { amount: "12.5", initial: null },
  ]);
  const { dueAt, processAfter, startedAt } = await findSubscription(subscriber);
  expect(dueAt).toEqual(processAfter);
  expect(Number(dueAt) - Number(startedAt)).toBeGreaterThan(27 * 24 * 3_600_000);
});

it("a renewal is not charged before it is due, while it is paused, or after it was canceled", async () => {
  const subscriber = await subscribe(stack.sandbox, "visa");
  await processDue();
  expect(await listCaptured(subscriber)).toHaveLength(1);

  await pauseSubscription(subscriber.viewer, subscriber);
  await makeDue(subscriber);
  await processDue();
  expect(await listCaptured(subscriber)).toHaveLength(1);

  await resumeSubscription(subscriber.viewer, subscriber);
  expect(Number((await findSubscription(subscriber)).dueAt)).toBeGreaterThan(Date.now());
  await cancelSubscription(subscriber.viewer, subscriber);
  await processDue();
  expect(await stateOf(subscriber)).toBe("canceled");
  expect(await listCaptured(subscriber)).toHaveLength(1);
});

it("instalments add up to the price, and complete after the last one", async () => {
  const subscriber = await subscribe(stack.sandbox, "visa", "3-months");
  for (const _ of [2, 3]) {
    await makeDue(subscriber);
    await processDue();
  }
  expect(await listCaptured(subscriber)).toMatchObject([
    { amount: "430" },
    { amount: "430" },
    { amount: "430" },
  ]);
  expect(await findSubscription(subscriber)).toMatchObject({
    state: "completed",
    dueAt: null,
    processAfter: null,
  });
});

it("a soft decline is retried on the dunning schedule, then waits for another card, which is charged at once", async () => {
  const subscriber = await renew("once-then-no-money");
  expect(await stateOf(subscriber)).toBe("retrying");
  expect(await emailsAbout(subscriber, "failed")).toBe(1);
  for (const [days, attempts] of [
    [0.9, 1],
    [1, 2],
    [1, 2],
    [1, 3],
    [2, 4],
    [2, 5],
  ] as const) {
    await letDaysPass(subscriber, days);
    await processDue();
    expect(await attemptsOf(subscriber)).toBe(attempts);
  }
  expect(await stateOf(subscriber)).toBe("needs_card");
  await letDaysPass(subscriber, 3);
  await processDue();
  expect(await attemptsOf(subscriber)).toBe(5);

  const card = await saveConfirmedCard(subscriber.viewer, await stack.sandbox.card("mastercard"));
  await changeCard(subscriber.viewer, { id: subscriber.id, cardId: card.id });
  await processDue();
  expect(await stateOf(subscriber)).toBe("active");
  expect(await listCaptured(subscriber)).toHaveLength(2);
});

it("the e-mail about a failed renewal names the network that the shopper chose on a co-badged card", async () => {
  const subscriber = await subscribe(stack.sandbox, "once-then-stolen");
  const coBadged = { scheme: "visa", coScheme: "carte bancaire", preferredScheme: "carte bancaire" };
  await db().savedCard.update({ where: { id: subscriber.cardId }, data: coBadged });
  await makeDue(subscriber);
  await processDue();
  const about = { key: { startsWith: `failed:${subscriber.id}-2` } };
  const { text } = await db().queuedMail.findFirstOrThrow({ where: about });
  expect(text).toContain("Carte Bancaire ending in");
  expect(text).not.toContain("Visa");
});

it.each([
  ["once-then-stolen", "needs_card", "failed"],
  ["once-then-expired", "needs_card", "failed"],
  ["once-then-do-not-retry", "needs_card", "failed"],
  ["asks-again", "needs_authentication", "action"],
])(
  "a decline that no retry can mend (%s) makes the subscription %s, e-mails the shopper once, and is not retried",
  async (scenario, state, email) => {
    const subscriber = scenario === "asks-again" ? await renewWithCard(scenario) : await renew(scenario);
    expect(await stateOf(subscriber)).toBe(state);
    expect(await emailsAbout(subscriber, email)).toBe(1);
    await letDaysPass(subscriber, 5);
    await processDue();
    expect(await attemptsOf(subscriber)).toBe(1);
    expect(await listCaptured(subscriber)).toHaveLength(1);
  },
);

it.each([
  ["card.dont-retry", "needs_card", 1, 1],
  ["card.already-blocked", "needs_card", 1, 1],
  ["card.exemption-declined", "needs_authentication", 0, 1],
  ["request.transaction-blocked", "retrying", 1, 1],
  ["card.issuer-down", "retrying", 0, 2],
])(
  "after %s the subscription is %s; %d e-mails say that the charge failed, and five days later there were %d attempts",
  async (error_type, state, emails, attempts) => {
    const subscriber = await subscribe(stack.sandbox, "visa");
    await makeDue(subscriber);
    const declined = { match: "POST /invoices/*/capture", kind: "status", status: 410, error_type };
    await stack.sandbox.fault({ ...declined, times: attempts });
    await processDue();
    expect(await stateOf(subscriber)).toBe(state);
    expect(await emailsAbout(subscriber, "failed")).toBe(emails);
    await letDaysPass(subscriber, 5);
    await processDue();
    expect(await attemptsOf(subscriber)).toBe(attempts);
  },
);

it("a card whose expiry has passed in our row is charged: its issuer may have renewed it, and ProcessOut decides", async () => {
  const subscriber = await subscribe(stack.sandbox, "visa");
  await db().savedCard.update({ where: { id: subscriber.cardId }, data: { expMonth: 1, expYear: 2020 } });
  await makeDue(subscriber);
  await processDue();
  expect(await stateOf(subscriber)).toBe("active");
  expect(await listCaptured(subscriber)).toHaveLength(2);
});

it("a subscription whose card was deleted asks for another one without an attempt", async () => {
  const subscriber = await subscribe(stack.sandbox, "visa");
  await db().savedCard.updateMany({ where: { id: subscriber.cardId }, data: { state: "removed" } });
  await makeDue(subscriber);
  await processDue();
  expect(await stateOf(subscriber)).toBe("needs_card");
  expect(await attemptsOf(subscriber)).toBe(0);
});

it.each([
  ["visa", "charged"],
  ["once-then-no-money", "not-charged"],
])(
  "a subscription that is canceled while it is charged (%s) tells that it is under way, then that it was %s, and has no next payment",
  async (scenario, outcome) => {
    const { viewer, id } = await subscribe(stack.sandbox, scenario);
    await makeDue({ id });
    const seen: unknown[] = [];
    await processDue({
      async onCheckpoint(checkpoint) {
        if (checkpoint !== "reserved") return;
        await cancelSubscription(viewer, { id });
        seen.push((await getSubscription(viewer, id)).charge);
      },
    });
    expect(seen).toMatchObject([{ status: "under-way", amount: { minor: 1250 } }]);
    expect(await getSubscription(viewer, id)).toMatchObject({
      status: "canceled",
      charge: { status: outcome },
      next: null,
    });
    expect(await findSubscription({ id })).toMatchObject({ dueAt: null, processAfter: null });
  },
);

/** A card that requires SCA cannot pay for the start in this test, where no bank page answers: it is changed to. */
async function renewWithCard(scenario: string) {
  const subscriber = await subscribe(stack.sandbox, "visa");
  const card = await saveConfirmedCard(subscriber.viewer, await stack.sandbox.card(scenario));
  await changeCard(subscriber.viewer, { id: subscriber.id, cardId: card.id });
  await makeDue(subscriber);
  await processDue();
  return subscriber;
}
