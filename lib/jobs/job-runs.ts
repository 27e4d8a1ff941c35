import { now } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db";

/** Keeps how a job fared, for the back office: that it ran, what it last did, why it last failed. */
export async function noteRun(job: string, outcome: { count: number } | { failure: string }): Promise<void> {
  const at = await now();
  const failed = "failure" in outcome;
  const told = failed
    ? { failedAt: at, failure: outcome.failure.slice(0, 500) }
    : outcome.count > 0 && { workedAt: at, workCount: outcome.count };
  const run = { ranAt: at, ...told };
  await db().jobRun.upsert({ where: { job }, create: { job, ...run }, update: run });
}
