import { createHash } from "node:crypto";
import { now } from "./clock";
import { db } from "./db";
import { DAY_MS } from "./durations";

export type Limit = { limit: number; windowMs: number };

/**
 * Counts one use of `key` and returns whether it is within the limit, over all processes. Counted before the act that is
 * limited, so that parallel requests do not slip through. The key is stored as a hash.
 */
export async function reserve(key: string, { limit, windowMs }: Limit): Promise<boolean> {
  const window = new Date(Math.floor((await now()).getTime() / windowMs) * windowMs);
  const id = { key: createHash("sha256").update(key).digest("base64url"), window };
  const { count } = await db().rateCount.upsert({
    where: { key_window: id },
    create: { ...id, count: 1 },
    update: { count: { increment: 1 } },
    select: { count: true },
  });
  return count <= limit;
}

/** Deletes the counters of windows that began more than a day ago, the longest that a limit has. */
export async function deleteOldCounts(): Promise<void> {
  const before = new Date((await now()).getTime() - DAY_MS);
  await db().rateCount.deleteMany({ where: { window: { lt: before } } });
}
