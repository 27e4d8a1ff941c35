import { handleTokenEvent } from "@/lib/cards/webhook";
import { handlePaymentEvent } from "@/lib/payments/webhook"; // eject: payments
import type { EventHandlers } from "@/lib/webhooks/handler";

/** Which feature handles which events. Only the start of the name matters: the handlers read the truth themselves. */
export const WEBHOOK_HANDLERS: EventHandlers = [
  ["customer.token.", handleTokenEvent],
  ["transaction.", handlePaymentEvent], // eject: payments
  ["invoice.", handlePaymentEvent], // eject: payments
];
