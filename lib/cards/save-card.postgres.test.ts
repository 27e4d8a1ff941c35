import { fork } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { expect, test } from "vitest";
import { makeViewer } from "@/lib/auth/viewer";
import { db } from "@/lib/platform/db";
import { withTestStack } from "@/tests/support/stack";
import { getOpenAttempt, listCards } from "./manage-cards";
import { finishCard, startCard } from "./save-card";

const stack = withTestStack();

async function newViewer() {
  const user = await db().user.create({
    data: { email: `${randomUUID()}@shoppers.example`, name: "Ada Race" },
  });
  return makeViewer(user.id);
}

/** Starts the cards in a second process, as another replica would, and returns the results. */
async function startElsewhere(userId: string, cardIds: string[]) {
  const replica = fork("lib/cards/save-card.replica.ts", [userId, ...cardIds], {
    execArgv: ["--import", "tsx"],
  });
  const [started] = await once(replica, "message");
  return started as Awaited<ReturnType<typeof startCard>>[];
}

async function countCustomers(userId: string) {
  const answer = await fetch(`${stack.sandbox.url}/_sandbox/objects/customers?search=${userId}`);
  return (await answer.json()).objects.length as number;
}

test("fifty first starts from two replicas make one Customer and one token", async () => {
  const viewer = await newViewer();
  const cardIds = await Promise.all(Array.from({ length: 50 }, () => stack.sandbox.card("visa")));
  const [here, there] = await Promise.all([
    Promise.all(cardIds.slice(0, 25).map((cardId) => startCard(viewer, { cardId, makeDefault: false }))),
    startElsewhere(viewer.userId, cardIds.slice(25)),
  ]);
  const started = [...here, ...there];
  const customerIds = new Set(started.map((one) => one.kind === "started" && one.customerId));
  const tokenIds = new Set(started.map((one) => one.kind === "started" && one.tokenId));
  expect(started).toHaveLength(50);
  expect(customerIds.size).toBe(1);
  expect(tokenIds.size).toBe(1);
  expect(await countCustomers(viewer.userId)).toBe(1);
  expect(await db().savedCard.count({ where: { userId: viewer.userId } })).toBe(1);
}, 180_000);

test("a crash between ProcessOut's response and our write ends with one Customer and one token", async () => {
  const viewer = await newViewer();
  const cardId = await stack.sandbox.card("visa");
  await startCard(viewer, { cardId, makeDefault: false });
  // The rows as they are when the process died before it could write the responses.
  const where = { userId: viewer.userId };
  const before = await db().savedCard.findFirstOrThrow({ where });
  await db().processOutCustomer.updateMany({ where, data: { customerId: null } });
  await db().savedCard.updateMany({ where, data: { tokenId: null } });
  // The profile was changed in the meantime, which must not change the replayed request.
  await db().user.update({ where: { id: viewer.userId }, data: { name: "Ada Married", city: "Bergen" } });

  const again = await startCard(viewer, { cardId, makeDefault: false });
  expect(again).toMatchObject({ kind: "started", tokenId: before.tokenId, customerId: before.customerId });
  expect(await countCustomers(viewer.userId)).toBe(1);
}, 180_000);

test("a card id that another open attempt has used is rejected as already used", async () => {
  const viewer = await newViewer();
  const [first, second] = [await stack.sandbox.card("visa"), await stack.sandbox.card("mastercard")];
  const onPhone = { cardId: first, makeDefault: false, returnUrl: "app.example://processout/return" };
  await startCard(viewer, onPhone);
  await startCard(viewer, { cardId: second, makeDefault: false });
  await expect(startCard(viewer, { cardId: first, makeDefault: false })).rejects.toMatchObject({
    code: "request.source.card-already-used",
  });
});

test("an attempt is shown on the channel on which it was started, and finishing one without a card lists nothing", async () => {
  const viewer = await newViewer();
  const cardId = await stack.sandbox.card("visa");
  const onPhone = { cardId, makeDefault: false, returnUrl: "app.example://processout/return" };
  const started = await startCard(viewer, onPhone);
  if (started.kind !== "started") throw new Error("A new user has no card yet");
  const { attemptId: id } = started;
  expect(await getOpenAttempt(viewer, "web")).toBeNull();
  expect(await getOpenAttempt(viewer, "mobile")).toMatchObject({ id });

  expect(await finishCard(viewer, { id })).toMatchObject({ kind: "stopped", code: "card.unfinished" });
  expect((await listCards(viewer)).cards).toEqual([]);
  expect(await getOpenAttempt(viewer, "mobile")).toMatchObject({ id });
});
