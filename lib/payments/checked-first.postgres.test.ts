import { expect, it } from "vitest";
import { saveCardUnverified, startCard } from "@/lib/cards/save-card";
import { db } from "@/lib/platform/db";
import { saveCard } from "@/tests/support/cards";
import { fillCart, saving, start } from "@/tests/support/orders";
import { withTestStack } from "@/tests/support/stack";
import { signUp } from "@/tests/support/users";

const stack = withTestStack();

it("a card that is to be saved with a payment in another currency is refused before a token is created", async () => {
  const viewer = await signUp();
  await saveCard(viewer, await stack.sandbox.card("visa"));
  await db().processOutCustomer.updateMany({ where: { userId: viewer.userId }, data: { currency: "GBP" } });
  const { customerId } = await db().processOutCustomer.findFirstOrThrow({ where: { userId: viewer.userId } });
  const countTokens = async () => {
    const requests = await stack.sandbox.requests(`/customers/${customerId}/tokens`);
    return requests.filter(({ method }) => method === "POST").length;
  };
  expect(await countTokens()).toBe(1);
  const another = saving(await stack.sandbox.card("mastercard"));
  await expect(start(await fillCart(viewer), another)).rejects.toMatchObject({
    code: "request.validation.invalid-currency",
  });
  expect(await countTokens()).toBe(1);
  expect(await db().savedCard.count({ where: { userId: viewer.userId } })).toBe(1);
}, 60_000);

it("another user's card id is refused before a Customer is created", async () => {
  const cardId = await stack.sandbox.card("visa");
  await startCard(await signUp(), { cardId, makeDefault: false });
  const viewer = await signUp();
  const request = { cardId, makeDefault: false };
  for (const save of [startCard, saveCardUnverified]) {
    await expect(save(viewer, request)).rejects.toMatchObject({ code: "request.source.card-already-used" });
  }
  expect(await db().processOutCustomer.count({ where: { userId: viewer.userId } })).toBe(0);
}, 60_000);
