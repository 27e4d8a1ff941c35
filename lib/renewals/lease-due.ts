import { db } from "@/lib/platform/db";
import { MINUTE_MS } from "@/lib/platform/durations";
import { env } from "@/lib/platform/env";
import { loadSubscriptions, type SubscriptionRow } from "@/lib/subscriptions/queries";

/** Many times as long as a charge takes. What a worker had leased when it died is due again after this time. */
export const LEASE_MS = 5 * MINUTE_MS;

/**
 * Leases up to `limit` due subscriptions, the longest due first, by moving `processAfter`. One short statement, so no
 * lock is held during a call to ProcessOut; `SKIP LOCKED` skips rows that another worker is leasing. The lease only
 * saves work and is not needed for correctness: two workers that process the same subscription share its order, its
 * payment and its invoice, and an invoice is captured once.
 */
export async function leaseDue({ at, limit }: { at: Date; limit: number }): Promise<SubscriptionRow[]> {
  const leasedUntil = new Date(at.getTime() + LEASE_MS);
  const leased = await db().$queryRaw<{ id: string }[]>`
    UPDATE "Subscription" SET "processAfter" = ${leasedUntil}
    WHERE "id" IN (
      SELECT "id" FROM "Subscription"
      WHERE "projectId" = ${env().PROCESSOUT_PROJECT_ID} AND "processAfter" <= ${at}
      ORDER BY "processAfter" LIMIT ${limit} FOR UPDATE SKIP LOCKED
    )
    RETURNING "id"`;
  return leased.length > 0 ? loadSubscriptions(leased.map(({ id }) => id)) : [];
}
