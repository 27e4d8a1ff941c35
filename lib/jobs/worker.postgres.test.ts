import { expect, test } from "vitest";
import { JOBS } from "@/app/jobs";
import { db } from "@/lib/platform/db";
import { withTestStack } from "@/tests/support/stack";
import { wake } from "./queue";
import { startWorker } from "./worker";

withTestStack();

test("every job has a queue of its own name that never retries a message", async () => {
  const stop = await startWorker(JOBS);
  await Promise.all(JOBS.map(wake));
  const names = JOBS.map(({ name }) => name);
  const sent = await db().$queryRaw<{ name: string; retryLimit: number }[]>`
    SELECT DISTINCT name, retry_limit AS "retryLimit" FROM pgboss.job WHERE name = ANY(${names})`;
  await stop();
  expect(new Map(sent.map(({ name, retryLimit }) => [name, retryLimit]))).toEqual(
    new Map(names.map((name) => [name, 0])),
  );
  expect(new Set(names).size).toBe(names.length);
});
