import { expect, it } from "vitest";
import { saveConfirmedCard } from "@/tests/support/cards";
import { withTestStack } from "@/tests/support/stack";
import { findSubscription, subscribe } from "@/tests/support/subscriber";
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
