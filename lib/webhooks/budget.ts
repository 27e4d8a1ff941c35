import { now } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db";

/** Far above what one shop receives, and well below ProcessOut's rate limit for the events endpoints. */
const FETCHES_PER_MINUTE = 300;

/**
 * Counts one fetch of an event in this minute's budget, which all web processes share: forged ids cost a request to
 * ProcessOut each. False when the budget is used up.
 */
export async function reserveFetch(limit = FETCHES_PER_MINUTE): Promise<boolean> {
  const minute = await now();
  minute.setUTCSeconds(0, 0);
  const { fetches } = await db().webhookBudget.upsert({
    where: { minute },
    create: { minute, fetches: 1 },
    update: { fetches: { increment: 1 } },
    select: { fetches: true },
  });
  return fetches <= limit;
}

/** Deletes the counters of minutes more than a day ago. */
export async function deleteOldBudgets() {
  const before = await now();
  before.setUTCHours(before.getUTCHours() - 24);
  await db().webhookBudget.deleteMany({ where: { minute: { lt: before } } });
}
