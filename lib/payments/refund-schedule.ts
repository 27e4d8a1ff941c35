import { DAY_MS, MINUTE_MS } from "@/lib/platform/durations";

/** Longer than all calls of one look together, each of which is given up after 30 seconds. */
const LEASE_MS = 5 * MINUTE_MS;

/** Banks send a refund back within weeks: an account that was closed, a card that takes none. */
const WATCHED_MS = 30 * DAY_MS;

/** The code of a refund that went through and failed afterwards. */
export const REFUND_FAILED_LATER = "refund.failed-later";

/** Until when nobody else looks at a refund that was taken. An answer that was lost may still be on its way, too. */
export const leaseFrom = (at: Date) => new Date(at.getTime() + LEASE_MS);

/** When a refund that went through is looked at next, should no event come: daily, for 30 days. Null: never. */
export function nextLook({ askedAt, at }: { askedAt: Date; at: Date }): Date | null {
  const next = at.getTime() + DAY_MS;
  return next - askedAt.getTime() > WATCHED_MS ? null : new Date(next);
}
