import { now } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db";

/** Well under ProcessOut's own limit for the events endpoints, and far above what one shop receives. */
const FETCHES_PER_MINUTE = 300;

/** Takes one fetch from this minute's budget, shared by every web process. False: come back next minute. */
export async function takeFetch(limit = FETCHES_PER_MINUTE): Promise<boolean> {
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

/** Yesterday's counters tell nobody anything. */
export async function forgetOldBudgets() {
  const before = await now();
  before.setUTCHours(before.getUTCHours() - 24);
  await db().webhookBudget.deleteMany({ where: { minute: { lt: before } } });
}
