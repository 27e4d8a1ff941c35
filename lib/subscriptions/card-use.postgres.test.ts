import { expect, it } from "vitest";
import { withTestStack } from "@/tests/support/stack";
import { findSubscription, saveCard, subscribe } from "@/tests/support/subscriber";
import { moveAway } from "./card-use";

const stack = withTestStack();

it("a card in use moves to another card, never to nothing and never to itself", async () => {
  const subscriber = await subscribe(stack.sandbox, "visa");
  const { viewer, cardId: id } = subscriber;
  const other = await saveCard(stack.sandbox, viewer, "mastercard");

  for (const moveTo of [undefined, "", id]) {
    await expect(moveAway(viewer, { id, moveTo }), `to ${moveTo}`).rejects.toMatchObject({
      code: "card.in-use",
    });
  }
  expect(await findSubscription(subscriber)).toMatchObject({ savedCardId: id });

  await moveAway(viewer, { id, moveTo: other.id });
  expect(await findSubscription(subscriber)).toMatchObject({ savedCardId: other.id });
});
