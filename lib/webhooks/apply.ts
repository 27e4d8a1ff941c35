import { log } from "@/lib/platform/log";
import { processout } from "@/lib/platform/processout";
import { NotFoundError } from "@/lib/processout";
import { takeFetch } from "./budget";
import type { Delivery } from "./delivery";
import type { EventHandler, EventHandlers } from "./handler";
import { findEntry, forget, keepWaiting, markDone, record } from "./ledger";
import { subjectsOf } from "./subject";

/**
 * `done`: applied, now or by an earlier delivery. `parked`: about something not known here yet; we look again
 * ourselves. `unknown`: ProcessOut has no such event. `busy`: this minute's budget is used up. `failed`: our fault.
 */
export type Outcome = "done" | "parked" | "unknown" | "busy" | "failed";

/** What a delivery leads to: written down, fetched, applied, marked. Safe to repeat at any point. */
export async function receive(handlers: EventHandlers, delivery: Delivery): Promise<Outcome> {
  const known = await findEntry(delivery.eventId);
  if (known?.state === "done") return "done";
  // Before the row is written, so that forged ids cannot fill the ledger either. ProcessOut sends again.
  if (!(await takeFetch())) return "busy";
  await record(delivery);
  return apply(handlers, delivery.eventId);
}

/** Looks again at an event already in the ledger: a waiting one that is due, or one the back office replays. */
export async function replay(handlers: EventHandlers, eventId: string): Promise<Outcome> {
  if (!(await takeFetch())) return "busy";
  return apply(handlers, eventId);
}

async function apply(handlers: EventHandlers, eventId: string): Promise<Outcome> {
  let fetched: { name: string; subjects: string[] } | undefined;
  try {
    const event = await fetchEvent(eventId);
    if (!event) {
      await forget(eventId);
      return "unknown";
    }
    fetched = { name: event.name, subjects: subjectsOf(event) };
    const result = await handlerOf(handlers, event.name)(event);
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

const ignore: EventHandler = async (event) => ({ done: `${event.name}: nothing to do here` });

function handlerOf(handlers: EventHandlers, name: string): EventHandler {
  return handlers.find(([prefix]) => name.startsWith(prefix))?.[1] ?? ignore;
}

async function fetchEvent(eventId: string) {
  try {
    return await processout().events.find(eventId);
  } catch (error) {
    if (error instanceof NotFoundError) return null;
    throw error;
  }
}
