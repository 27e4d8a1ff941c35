import { expect, it } from "vitest";
import { processDue } from "@/lib/renewals/process-due";
import { saveCard } from "@/tests/support/cards";
import { authorizeInBrowser } from "@/tests/support/orders";
import { withTestStack } from "@/tests/support/stack";
import { listCaptured, makeDue, subscribe } from "@/tests/support/subscriber";
import { payOutstanding } from "./pay-outstanding";
import { getSubscription } from "./read-subscriptions";

const stack = withTestStack();

/** A subscription whose second period was declined, and another saved card of its shopper. */
async function declineRenewal(scenario: string) {
  const subscriber = await subscribe(stack.sandbox, scenario);
  await makeDue(subscriber);
  await processDue();
  const other = await saveCard(subscriber.viewer, await stack.sandbox.card("mastercard"), {
    makeDefault: true,
  });
  return { ...subscriber, other };
}

it.each(["once-then-do-not-retry", "once-then-stolen"])(
  "after the decline %s, the outstanding period can only be paid with another card",
  async (scenario) => {
    const { viewer, id, cardId, other } = await declineRenewal(scenario);
    expect(await getSubscription(viewer, id)).toMatchObject({ declinedCards: [cardId] });
    await expect(payOutstanding(viewer, { id, cardId })).rejects.toMatchObject({ code: "card.unusable" });
    expect(await payOutstanding(viewer, { id, cardId: other.id })).toMatchObject({ kind: "started" });
  },
  60_000,
);

it("after insufficient funds, the outstanding period can be paid with the same card", async () => {
  const { viewer, id, cardId } = await declineRenewal("once-then-no-money");
  expect(await getSubscription(viewer, id)).toMatchObject({ declinedCards: [] });
  expect(await payOutstanding(viewer, { id, cardId })).toMatchObject({ kind: "started" });
}, 60_000);

it("paying again after a payment that succeeded without being recorded charges nothing", async () => {
  const subscriber = await declineRenewal("once-then-no-money");
  const { viewer, id, cardId, other } = subscriber;
  const started = await payOutstanding(viewer, { id, cardId: other.id });
  if (started.kind !== "started") throw new Error(`The payment is ${started.kind}`);
  await authorizeInBrowser(started.invoiceId, started.source);
  // The tab was closed before it called the server.
  expect(await payOutstanding(viewer, { id, cardId })).toEqual({ kind: "paid", orderRef: started.orderRef });
  expect(await listCaptured(subscriber)).toHaveLength(2);
}, 60_000);
