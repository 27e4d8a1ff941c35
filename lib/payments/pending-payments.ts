import { db } from "@/lib/platform/db";
import { HOUR_MS, MINUTE_MS } from "@/lib/platform/durations";
import { env } from "@/lib/platform/env";
import { TAKEN, UNSETTLED } from "./payment-status";

/** Long after any bank's page has closed. */
export const GIVEN_UP_AFTER_MS = HOUR_MS;
/** How long a payment that failed is still watched for an authorization that came too late, to be voided. */
const WATCHED_MS = 24 * HOUR_MS;

/**
 * Payments whose outcome nobody may have told us: not settled and not read in the last minute; failed lately, once an
 * hour; ended with a new card that could not be deleted yet; taken, and its order not marked paid. The oldest reading
 * first; being listed counts as one, or those that cannot be read would keep all others waiting.
 */
export async function takeUnsettledPayments({ at, limit }: { at: Date; limit: number }) {
  const before = (ms: number) => new Date(at.getTime() - ms);
  const notReadFor = (ms: number) => [{ syncedAt: null }, { syncedAt: { lt: before(ms) } }];
  const taken = await db().payment.findMany({
    where: {
      projectId: env().PROCESSOUT_PROJECT_ID,
      startedAt: { lt: before(MINUTE_MS) },
      // What the shop itself charges is looked after by its own job, which never gives up.
      initiation: "cit",
      OR: [
        { state: { in: [...UNSETTLED] }, OR: notReadFor(MINUTE_MS) },
        { state: { in: ["failed", "voided"] }, savesCard: true },
        { state: { in: [...TAKEN] }, order: { state: "open" } },
        {
          state: "failed",
          invoiceId: { not: null },
          startedAt: { gt: before(WATCHED_MS) },
          OR: notReadFor(HOUR_MS),
        },
      ],
    },
    select: { id: true, startedAt: true, order: { select: { userId: true, guestKey: true } } },
    orderBy: { syncedAt: { sort: "asc", nulls: "first" } },
    take: limit,
  });
  await db().payment.updateMany({
    where: { id: { in: taken.map(({ id }) => id) } },
    data: { syncedAt: at },
  });
  return taken;
}

/** Which payment an invoice belongs to, for webhook handlers, or null: other apps may share the project. */
export async function findPaymentOfInvoice(invoiceId: string) {
  return db().payment.findUnique({
    where: { projectId_invoiceId: { projectId: env().PROCESSOUT_PROJECT_ID, invoiceId } },
    select: { id: true, order: { select: { userId: true, guestKey: true } } },
  });
}
