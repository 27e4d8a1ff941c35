import { now } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db";
import { HOUR_MS, MINUTE_MS } from "@/lib/platform/durations";
import { env } from "@/lib/platform/env";
import type { WebhookEvent } from "@/prisma/generated/client";
import type { Delivery } from "./delivery";

/**
 * The table of received events, keyed by ProcessOut's event id. An event is recorded before it is processed, so a
 * repeated delivery is recognised, and a crash in between is repaired by the worker.
 */

/** ProcessOut retries a delivery for 72 hours; an event is retried here for as long. */
const RETRIED_FOR = 72 * HOUR_MS;

/** How long until an event is processed again after `attempts`: 1, 2, 4 … minutes, at most 6 hours. */
const waitAfter = (attempts: number) => Math.min(MINUTE_MS * 2 ** attempts, 6 * HOUR_MS);

export async function recordDelivery({ eventId, name }: Delivery): Promise<void> {
  const receivedAt = await now();
  const dueAt = new Date(receivedAt.getTime() + waitAfter(0));
  await db().webhookEvent.createMany({
    data: [{ id: eventId, name, projectId: env().PROCESSOUT_PROJECT_ID, receivedAt, dueAt }],
    skipDuplicates: true,
  });
}

export const findEntry = (eventId: string): Promise<WebhookEvent | null> =>
  db().webhookEvent.findUnique({ where: { id: eventId } });

/** For an event that ProcessOut does not know: the delivery was forged. */
export async function deleteEntry(eventId: string): Promise<void> {
  await db().webhookEvent.deleteMany({ where: { id: eventId } });
}

/** What processing a fetched event led to, and the ProcessOut ids that the event names. */
type Processed = { name: string; note: string; subjects: string[] };

export async function markDone(eventId: string, processed: Processed): Promise<void> {
  await db().webhookEvent.updateMany({
    where: { id: eventId },
    data: { ...processed, state: "done", dueAt: null, doneAt: await now(), attempts: { increment: 1 } },
  });
}

/** Schedules another attempt, or gives the event up 72 hours after it was received. Leaves a processed event alone. */
export async function scheduleRetry(
  eventId: string,
  state: "received" | "deferred",
  processed: { note: string } & Partial<Processed>,
): Promise<void> {
  const current = await findEntry(eventId);
  if (!current) return;
  const at = await now();
  const hasExpired = at.getTime() - current.receivedAt.getTime() >= RETRIED_FOR;
  await db().webhookEvent.updateMany({
    where: { id: eventId, state: { not: "done" } },
    data: {
      ...processed,
      state: hasExpired ? "expired" : state,
      attempts: { increment: 1 },
      dueAt: hasExpired ? null : new Date(at.getTime() + waitAfter(current.attempts)),
    },
  });
}

/** The ids of the events whose next attempt is due, the longest due first. */
export async function listDueEvents(limit: number): Promise<string[]> {
  const due = await db().webhookEvent.findMany({
    where: { state: { in: ["received", "deferred"] }, dueAt: { lte: await now() } },
    orderBy: { dueAt: "asc" },
    take: limit,
    select: { id: true },
  });
  return due.map(({ id }) => id);
}
