import { expect, it } from "vitest";
import { deleteCard } from "@/lib/cards/manage-cards";
import { db } from "@/lib/platform/db";
import { saveCard, saveConfirmedCard } from "@/tests/support/cards";
import { saving } from "@/tests/support/orders";
import { withTestStack } from "@/tests/support/stack";
import { findSubscription, startPaying, subscribe } from "@/tests/support/subscriber";
import { signUp } from "@/tests/support/users";
import { moveSubscriptions } from "./card-use";

const stack = withTestStack();

it("subscriptions of a card move to another card, never to none and never to the same one", async () => {
  const subscriber = await subscribe(stack.sandbox, "visa");
  const { viewer, cardId: id } = subscriber;
  const other = await saveConfirmedCard(viewer, await stack.sandbox.card("mastercard"));

  for (const moveTo of [undefined, "", id]) {
    await expect(moveSubscriptions(viewer, { id, moveTo }), `to ${moveTo}`).rejects.toMatchObject({
      code: "card.in-use",
    });
  }
  expect(await findSubscription(subscriber)).toMatchObject({ savedCardId: id });

  await moveSubscriptions(viewer, { id, moveTo: other.id });
  expect(await findSubscription(subscriber)).toMatchObject({ savedCardId: other.id });
});

it.each(["monthly", "3-months"] as const)(
  "a %s series that is begun with a typed card which is saved already is charged to the saved card",
  async (planId) => {
    const viewer = await signUp();
    const saved = await saveCard(viewer, await stack.sandbox.card("visa"));
    const { id } = await startPaying(viewer, saving(await stack.sandbox.card("visa")), planId);
    expect(await findSubscription({ id })).toMatchObject({ state: "active", savedCardId: saved.id });
    expect(await db().savedCard.count({ where: { userId: viewer.userId } })).toBe(1);
  },
);

it("a card whose deletion fails after its subscriptions have moved says what was moved", async () => {
  const { viewer, id, cardId } = await subscribe(stack.sandbox, "visa");
  const { id: moveTo } = await saveConfirmedCard(viewer, await stack.sandbox.card("mastercard"));
  const tellWhatMoved = await moveSubscriptions(viewer, { id: cardId, moveTo });
  const match = "DELETE /customers/*/tokens/*";
  await stack.sandbox.fault({ match, kind: "status", status: 503, after: false, times: 3 });
  await expect(deleteCard(viewer, { id: cardId }).catch(tellWhatMoved)).rejects.toMatchObject({
    sentence: expect.stringContaining("Landfall will be charged to Mastercard ending in 4444"),
  });
  expect(await findSubscription({ id })).toMatchObject({ savedCardId: moveTo });
});
