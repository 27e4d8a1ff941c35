import { expect, it } from "vitest";
import { chargeDue } from "@/lib/renewals/jobs";
import { withTestStack } from "@/tests/support/stack";
import { authorizeInBrowser, listTaken, makeDue, saveCard, subscribe } from "@/tests/support/subscriber";
import { payDue } from "./pay-outstanding";
import { getSubscription } from "./read-subscriptions";

const stack = withTestStack();

/** A subscription whose second period could not be charged, and another card to pay it with. */
async function refuse(scenario: string) {
  const subscriber = await subscribe(stack.sandbox, scenario);
  await makeDue(subscriber);
  await chargeDue();
  const other = await saveCard(stack.sandbox, subscriber.viewer, "mastercard");
  return { ...subscriber, other };
}

it.each(["once-then-do-not-retry", "once-then-stolen"])(
  "after %s, what is owed is paid with another card only",
  async (scenario) => {
    const { viewer, id, cardId, other } = await refuse(scenario);
    expect(await getSubscription(viewer, id)).toMatchObject({ refusedCards: [cardId] });
    await expect(payDue(viewer, { id, cardId })).rejects.toMatchObject({ code: "card.unusable" });
    expect(await payDue(viewer, { id, cardId: other.id })).toMatchObject({ kind: "started" });
  },
  60_000,
);

it("a card that was only short of money may be tried again", async () => {
  const { viewer, id, cardId } = await refuse("once-then-no-money");
  expect(await getSubscription(viewer, id)).toMatchObject({ refusedCards: [] });
  expect(await payDue(viewer, { id, cardId })).toMatchObject({ kind: "started" });
}, 60_000);

it("a press after one nobody heard of finds that it is paid", async () => {
  const subscriber = await refuse("once-then-no-money");
  const { viewer, id, cardId, other } = subscriber;
  const started = await payDue(viewer, { id, cardId: other.id });
  if (started.kind !== "started") throw new Error(`The payment is ${started.kind}`);
  await authorizeInBrowser(started);
  // The tab died before the server was told.
  expect(await payDue(viewer, { id, cardId })).toEqual({ kind: "paid", orderRef: started.orderRef });
  expect(await listTaken(subscriber)).toHaveLength(2);
}, 60_000);
