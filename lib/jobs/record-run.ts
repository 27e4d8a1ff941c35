import { now } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db";

/** Records a run of a job for the back office: when it began, when it last handled rows, why it last failed. */
export async function recordRun(
  job: string,
  ranAt: Date,
  outcome: { count: number } | { failure: string },
): Promise<void> {
  const at = await now();
  const details =
    "failure" in outcome
      ? { failedAt: at, failure: outcome.failure.slice(0, 500) }
      : outcome.count > 0 && { workedAt: at, workCount: outcome.count };
  const run = { ranAt, ...details };
  await db().jobRun.upsert({ where: { job }, create: { job, ...run }, update: run });
}
