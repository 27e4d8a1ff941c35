import type { StaffViewer } from "@/lib/auth/staff-viewer";
import { db } from "@/lib/platform/db";
import type { OfficeStoppedAttempts } from "./overview-screens";

/** What the limit on attempts stopped in the last week, the latest first. Older rows are deleted by a job. */
export async function listStoppedAttempts(_: StaffViewer): Promise<OfficeStoppedAttempts[]> {
  const rows = await db().stoppedAttempt.findMany({
    include: { user: { select: { id: true, email: true } } },
    orderBy: { lastAt: "desc" },
    take: 20,
  });
  return rows.map(({ key, window, entryPoint, limit, count, user, lastAt }) => {
    return { key: `${key} ${window.getTime()} ${entryPoint}`, entryPoint, limit, count, user, lastAt };
  });
}
