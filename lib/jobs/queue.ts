import PgBoss from "pg-boss";
import { poolConfig } from "@/lib/platform/db";
import { log } from "@/lib/platform/log";
import type { Job } from "./job";

const slot = globalThis as typeof globalThis & { sender?: Promise<PgBoss> };

/** The connection of the web process, which only sends; the worker keeps the schedules and the queue's tables. */
function sender(): Promise<PgBoss> {
  slot.sender ??= (async () => {
    const boss = new PgBoss({
      ...poolConfig(2),
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

/**
 * Asks the worker to run a job soon. Never throws: the worker runs every job once a minute anyway. The queue carries no
 * data: rows and the business clock decide what is due, so a lost or duplicated message changes nothing.
 */
export async function wake({ name }: Pick<Job, "name">): Promise<void> {
  try {
    const boss = await sender();
    await boss.send(name, {}, { singletonKey: name });
  } catch (error) {
    slot.sender = undefined;
    log.warn("queue.unreachable", { job: name, error });
  }
}
