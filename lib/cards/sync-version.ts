import { inScope } from "@/lib/auth/scope";
import type { Viewer } from "@/lib/auth/viewer";
import { db } from "@/lib/platform/db";

/*
 * Versioned readings. A page, a webhook and a job may read the same token at the same time, and the response that was
 * received first may be written last. Clocks of several processes cannot order them, so a counter on the Customer does:
 *
 * 1. Before it asks ProcessOut, each reading takes the next version.
 * 2. A row keeps the version it was written with (`syncedVersion`; the default card has `defaultVersion`).
 * 3. A write applies only where the row's version is lower. So the reading that started last wins, in whatever order
 *    and however often readings are written.
 *
 * A change at ProcessOut takes a version as well. It orders the change among the readings, and is its idempotency key.
 */

/** The next version of the viewer's Customer. The Customer's row must exist. */
export async function nextSyncVersion(viewer: Viewer): Promise<number> {
  const { syncVersion } = await db().processOutCustomer.update({
    where: { userId_projectId: inScope(viewer) },
    data: { syncVersion: { increment: 1 } },
    select: { syncVersion: true },
  });
  return syncVersion;
}
