import { expect, test } from "vitest";
import { db } from "@/lib/platform/db";
import { withTestStack } from "@/tests/support/stack";
import { JOBS, wake } from "./queue";
import { startWorker } from "./worker";

withTestStack();

test("no job is handed out twice by the queue, whoever asked for it", async () => {
  const stop = await startWorker();
  for (const job of JOBS) await wake(job);
  const jobs = await db().$queryRaw<{ name: string; retryLimit: number }[]>`
    SELECT DISTINCT name, retry_limit AS "retryLimit" FROM pgboss.job WHERE name = ANY(${[...JOBS]})`;
  await stop();
  expect(new Map(jobs.map(({ name, retryLimit }) => [name, retryLimit]))).toEqual(
    new Map(JOBS.map((job) => [job, 0])),
  );
});
