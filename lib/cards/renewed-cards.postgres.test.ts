import { expect, test } from "vitest";
import { now } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db";
import { DAY_MS } from "@/lib/platform/durations";
import { saveCard } from "@/tests/support/cards";
import { withTestStack } from "@/tests/support/stack";
import { signUp } from "@/tests/support/users";
import { monthAfter, remindExpiringCards } from "./jobs";
import { listCards } from "./manage-cards";

const stack = withTestStack();

/** A saved card whose row shows an expiry that was read two days ago, and that ProcessOut no longer has. */
async function saveRenewedCard(stored: { expMonth: number; expYear: number }) {
  const viewer = await signUp();
  const { id } = await saveCard(viewer, await stack.sandbox.card("visa"), { makeDefault: true });
  const { expMonth, expYear } = await db().savedCard.findUniqueOrThrow({ where: { id } });
  const cardReadAt = new Date((await now()).getTime() - 2 * DAY_MS);
  await db().savedCard.update({ where: { id }, data: { ...stored, cardReadAt } });
  return { viewer, id, renewed: { expMonth, expYear } };
}

test.each([
  ["looks expired", { expMonth: 1, expYear: 2020 }],
  ["looks valid", { expMonth: 1, expYear: 2090 }],
])("the list reads a card again that %s and was renewed by its issuer", async (_looks, stored) => {
  const { viewer, renewed } = await saveRenewedCard(stored);
  const { cards } = await listCards(viewer);
  expect(cards).toMatchObject([{ ...renewed, expiry: "valid", canPay: true }]);
});

test("a card that has expired at ProcessOut too cannot pay, and is not asked for again within the hour", async () => {
  const { viewer, id } = await saveRenewedCard({ expMonth: 1, expYear: 2020 });
  await db().savedCard.update({ where: { id }, data: { cardReadAt: await now() } });
  expect((await listCards(viewer)).cards).toMatchObject([{ expiry: "expired", canPay: false }]);
});

test("no reminder is sent for an expiry that the issuer has moved", async () => {
  const { id, renewed } = await saveRenewedCard(monthAfter(await now()));
  await remindExpiringCards.run();
  expect(await db().savedCard.findUniqueOrThrow({ where: { id } })).toMatchObject({
    ...renewed,
    expiryNotifiedFor: null,
  });
});
