import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { db } from "@/lib/platform/db";
import { withTestStack } from "@/tests/support/stack";
import { reserveFetch } from "./budget";
import { receive } from "./receive";

withTestStack();
beforeAll(async () => {
  // The clock stands still, so the minute does not end.
  vi.useFakeTimers({ now: Date.UTC(2026, 10, 22, 10, 0, 30), toFake: ["Date"] });
});
afterAll(async () => {
  vi.useRealTimers();
});

const forged = () => ({ eventId: `ev_${randomBytes(16).toString("hex")}`, name: "customer.token.updated" });

test("concurrent processes together fetch no more events in a minute than the budget", async () => {
  const takes = await Promise.all(
    Array.from({ length: 40 }, () => reserveFetch("customer.token.created", 25)),
  );
  expect(takes.filter(Boolean)).toHaveLength(25);
});

test("events of charges leave a quarter of the budget to cards, refunds and disputes", async () => {
  await db().webhookBudget.deleteMany();
  const charges = Array.from({ length: 40 }, () => reserveFetch("transaction.captured", 20));
  expect((await Promise.all(charges)).filter(Boolean)).toHaveLength(15);
  const names = ["customer.token.updated", "transaction.refunded", "transaction.chargeback.created"];
  for (const name of names) expect(await reserveFetch(name, 20), name).toBe(true);
});

test("forged ids are looked up until the budget is used up, then answered busy; none is recorded", async () => {
  await db().webhookBudget.updateMany({ data: { fetches: 980 } });
  const outcomes = [];
  for (let sent = 0; sent < 40; sent += 1) outcomes.push(await receive([], forged()));
  expect(outcomes).toEqual([...Array(20).fill("unknown"), ...Array(20).fill("busy")]);
  expect(await db().webhookEvent.count()).toBe(0);
});
