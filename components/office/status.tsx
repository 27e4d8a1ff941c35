import { Badge, type Tone } from "@/components/ui/badge";
import type { OfficeEvent } from "@/lib/office/screens";
import type { PaymentStatus } from "@/lib/payments/payment-status";
import type { SubscriptionStatus } from "@/lib/subscriptions/subscription-status";

type Look = { tone: Tone; label: string };

const PAYMENT: Record<PaymentStatus, Look> = {
  created: { tone: "neutral", label: "Created" },
  authorizing: { tone: "info", label: "At the bank" },
  authorized: { tone: "warning", label: "Authorized" },
  captured: { tone: "good", label: "Captured" },
  failed: { tone: "bad", label: "Failed" },
  voided: { tone: "neutral", label: "Voided" },
  partially_refunded: { tone: "info", label: "Refunded in part" },
  refunded: { tone: "neutral", label: "Refunded" },
};

const SUBSCRIPTION: Record<SubscriptionStatus, Look> = {
  starting: { tone: "neutral", label: "Starting" },
  active: { tone: "good", label: "Active" },
  retrying: { tone: "warning", label: "Trying again" },
  needs_authentication: { tone: "warning", label: "Waits for the shopper" },
  needs_card: { tone: "bad", label: "Needs a card" },
  paused: { tone: "neutral", label: "Paused" },
  canceled: { tone: "neutral", label: "Canceled" },
  completed: { tone: "info", label: "Paid off" },
};

const EVENT: Record<OfficeEvent["state"], Look> = {
  received: { tone: "warning", label: "Not applied yet" },
  parked: { tone: "warning", label: "Parked" },
  done: { tone: "good", label: "Done" },
  expired: { tone: "bad", label: "Expired" },
};

const choicesOf = (looks: Record<string, Look>) =>
  Object.entries(looks).map(([value, { label }]) => ({ value, label }));

export const paymentChoices = choicesOf(PAYMENT);
export const subscriptionChoices = choicesOf(SUBSCRIPTION);
export const eventChoices = choicesOf(EVENT);

const draw = ({ tone, label }: Look) => <Badge tone={tone}>{label}</Badge>;

export const PaymentStanding = ({ status }: { status: PaymentStatus }) => draw(PAYMENT[status]);
export const SubscriptionStanding = ({ status }: { status: SubscriptionStatus }) =>
  draw(SUBSCRIPTION[status]);
export const EventStanding = ({ state }: { state: OfficeEvent["state"] }) => draw(EVENT[state]);
