import type { StaffViewer } from "@/lib/auth/staff-viewer";
import { PENDING_STATES } from "@/lib/payments/payment-status";
import { now } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db";
import { DAY_MS } from "@/lib/platform/durations";
import { env } from "@/lib/platform/env";
import { money } from "@/lib/platform/money";
import type { JobWords, OfficeJob, Overview } from "./overview-screens";

export async function getOverview(_: StaffViewer): Promise<Overview> {
  const { PROCESSOUT_PROJECT_ID: projectId } = env();
  const since = new Date((await now()).getTime() - DAY_MS);
  const sums = await db().payment.groupBy({
    by: ["currency"],
    where: { projectId, capturedAt: { gte: since } },
    _sum: { amount: true, refundedAmount: true },
    orderBy: { currency: "asc" },
  });
  return {
    captured: sums.map(({ currency, _sum }) =>
      money((_sum.amount ?? 0) - (_sum.refundedAmount ?? 0), currency),
    ),
    pendingPayments: await db().payment.count({ where: { projectId, state: { in: [...PENDING_STATES] } } }),
    declinedToday: await db().payment.count({
      where: { projectId, state: "failed", startedAt: { gte: since } },
    }),
  };
}

/** The last run of each job. A job that has never run is listed too. */
export async function listJobs(_: StaffViewer, jobs: readonly JobWords[]): Promise<OfficeJob[]> {
  const runs = await db().jobRun.findMany();
  const never = { ranAt: null, workedAt: null, workCount: 0, failedAt: null, failure: null };
  return jobs.map(({ name: job, title }) => {
    return { title, ...(runs.find((run) => run.job === job) ?? { job, ...never }) };
  });
}
