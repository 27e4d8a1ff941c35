import type { StaffViewer } from "@/lib/auth/staff-viewer";
import { db } from "@/lib/platform/db";
import type { OfficeHeldAttempts } from "./screens";

/** What the limit on attempts stopped in the last week, the latest first. Older rows are deleted by a job. */
export async function listHeldAttempts(_: StaffViewer): Promise<OfficeHeldAttempts[]> {
  const rows = await db().heldAttempt.findMany({
    include: { user: { select: { id: true, email: true } } },
    orderBy: { lastAt: "desc" },
    take: 20,
  });
  return rows.map(({ key, window, door, limit, count, user, lastAt }) => {
    return { key: `${key} ${window.getTime()} ${door}`, door, limit, count, user, lastAt };
  });
}
