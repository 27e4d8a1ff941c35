import { cardName } from "@/lib/cards/card";
import type { Decline } from "@/lib/payments/decline-rules";
import { declineReasonFor } from "./decline-reason";
import type { EventWords } from "./screens";

/** What an event is about, as far as it is known here. */
export type EventSubject = {
  /** "HC-10042", with its payment's page. */
  payment: { id: string; label: string; decline: Decline | null } | null;
  card: { brand: string | null; last4: string | null; owner: { id: string; name: string } } | null;
};

/** By the event's name: what happened to the payment of an order. */
const OF_PAYMENT: Record<string, string> = {
  "transaction.requested": "is being charged",
  "transaction.pending": "waits for the bank",
  "transaction.authorized": "was authorized",
  "transaction.captured": "was captured",
  "transaction.failed": "was declined",
  "transaction.voided": "was voided",
  "transaction.refunded": "was refunded",
  "transaction.partially-refunded": "was refunded in part",
  "transaction.refund.created": "has a refund",
  "invoice.completed": "was paid",
};

const OF_CARD: Record<string, string> = {
  "customer.token.created": "was added",
  "customer.token.updated": "has changed",
  "customer.token.deleted": "was deleted",
};

/** An event as a sentence for staff. Null for an event about nothing that is known here. */
export function describeEvent(name: string, { payment, card }: EventSubject): EventWords | null {
  if (payment && /^(transaction|invoice)\./.test(name)) {
    const why = name === "transaction.failed" && payment.decline;
    const reason = why ? `: ${declineReasonFor(why)}` : "";
    const sentence = `${payment.label} ${ofPayment(name)}${reason}`;
    return { sentence, href: `/office/payments/${payment.id}` };
  }
  if (card && name.startsWith("customer.token.")) {
    const sentence = `${cardName(card)} of ${card.owner.name} ${OF_CARD[name] ?? "has changed"}`;
    return { sentence, href: `/office/customers/${card.owner.id}` };
  }
  return null;
}

const ofPayment = (name: string) =>
  OF_PAYMENT[name] ?? (/chargeback|dispute|retrieval|fraud/.test(name) ? "has a dispute" : "has changed");
