import { expect, it } from "vitest";
import { db } from "@/lib/platform/db";
import { processDue } from "@/lib/renewals/process-due";
import { saveCard, saveConfirmedCard } from "@/tests/support/cards";
import { saving } from "@/tests/support/orders";
import { withTestStack } from "@/tests/support/stack";
import { makeDue, startPaying, subscribe } from "@/tests/support/subscriber";
import { signUp } from "@/tests/support/users";
import { moveSubscriptions } from "./card-use";
import { changeCard } from "./change-subscription";
import { payOutstanding } from "./pay-outstanding";

const stack = withTestStack();

const listConsents = (subscriptionId: string) =>
  db().cardConsent.findMany({
    where: { subscriptionId },
    select: { version: true, savedCardId: true },
    orderBy: [{ givenAt: "asc" }, { id: "asc" }],
  });

it.each([
  ["monthly", "subscription-1"],
  ["3-months", "instalments-1"],
] as const)(
  "a %s series with a new card has one consent, for this series",
  async (planId, version) => {
    const viewer = await signUp();
    const { id, savedCardId } = await startPaying(viewer, saving(await stack.sandbox.card("visa")), planId);
    expect(await listConsents(id)).toEqual([{ version, savedCardId }]);
    expect(await db().cardConsent.count({ where: { userId: viewer.userId } })).toBe(1);
  },
  60_000,
);

it("each series that a saved card pays for has a consent of its own, once", async () => {
  const { viewer, id, cardId } = await subscribe(stack.sandbox, "visa");
  const weekly = await startPaying(viewer, { kind: "saved", id: cardId }, "weekly");
  const other = await saveConfirmedCard(viewer, await stack.sandbox.card("mastercard"));
  await moveSubscriptions(viewer, { id: cardId, moveTo: other.id });
  await changeCard(viewer, { id, cardId });
  const version = "subscription-1";
  expect(await listConsents(id)).toEqual([
    { version, savedCardId: cardId },
    { version, savedCardId: other.id },
  ]);
  expect(await listConsents(weekly.id)).toEqual([
    { version, savedCardId: cardId },
    { version, savedCardId: other.id },
  ]);
}, 60_000);

it("another card that pays what is outstanding has a consent for the series", async () => {
  const subscriber = await subscribe(stack.sandbox, "once-then-stolen");
  await makeDue(subscriber);
  await processDue();
  const { viewer, id, cardId } = subscriber;
  const other = await saveCard(viewer, await stack.sandbox.card("mastercard"));
  await payOutstanding(viewer, { id, cardId: other.id });
  const version = "subscription-1";
  expect(await listConsents(id)).toEqual([
    { version, savedCardId: cardId },
    { version, savedCardId: other.id },
  ]);
}, 60_000);

it("a new card that is not to be saved cannot start a series, and nothing is sent to ProcessOut", async () => {
  const viewer = await signUp();
  const payWith = { kind: "new", cardId: await stack.sandbox.card("visa"), save: false } as const;
  await expect(startPaying(viewer, payWith, "monthly")).rejects.toMatchObject({ code: "card.unusable" });
  expect(await db().payment.count({ where: { order: { userId: viewer.userId } } })).toBe(0);
});
