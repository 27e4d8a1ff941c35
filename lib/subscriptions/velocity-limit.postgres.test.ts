import { expect, test, vi } from "vitest";
import { db } from "@/lib/platform/db";
import { processDue } from "@/lib/renewals/process-due";
import { saveConfirmedCard } from "@/tests/support/cards";
import { withTestStack } from "@/tests/support/stack";
import { findSubscription, makeDue, startWith, subscribe } from "@/tests/support/subscriber";
import { moveSubscriptions } from "./card-use";
import { changeCard } from "./change-subscription";
import { payOutstanding } from "./pay-outstanding";

// The first card, the second one, and one attempt more. The first payment was captured, and does not count.
vi.stubEnv("CARD_ATTEMPTS_PER_ACCOUNT", "3");
vi.setConfig({ testTimeout: 120_000 });
const stack = withTestStack();
const TOO_MANY = { code: "card.too-many-attempts", sentence: expect.stringContaining("Too many tries") };

async function subscribeWithSecondCard(scenario: string) {
  const subscriber = await subscribe(stack.sandbox, scenario);
  const second = await saveConfirmedCard(subscriber.viewer, await stack.sandbox.card("mastercard"));
  return { ...subscriber, second };
}

test("subscribing, paying an outstanding period and changing its card share the count of the account", async () => {
  const subscriber = await subscribeWithSecondCard("once-then-no-money");
  const { viewer, id, cardId, second } = subscriber;
  await makeDue(subscriber);
  await processDue();
  const before = await findSubscription({ id });
  expect(before.state).toBe("retrying");
  expect(await payOutstanding(viewer, { id, cardId })).toMatchObject({ kind: "started" });

  await expect(payOutstanding(viewer, { id, cardId: second.id })).rejects.toMatchObject(TOO_MANY);
  await expect(changeCard(viewer, { id, cardId: second.id })).rejects.toMatchObject(TOO_MANY);
  await expect(moveSubscriptions(viewer, { id: cardId, moveTo: second.id })).rejects.toMatchObject(TOO_MANY);
  await expect(startWith(viewer, second, "weekly")).rejects.toMatchObject(TOO_MANY);

  const { state, savedCardId, processAfter } = await findSubscription({ id });
  expect({ state, savedCardId, processAfter }).toEqual({
    state: before.state,
    savedCardId: cardId,
    processAfter: before.processAfter,
  });
  const held = await db().stoppedAttempt.findMany({
    where: { userId: viewer.userId },
    orderBy: { entryPoint: "asc" },
  });
  expect(held.map(({ entryPoint, count }) => [entryPoint, count])).toEqual([
    ["Change the card", 2],
    ["Pay what is outstanding", 1],
    ["Subscribe", 1],
  ]);
});

test("changing the card of a subscription without an outstanding period asks no bank and is not counted", async () => {
  const { viewer, id, cardId, second } = await subscribeWithSecondCard("visa");
  for (const next of [second.id, cardId, second.id, cardId]) await changeCard(viewer, { id, cardId: next });
  expect(await findSubscription({ id })).toMatchObject({ savedCardId: cardId, state: "active" });
  expect(await db().stoppedAttempt.count({ where: { userId: viewer.userId } })).toBe(0);
});
