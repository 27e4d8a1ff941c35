import type { StaffViewer } from "@/lib/auth/staff-viewer";
import { UNSETTLED } from "@/lib/payments/payment-status";
import { now } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db";
import { DAY_MS } from "@/lib/platform/durations";
import { env } from "@/lib/platform/env";
import { type Money, money } from "@/lib/platform/money";
import type { OfficeJob } from "./screens";

export type Overview = {
  /** Captured in the last 24 hours, one sum a currency, refunds taken off. */
  takings: Money[];
  /** Payments whose outcome is not known yet. */
  unsettled: number;
  declinedToday: number;
};

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
    takings: sums.map(({ currency, _sum }) =>
      money((_sum.amount ?? 0) - (_sum.refundedAmount ?? 0), currency),
    ),
    unsettled: await db().payment.count({ where: { projectId, state: { in: [...UNSETTLED] } } }),
    declinedToday: await db().payment.count({
      where: { projectId, state: "failed", startedAt: { gte: since } },
    }),
  };
}

/** How each of these jobs fared lately; one that has never run is there as well. */
export async function listJobs(_: StaffViewer, jobs: readonly string[]): Promise<OfficeJob[]> {
  const runs = await db().jobRun.findMany();
  const never = { ranAt: null, workedAt: null, workCount: 0, failedAt: null, failure: null };
  return jobs.map((job) => runs.find((run) => run.job === job) ?? { job, ...never });
}
