import type { ProcessOutEvent } from "@/lib/processout";

/**
 * What became of an event, as a sentence for the back office. `done`: applied, or nothing to do. `deferred`: about
 * something that is not known here yet; the event is processed again later.
 */
export type Handled = { done: string } | { deferred: string };

/**
 * Applies an event. Deliveries are unsigned and carry only an id, so a handler reads the truth from ProcessOut and
 * writes that; it must be safe to call any number of times.
 */
export type EventHandler = (event: ProcessOutEvent) => Promise<Handled>;

/** Handlers by the start of an event's name, as `transaction.`. Events that match none are recorded as done. */
export type EventHandlers = readonly (readonly [prefix: string, handler: EventHandler])[];
