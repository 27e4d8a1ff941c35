import { log } from "@/lib/platform/log";
import { processout } from "@/lib/platform/processout";
import { NotFoundError } from "@/lib/processout";
import { takeFetch } from "./budget";
import type { Delivery } from "./delivery";
import { handlerFor } from "./handlers";
import { findEntry, forget, keepWaiting, markDone, record } from "./ledger";
import { subjectsOf } from "./subject";

/**
 * `done`: applied, now or by an earlier delivery. `parked`: about something not known here yet; we look again
 * ourselves. `unknown`: ProcessOut has no such event. `busy`: this minute's budget is used up. `failed`: our fault.
 */
export type Outcome = "done" | "parked" | "unknown" | "busy" | "failed";

/** What a delivery leads to: written down, fetched, applied, marked. Safe to repeat at any point. */
export async function receive(delivery: Delivery): Promise<Outcome> {
  const known = await findEntry(delivery.eventId);
  if (known?.state === "done") return "done";
  // Before the row is written, so that forged ids cannot fill the ledger either. ProcessOut sends again.
  if (!(await takeFetch())) return "busy";
  await record(delivery);
  return apply(delivery.eventId);
}

/** Looks again at an event already in the ledger: a waiting one that is due, or one the back office replays. */
export async function replay(eventId: string): Promise<Outcome> {
  if (!(await takeFetch())) return "busy";
  return apply(eventId);
}

async function apply(eventId: string): Promise<Outcome> {
  let fetched: { name: string; subjects: string[] } | undefined;
  try {
    const event = await fetchEvent(eventId);
    if (!event) {
      await forget(eventId);
      return "unknown";
    }
    fetched = { name: event.name, subjects: subjectsOf(event) };
    const result = await handlerFor(event.name)(event);
    if ("parked" in result) {
      await keepWaiting(eventId, "parked", { ...fetched, note: result.parked });
      return "parked";
    }
    await markDone(eventId, { ...fetched, note: result.done });
    return "done";
  } catch (error) {
    log.error("webhook.failed", { eventId, error });
    const note = error instanceof Error ? error.message : "unknown failure";
    await keepWaiting(eventId, "received", { ...fetched, note });
    return "failed";
  }
}

async function fetchEvent(eventId: string) {
  try {
    return await processout().events.find(eventId);
  } catch (error) {
    if (error instanceof NotFoundError) return null;
    throw error;
  }
}
