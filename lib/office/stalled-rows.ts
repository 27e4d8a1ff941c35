import type { StaffViewer } from "@/lib/auth/staff-viewer";
import { now } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db";
import { recordAction } from "./audit";
import type { OfficeStalledRow } from "./overview-screens";

/** One failure may be a lost connection. */
const SHOWN_FROM_FAILURES = 3;

/** Not tried any more unless staff ask for it. */
export const isStopped = { failures: { gte: SHOWN_FROM_FAILURES }, retryAt: null };

/** What jobs could not process several times in a row, those first that are not tried any more. */
export async function listStalledRows(_: StaffViewer): Promise<OfficeStalledRow[]> {
  return db().stalledRow.findMany({
    where: {
      OR: [isStopped, { failures: { gte: SHOWN_FROM_FAILURES }, retryAt: { gt: await now() } }],
    },
    orderBy: [{ retryAt: { sort: "desc", nulls: "first" } }, { failedAt: "desc" }],
    take: 20,
  });
}

/** Makes a job try a row again in its next run. */
export async function retryStalledRow(
  staff: StaffViewer,
  { job, rowId }: { job: string; rowId: string },
): Promise<void> {
  const at = await now();
  await db().$transaction(async (tx) => {
    const { count } = await tx.stalledRow.deleteMany({ where: { job, rowId } });
    if (count === 0) return;
    if (job === "charge-due")
      await tx.subscription.updateMany({
        where: { id: rowId, processAfter: { not: null } },
        data: { processAfter: at },
      });
    await recordAction(staff, { action: "retry", subject: rowId, detail: job, at }, tx);
  });
}
