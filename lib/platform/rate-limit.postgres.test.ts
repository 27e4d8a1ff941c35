import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { makeViewer } from "@/lib/auth/viewer";
import { listCards } from "@/lib/cards/manage-cards";
import { withTestStack } from "@/tests/support/stack";
import { createUser } from "@/tests/support/users";
import { db } from "./db";
import { DAY_MS, MINUTE_MS } from "./durations";
import { deleteOldCounts, reserve } from "./rate-limit";
import { mayRead } from "./shopper-reads";

withTestStack();

const NOON = Date.UTC(2026, 10, 22, 12);
beforeEach(() => vi.useFakeTimers({ now: NOON, toFake: ["Date"] }));
afterEach(() => vi.useRealTimers());

test("parallel uses do not slip through a limit, and the next window starts again", async () => {
  const limit = { limit: 5, windowMs: MINUTE_MS };
  const uses = await Promise.all(Array.from({ length: 20 }, () => reserve("a@shop.example", limit)));
  expect(uses.filter(Boolean)).toHaveLength(5);
  expect(await reserve("another key", limit)).toBe(true);
  vi.setSystemTime(NOON + MINUTE_MS);
  expect(await reserve("a@shop.example", limit)).toBe(true);
  expect(await db().rateCount.count({ where: { key: { contains: "shop.example" } } })).toBe(0);
});

test("counters are deleted after a day", async () => {
  vi.setSystemTime(NOON + 2 * DAY_MS);
  await deleteOldCounts();
  expect(await db().rateCount.count()).toBe(0);
});

test("a shopper who reloads all the time uses up their own reads of ProcessOut, and no other shopper's", async () => {
  const [patient, impatient] = [makeViewer((await createUser()).id), makeViewer((await createUser()).id)];
  while (await mayRead(impatient.userId));
  expect(await listCards(impatient)).toMatchObject({ stale: { why: "unavailable" } });
  expect(await listCards(patient)).toMatchObject({ stale: null });
});
