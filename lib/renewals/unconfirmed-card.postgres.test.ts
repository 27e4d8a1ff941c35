import { expect, it, vi } from "vitest";
import { finishConfirmation, startConfirmation } from "@/lib/cards/confirm-card";
import { db } from "@/lib/platform/db";
import { processout } from "@/lib/platform/processout";
import { moveSubscriptions } from "@/lib/subscriptions/card-use";
import { changeCard } from "@/lib/subscriptions/change-subscription";
import { saveCard } from "@/tests/support/cards";
import { authorizeInBrowser } from "@/tests/support/orders";
import { withTestStack } from "@/tests/support/stack";
import { findSubscription, listCaptured, makeDue, subscribe } from "@/tests/support/subscriber";
import { processDue } from "./process-due";

vi.setConfig({ testTimeout: 60_000 });

const stack = withTestStack();

/** A subscriber with a second card, which was saved without verification. */
async function subscribeWithSecondCard() {
  const subscriber = await subscribe(stack.sandbox, "visa");
  const second = await saveCard(subscriber.viewer, await stack.sandbox.card("mastercard"));
  return { ...subscriber, second };
}

it("a card that was only saved takes over a subscription neither by a change of card nor by a deletion", async () => {
  const { viewer, id, cardId, second } = await subscribeWithSecondCard();
  expect(second).toMatchObject({ canPay: true, isConfirmed: false });
  const refusal = { code: "card.unconfirmed" };
  await expect(changeCard(viewer, { id, cardId: second.id })).rejects.toMatchObject(refusal);
  await expect(moveSubscriptions(viewer, { id: cardId, moveTo: second.id })).rejects.toMatchObject(refusal);
  expect(await findSubscription({ id })).toMatchObject({ savedCardId: cardId });
});

it("a card is confirmed by an approved zero-amount invoice of its own, once, and then takes over", async () => {
  const { viewer, id, cardId, second } = await subscribeWithSecondCard();
  const [started, again] = await Promise.all([
    startConfirmation(viewer, second),
    startConfirmation(viewer, second),
  ]);
  if (started.kind !== "started") throw new Error("The card is confirmed already");
  expect(again).toEqual(started);
  expect(await processout().invoices.find(started.invoiceId)).toMatchObject({
    amount: "0",
    initiation_type: "CIT",
    challenge_indicator: "challenge-requested",
  });
  expect(await finishConfirmation(viewer, second)).toMatchObject({ kind: "stopped" });

  await authorizeInBrowser(started.invoiceId, started.source);
  expect(await finishConfirmation(viewer, second)).toEqual({ kind: "confirmed" });
  expect(await processout().transactions.findByInvoice(started.invoiceId)).toMatchObject({
    status: "voided",
  });
  expect(await startConfirmation(viewer, second)).toEqual({ kind: "confirmed" });
  await moveSubscriptions(viewer, { id: cardId, moveTo: second.id });
  expect(await findSubscription({ id })).toMatchObject({ savedCardId: second.id });
});

it("an invoice that the browser authorized with another card confirms nothing", async () => {
  const { viewer, cardId, second } = await subscribeWithSecondCard();
  const started = await startConfirmation(viewer, second);
  const { tokenId } = await db().savedCard.findUniqueOrThrow({ where: { id: cardId } });
  if (started.kind !== "started") throw new Error("The card is confirmed already");
  await authorizeInBrowser(started.invoiceId, String(tokenId));
  expect(await finishConfirmation(viewer, second)).toMatchObject({ kind: "stopped" });
});

it("the worker asks the shopper instead of charging a card that was never confirmed", async () => {
  const subscriber = await subscribe(stack.sandbox, "visa");
  // As in a database from before cards had to be confirmed.
  await db().savedCard.update({ where: { id: subscriber.cardId }, data: { confirmedAt: null } });
  await makeDue(subscriber);
  await processDue();
  expect(await findSubscription(subscriber)).toMatchObject({ state: "needs_authentication" });
  expect(await listCaptured(subscriber)).toHaveLength(1);
});
