import { db } from "@/lib/platform/db";
import { MINUTE_MS } from "@/lib/platform/durations";
import { env } from "@/lib/platform/env";
import { loadSubscriptions, type SubscriptionRow } from "@/lib/subscriptions/queries";

/** A worker that dies keeps what it had in hand for this long. Many times as long as a charge takes. */
export const LEASE_MS = 5 * MINUTE_MS;

/**
 * Takes up to `limit` subscriptions that are due, the longest due first. One short statement: rows another worker is
 * taking at this moment are passed over, and taken ones are put off by the lease, so no lock is held while
 * ProcessOut is called. The lease only spares work: should two workers have the same one in hand, they share its
 * order, its payment and its invoice, and an invoice is charged once.
 */
export async function claimDue({ at, limit }: { at: Date; limit: number }): Promise<SubscriptionRow[]> {
  const leasedUntil = new Date(at.getTime() + LEASE_MS);
  const claimed = await db().$queryRaw<{ id: string }[]>`
    UPDATE "Subscription" SET "wakeAt" = ${leasedUntil}
    WHERE "id" IN (
      SELECT "id" FROM "Subscription"
      WHERE "projectId" = ${env().PROCESSOUT_PROJECT_ID} AND "wakeAt" <= ${at}
      ORDER BY "wakeAt" LIMIT ${limit} FOR UPDATE SKIP LOCKED
    )
    RETURNING "id"`;
  return claimed.length > 0 ? loadSubscriptions(claimed.map(({ id }) => id)) : [];
}
