import { handleTokenEvent } from "@/lib/cards/webhook";
import { handlePaymentEvent } from "@/lib/payments/webhook";
import type { EventHandler } from "./handler";

/** By the first words of the event's name; the last word never matters, since the truth is fetched. */
const HANDLERS: [prefix: string, handler: EventHandler][] = [
  ["customer.token.", handleTokenEvent],
  ["transaction.", handlePaymentEvent],
  ["invoice.", handlePaymentEvent],
];

const ignore: EventHandler = async (event) => ({ done: `${event.name}: nothing to do here` });

export function handlerFor(name: string): EventHandler {
  return HANDLERS.find(([prefix]) => name.startsWith(prefix))?.[1] ?? ignore;
}
