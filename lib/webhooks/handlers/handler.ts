import type { ProcessOutEvent } from "@/lib/processout";

/** What came of an event, as a sentence for the ledger: applied, or to be looked at again later. */
export type Handled = { done: string } | { parked: string };
export type EventHandler = (event: ProcessOutEvent) => Promise<Handled>;
