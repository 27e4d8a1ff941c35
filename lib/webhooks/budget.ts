import { now } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db";
import { env } from "@/lib/platform/env";

/** Events of charges, which a busy worker causes by the thousand. */
const OF_CHARGES = /^(invoice|transaction)\.(requested|authorized|captured|failed|completed|pending)$/;
/** The share of the budget that they may use up. The rest is for cards, refunds and disputes. */
const SHARE_OF_CHARGES = 0.75;

/**
 * Counts one fetch of an event in this minute's budget, which all web processes share: forged ids cost a request to
 * ProcessOut each. False when the budget is used up. `name` is the delivery's, which decides nothing else.
 */
export async function reserveFetch(
  name: string,
  budget = env().WEBHOOK_FETCHES_PER_MINUTE,
): Promise<boolean> {
  const minute = await now();
  minute.setUTCSeconds(0, 0);
  const limit = OF_CHARGES.test(name) ? Math.floor(budget * SHARE_OF_CHARGES) : budget;
  await db().webhookBudget.createMany({ data: [{ minute, fetches: 0 }], skipDuplicates: true });
  const { count } = await db().webhookBudget.updateMany({
    where: { minute, fetches: { lt: limit } },
    data: { fetches: { increment: 1 } },
  });
  return count === 1;
}

/** Deletes the counters of minutes more than a day ago. */
export async function deleteOldBudgets() {
  const before = await now();
  before.setUTCHours(before.getUTCHours() - 24);
  await db().webhookBudget.deleteMany({ where: { minute: { lt: before } } });
}
