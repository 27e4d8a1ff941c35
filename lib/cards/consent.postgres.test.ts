import { expect, it } from "vitest";
import { db } from "@/lib/platform/db";
import { withTestStack } from "@/tests/support/stack";
import { signUp } from "@/tests/support/users";
import { recordConsent } from "./record-consent";
import { saveCardUnverified, startCard } from "./save-card";

const stack = withTestStack();

const listConsents = (userId: string) =>
  db().cardConsent.findMany({ where: { userId }, select: { version: true, savedCardId: true } });

it("a card that is saved with verification has one consent, however often it is started", async () => {
  const viewer = await signUp();
  const cardId = await stack.sandbox.card("visa");
  const [started] = await Promise.all([
    startCard(viewer, { cardId, makeDefault: false }),
    startCard(viewer, { cardId, makeDefault: false }),
  ]);
  const savedCardId = started.kind === "started" ? started.attemptId : null;
  expect(await listConsents(viewer.userId)).toEqual([{ version: "cards-1", savedCardId }]);
});

it("a card that is saved without verification has its consent, also when it is typed once more", async () => {
  const viewer = await signUp();
  const save = async () =>
    saveCardUnverified(viewer, { cardId: await stack.sandbox.card("visa"), makeDefault: false });
  const { card } = await save();
  expect(await listConsents(viewer.userId)).toEqual([{ version: "cards-1", savedCardId: card.id }]);
  // A card that was kept before consents were recorded.
  await db().cardConsent.deleteMany({ where: { userId: viewer.userId } });
  expect(await save()).toMatchObject({ isNew: false });
  expect(await listConsents(viewer.userId)).toEqual([{ version: "cards-1", savedCardId: card.id }]);
});

it("the same consent given by requests at once is one row, and another wording is another", async () => {
  const viewer = await signUp();
  const consents = ["cards-1", "cards-1", "cards-1", "cards-2"].map((version) => ({ version }));
  await Promise.all(consents.map((consent) => recordConsent(viewer, "card", consent)));
  expect(await db().cardConsent.count({ where: { userId: viewer.userId } })).toBe(2);
});
