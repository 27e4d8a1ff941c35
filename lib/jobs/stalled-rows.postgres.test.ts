import { randomUUID } from "node:crypto";
import { expect, test, vi } from "vitest";
import { listPendingTokens, reconcileCards } from "@/lib/cards/jobs";
import { cancelCard, startCard } from "@/lib/cards/save-card";
import { now } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db";
import { DAY_MS, MINUTE_MS } from "@/lib/platform/durations";
import { withTestStack } from "@/tests/support/stack";
import { signUp } from "@/tests/support/users";
import { attemptRows, listStalledIds, MAX_FAILURES } from "./stalled-rows";

const stack = withTestStack();

const fail = () => Promise.reject(new Error("it is refused"));
const recordOf = (job: string, rowId: string) =>
  db().stalledRow.findUnique({ where: { job_rowId: { job, rowId } } });
const ago = async (ms: number) => new Date((await now()).getTime() - ms);

test("a row that fails waits twice as long each time, and is forgotten when it succeeds", async () => {
  const [job, id] = [randomUUID(), randomUUID()];
  for (const minutes of [2, 4, 8]) {
    expect(await attemptRows(job, [{ id }], 1, fail)).toBe(0);
    const record = await recordOf(job, id);
    expect(Number(record?.retryAt) - Number(record?.failedAt)).toBe(minutes * MINUTE_MS);
  }
  expect(await listStalledIds(job)).toEqual([id]);
  expect(await attemptRows(job, [{ id }], 1, async () => {})).toBe(1);
  expect(await recordOf(job, id)).toBeNull();
  expect(await listStalledIds(job)).toEqual([]);
});

test("a row that never succeeds is not tried for ever", async () => {
  const [job, id] = [randomUUID(), randomUUID()];
  for (let failure = 0; failure < MAX_FAILURES; failure += 1) await attemptRows(job, [{ id }], 1, fail);
  expect(await recordOf(job, id)).toMatchObject({ failures: MAX_FAILURES, retryAt: null });
  expect(await listStalledIds(job)).toEqual([id]);
});

test("a token that ProcessOut refuses to delete goes to the back, and each attempt has a key of its own", async () => {
  const viewer = await signUp();
  const cardId = await stack.sandbox.card("visa");
  const started = await startCard(viewer, { cardId, makeDefault: false });
  if (started.kind !== "started") throw new Error(`The attempt is ${started.kind}`);
  const { attemptId: id, tokenId, customerId } = started;
  await stack.sandbox.fault({
    match: `DELETE /customers/${customerId}/tokens/${tokenId}`,
    kind: "status",
    status: 403,
    times: 100,
  });
  const fetched = vi.spyOn(globalThis, "fetch");
  await cancelCard(viewer, { id, code: "customer.canceled" });
  await db().savedCard.update({ where: { id }, data: { startedAt: await ago(DAY_MS / 2), syncedAt: null } });
  const pendingIds = async () =>
    (await listPendingTokens({ at: await now(), limit: 100 })).map((row) => row.id);
  expect(await pendingIds()).toContain(id);
  await reconcileCards.run();
  await db().savedCard.update({ where: { id }, data: { syncedAt: null } });
  expect(await pendingIds()).not.toContain(id);

  const keys = fetched.mock.calls
    .filter(([, request]) => request?.method === "DELETE")
    .map(([, request]) => new Headers(request?.headers).get("idempotency-key"));
  fetched.mockRestore();
  expect(keys.length).toBeGreaterThanOrEqual(2);
  expect(new Set(keys).size).toBe(keys.length);
});
