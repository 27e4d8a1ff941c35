import { now } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db";
import { HOUR_MS, MINUTE_MS } from "@/lib/platform/durations";
import { env } from "@/lib/platform/env";
import type { Delivery } from "./delivery";

/**
 * Every delivery is written down before anything is done about it, under ProcessOut's own event id. That makes a
 * repeat visible, a crash repairable, and a missed event replayable.
 */

/** ProcessOut stops sending within 72 hours; so do we stop waiting. */
const PARKED_FOR = 72 * HOUR_MS;

/** How long until the nth look at a waiting event: 1, 2, 4 … minutes, at most 6 hours. */
export const waitBefore = (attempts: number) => Math.min(MINUTE_MS * 2 ** attempts, 6 * HOUR_MS);

export type LedgerEntry = {
  id: string;
  name: string;
  state: "received" | "parked" | "done" | "expired";
  note: string | null;
  attempts: number;
  receivedAt: Date;
  dueAt: Date | null;
  doneAt: Date | null;
};

const entry = {
  id: true,
  name: true,
  state: true,
  note: true,
  attempts: true,
  receivedAt: true,
  dueAt: true,
  doneAt: true,
} as const;

/** Writes a delivery down, once. The entry says whether it was already applied. */
export async function record({ eventId, name }: Delivery): Promise<LedgerEntry> {
  const receivedAt = await now();
  const dueAt = new Date(receivedAt.getTime() + waitBefore(0));
  return db().webhookEvent.upsert({
    where: { id: eventId },
    create: { id: eventId, name, projectId: env().PROCESSOUT_PROJECT_ID, receivedAt, dueAt },
    update: {},
    select: entry,
  });
}

export async function findEntry(eventId: string): Promise<LedgerEntry | null> {
  return db().webhookEvent.findUnique({ where: { id: eventId }, select: entry });
}

/** ProcessOut knows no such event: whoever sent it was not ProcessOut. */
export async function forget(eventId: string) {
  await db().webhookEvent.deleteMany({ where: { id: eventId } });
}

/** What came of an event that was fetched, with the ids it names. */
type Fetched = { name: string; note: string; subjects: string[] };

export async function markDone(eventId: string, fetched: Fetched) {
  await db().webhookEvent.updateMany({
    where: { id: eventId },
    data: { ...fetched, state: "done", dueAt: null, doneAt: await now(), attempts: { increment: 1 } },
  });
}

/** Keeps the event for another look; one that has waited for 72 hours is given up. */
export async function keepWaiting(
  eventId: string,
  state: "received" | "parked",
  told: { note: string } & Partial<Fetched>,
) {
  const current = await findEntry(eventId);
  if (!current) return;
  const at = await now();
  const hasExpired = at.getTime() - current.receivedAt.getTime() >= PARKED_FOR;
  await db().webhookEvent.updateMany({
    where: { id: eventId, state: { not: "done" } },
    data: {
      ...told,
      state: hasExpired ? "expired" : state,
      attempts: { increment: 1 },
      dueAt: hasExpired ? null : new Date(at.getTime() + waitBefore(current.attempts)),
    },
  });
}

/** The events whose next look is due, oldest first. */
export async function listDue(limit: number): Promise<string[]> {
  const due = await db().webhookEvent.findMany({
    where: { state: { in: ["received", "parked"] }, dueAt: { lte: await now() } },
    orderBy: { dueAt: "asc" },
    take: limit,
    select: { id: true },
  });
  return due.map(({ id }) => id);
}
