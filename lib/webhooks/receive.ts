import { log } from "@/lib/platform/log";
import { processout } from "@/lib/platform/processout";
import { NotFoundError, type ProcessOutEvent } from "@/lib/processout";
import { reserveFetch } from "./budget";
import type { Delivery } from "./delivery";
import type { EventHandler, EventHandlers } from "./handler";
import { deleteEntry, findEntry, markDone, recordDelivery, scheduleRetry } from "./ledger";
import { subjectsOf } from "./subject";

/**
 * `done`: processed, now or by an earlier delivery. `deferred`: about something not known here yet; retried by the
 * worker. `unknown`: ProcessOut has no such event. `busy`: this minute's budget is used up. `failed`: our fault.
 */
export type DeliveryResult = "done" | "deferred" | "unknown" | "busy" | "failed";

/** Processes a delivery: records it, reads the event from ProcessOut, calls the handler. Safe to repeat at any point. */
export async function receive(handlers: EventHandlers, delivery: Delivery): Promise<DeliveryResult> {
  const known = await findEntry(delivery.eventId);
  if (known?.state === "done") return "done";
  // Before the row is written, so that forged ids cannot fill the table. ProcessOut sends the event again.
  if (!(await reserveFetch(delivery.name))) return "busy";
  await recordDelivery(delivery);
  return processEvent(handlers, delivery.eventId);
}

/** Processes a recorded event again: a deferred one that is due, or one that staff replay. */
export async function replay(handlers: EventHandlers, eventId: string): Promise<DeliveryResult> {
  const known = await findEntry(eventId);
  if (!(await reserveFetch(known?.name ?? "unknown"))) return "busy";
  return processEvent(handlers, eventId);
}

async function processEvent(handlers: EventHandlers, eventId: string): Promise<DeliveryResult> {
  let fetched: { name: string; subjects: string[] } | undefined;
  try {
    const event = await fetchEvent(eventId);
    if (!event) {
      await deleteEntry(eventId);
      return "unknown";
    }
    fetched = { name: event.name, subjects: subjectsOf(event) };
    const result = await handlerOf(handlers, event)(event);
    if ("deferred" in result) {
      await scheduleRetry(eventId, "deferred", { ...fetched, note: result.deferred });
      return "deferred";
    }
    await markDone(eventId, { ...fetched, note: result.done });
    return "done";
  } catch (error) {
    log.error("webhook.failed", { eventId, error });
    const note = error instanceof Error ? error.message : "unknown failure";
    await scheduleRetry(eventId, "received", { ...fetched, note });
    return "failed";
  }
}

const ignore: EventHandler = async () => ({ done: "Nothing to do here" });

const handlerOf = (handlers: EventHandlers, { name }: ProcessOutEvent): EventHandler =>
  handlers.find(([prefix]) => name.startsWith(prefix))?.[1] ?? ignore;

async function fetchEvent(eventId: string): Promise<ProcessOutEvent | null> {
  try {
    return await processout().events.find(eventId);
  } catch (error) {
    if (error instanceof NotFoundError) return null;
    throw error;
  }
}
