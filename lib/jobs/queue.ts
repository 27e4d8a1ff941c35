import PgBoss from "pg-boss";
import { env } from "@/lib/platform/env";
import { log } from "@/lib/platform/log";

/**
 * The queue only wakes the worker. What is due is decided by rows and `lib/platform/clock.ts`, never by the queue's dates,
 * so a lost or doubled job costs nothing and the demo may move the clock.
 */
export const JOBS = [
  "settle-cards",
  "settle-payments",
  "sweep-cards",
  "sweep-carts",
  "charge-due",
  "settle-refunds",
  "remind-expiring-cards",
  "look-again-at-webhooks",
  "send-mails",
] as const;
export type JobName = (typeof JOBS)[number];

const slot = globalThis as typeof globalThis & { sender?: Promise<PgBoss> };

/** For the web process: sends, and leaves schedules and upkeep to the worker. */
function sender(): Promise<PgBoss> {
  slot.sender ??= (async () => {
    const boss = new PgBoss({
      connectionString: env().DATABASE_URL,
      max: 2,
      supervise: false,
      schedule: false,
      migrate: false,
    });
    boss.on("error", (error) => log.error("queue.error", { error }));
    await boss.start();
    return boss;
  })();
  return slot.sender;
}

/** Wakes a job soon. Never fails its caller: the worker looks by itself every minute. */
export async function wake(job: JobName) {
  try {
    const boss = await sender();
    await boss.send(job, {}, { singletonKey: job });
  } catch (error) {
    slot.sender = undefined;
    log.warn("queue.unreachable", { job, error });
  }
}
