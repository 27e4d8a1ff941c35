import { createHash } from "node:crypto";
import { now } from "./clock";
import { db } from "./db";
import { DAY_MS } from "./durations";

export type Limit = { limit: number; windowMs: number };

/** The row that counts the uses of `key` in the window around `at`. The key is stored as a hash. */
export function counterOf(key: string, windowMs: number, at: Date): { key: string; window: Date } {
  const window = new Date(Math.floor(at.getTime() / windowMs) * windowMs);
  return { key: createHash("sha256").update(key).digest("base64url"), window };
}

/**
 * Counts one use of `key` and returns whether it is within the limit, over all processes. Counted before the act that is
 * limited, so that parallel requests do not slip through.
 */
export async function reserve(key: string, { limit, windowMs }: Limit): Promise<boolean> {
  const counter = counterOf(key, windowMs, await now());
  const { count } = await db().rateCount.upsert({
    where: { key_window: counter },
    create: { ...counter, count: 1 },
    update: { count: { increment: 1 } },
    select: { count: true },
  });
  return count <= limit;
}

// eject:start payments
/** Takes back one use of each key that was counted at `at`. */
export async function giveBack(keys: string[], windowMs: number, at: Date): Promise<void> {
  await db().rateCount.updateMany({
    where: { OR: keys.map((key) => counterOf(key, windowMs, at)), count: { gt: 0 } },
    data: { count: { decrement: 1 } },
  });
}
// eject:end payments

/** Deletes the counters of windows that began more than a day ago, the longest that a limit has. */
export async function deleteOldCounts(): Promise<void> {
  const before = new Date((await now()).getTime() - DAY_MS);
  await db().rateCount.deleteMany({ where: { window: { lt: before } } });
}
