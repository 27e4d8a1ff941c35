import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { makeStaffViewer } from "@/lib/auth/staff-viewer";
import { listStalledIds, MAX_FAILURES } from "@/lib/jobs/stalled-rows";
import { now } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db";
import { withTestStack } from "@/tests/support/stack";
import { listStalledRows, retryStalledRow } from "./stalled-rows";

withTestStack();

const staff = makeStaffViewer("kit@office.example");

test("staff see a row that a job has stopped trying, and make the job try it again", async () => {
  const [job, id] = [randomUUID(), randomUUID()];
  const stopped = { failures: MAX_FAILURES, failure: "it is refused", retryAt: null };
  await db().stalledRow.create({ data: { job, rowId: id, ...stopped, failedAt: await now() } });
  const shown = (await listStalledRows(staff)).find(({ rowId }) => rowId === id);
  expect(shown).toMatchObject({ job, ...stopped });
  expect(await listStalledIds(job)).toEqual([id]);
  await retryStalledRow(staff, { job, rowId: id });
  expect(await listStalledIds(job)).toEqual([]);
  expect(await db().auditEntry.count({ where: { subject: id, action: "retry" } })).toBe(1);
});
