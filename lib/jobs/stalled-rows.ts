import { now } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db";
import { DAY_MS, MINUTE_MS } from "@/lib/platform/durations";
import { log } from "@/lib/platform/log";
import { forEachConcurrent } from "./for-each-concurrent";

/*
 * Rows that a job could not process. Without this record a row that can never succeed would be tried every minute, for
 * ever, and a few hundred of them would keep all others waiting. With it a row waits longer after each failure, then its
 * job stops trying, and the back office shows it.
 */

/** About ten days. */
export const MAX_FAILURES = 20;

/** How long until the next attempt: 2, 4, 8 … minutes, at most a day. */
const pauseAfter = (failures: number) => Math.min(MINUTE_MS * 2 ** failures, DAY_MS);

/** A job's rows that wait after a failure or are not tried any more: the job leaves them out of what it selects. */
export async function listStalledIds(job: string): Promise<string[]> {
  const at = await now();
  const rows = await db().stalledRow.findMany({
    where: { job, OR: [{ retryAt: null }, { retryAt: { gt: at } }] },
    orderBy: { failedAt: "desc" },
    take: 10_000,
    select: { rowId: true },
  });
  return rows.map(({ rowId }) => rowId);
}

/** `forEachConcurrent`, which also records the rows that fail, and forgets the record of those that succeed. */
export async function attemptRows<Row extends { id: string }>(
  job: string,
  rows: readonly Row[],
  concurrency: number,
  work: (row: Row) => Promise<unknown>,
): Promise<number> {
  const ids = rows.map(({ id }) => id);
  const stalled = await db().stalledRow.findMany({ where: { job, rowId: { in: ids } } });
  const known = new Set(stalled.map(({ rowId }) => rowId));
  return forEachConcurrent(job, rows, concurrency, async (row) => {
    try {
      await work(row);
    } catch (error) {
      await recordStall(job, row.id, error);
      throw error;
    }
    if (known.has(row.id)) await db().stalledRow.deleteMany({ where: { job, rowId: row.id } });
  });
}

/**
 * Records a failure. Returns when the row is tried next, or null when it is not tried any more. With `isEndless` it is
 * tried once a day: the outcome of a charge must become known.
 */
export async function recordStall(
  job: string,
  rowId: string,
  error: unknown,
  { isEndless = false } = {},
): Promise<Date | null> {
  const at = await now();
  // Due for a day and not failed again: the row was brought to its end.
  const ended = { retryAt: { lt: new Date(at.getTime() - DAY_MS) } };
  await db().stalledRow.deleteMany({ where: ended });
  const failure = (error instanceof Error ? error.message : String(error)).slice(0, 500);
  const what = { failure, failedAt: at };
  const { failures } = await db().stalledRow.upsert({
    where: { job_rowId: { job, rowId } },
    create: { job, rowId, failures: 1, ...what },
    update: { failures: { increment: 1 }, ...what },
  });
  const hasEnded = failures >= MAX_FAILURES;
  const retryAt = hasEnded && !isEndless ? null : new Date(at.getTime() + pauseAfter(failures));
  await db().stalledRow.updateMany({ where: { job, rowId }, data: { retryAt } });
  if (hasEnded) log.error("job.row-stalled", { job, rowId, failures });
  return retryAt;
}
