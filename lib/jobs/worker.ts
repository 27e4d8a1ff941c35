import { randomUUID } from "node:crypto";
import { now } from "@/lib/platform/clock";
import { log, withLogFields } from "@/lib/platform/log";
import type { Job } from "./job";
import { startQueue } from "./queue";
import { recordRun } from "./record-run";

const EVERY_MINUTE = "* * * * *";

/**
 * Runs each job every minute, and when the web process wakes it. Several workers may share a database. Returns the
 * function that stops the worker once the running jobs have finished (10 seconds at most).
 */
export async function startWorker(jobs: readonly Job[]): Promise<() => Promise<void>> {
  const stopping = new AbortController();
  const boss = await startQueue(4, { retentionHours: 1 }, async (queue) => {
    for (const job of jobs) {
      const { name } = job;
      // "short": at most one message waits in a queue, however often the job is woken. No retries: pg-boss takes a run
      // longer than 15 minutes for dead and would start it again beside the one of the next minute.
      await queue.createQueue(name, { name, policy: "short", retryLimit: 0 });
      await queue.work(name, { pollingIntervalSeconds: 1 }, () =>
        withLogFields({ job: name, run: randomUUID() }, () => run(job, stopping.signal)),
      );
      await queue.schedule(name, EVERY_MINUTE);
    }
  });
  return () => {
    stopping.abort();
    return boss.stop({ graceful: true, wait: true, timeout: 10_000 });
  };
}

/** A failed job is not retried by the queue: its rows are still due a minute later. */
async function run(job: Job, signal: AbortSignal): Promise<void> {
  let ranAt: Date | undefined;
  try {
    ranAt = await now();
    const count = await job.run(signal);
    if (count > 0) log.info("job.done", { count });
    await recordRun(job.name, ranAt, { count });
  } catch (error) {
    log.error("job.failed", { error });
    const failure = error instanceof Error ? error.message : "unknown failure";
    // Without the time the database did not answer, and the record would fail as well.
    if (ranAt) await recordRun(job.name, ranAt, { failure }).catch(() => {});
  }
}
