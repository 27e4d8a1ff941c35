import { Pool } from "pg";
import PgBoss from "pg-boss";
import { poolConfig } from "@/lib/platform/db";
import { log } from "@/lib/platform/log";
import type { Job } from "./job";

const slot = globalThis as typeof globalThis & { sender?: Promise<PgBoss> };

/** The connection of the web process, which only sends; the worker keeps the schedules and the queue's tables. */
function sender(): Promise<PgBoss> {
  slot.sender ??= startQueue(2, { supervise: false, schedule: false, migrate: false }).catch((error) => {
    slot.sender = undefined;
    throw error;
  });
  return slot.sender;
}

/**
 * Starts a client of the queue with a pool of its own, and `prepare`s it. The pool closes with the client, also with one
 * that could not start: pg-boss leaves that one's connections open.
 */
export async function startQueue(
  connections: number,
  options: Omit<PgBoss.ConstructorOptions, "db">,
  prepare?: (boss: PgBoss) => Promise<void>,
): Promise<PgBoss> {
  const pool = new Pool(poolConfig(connections));
  const boss = new PgBoss({ ...options, db: { executeSql: (text, values) => pool.query(text, values) } });
  const logError = (error: Error) => log.error("queue.error", { error });
  pool.on("error", logError);
  boss.on("error", logError);
  try {
    await boss.start();
    await prepare?.(boss);
  } catch (error) {
    await boss.stop({ graceful: false }).catch(() => {});
    await pool.end();
    throw error;
  }
  boss.once("stopped", () => pool.end());
  return boss;
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
    log.warn("queue.unreachable", { job: name, error });
  }
}
