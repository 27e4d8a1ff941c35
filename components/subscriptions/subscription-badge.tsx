import { Badge, type Tone } from "@/components/ui/badge";
import type { SubscriptionStatus } from "@/lib/subscriptions/subscription-status";

const LOOKS: Record<SubscriptionStatus, { tone: Tone; label: string }> = {
  starting: { tone: "info", label: "Starting" },
  active: { tone: "good", label: "Active" },
  retrying: { tone: "warning", label: "Retrying payment" },
  needs_authentication: { tone: "warning", label: "Action needed" },
  needs_card: { tone: "bad", label: "Needs a card" },
  paused: { tone: "neutral", label: "Paused" },
  canceled: { tone: "neutral", label: "Canceled" },
  completed: { tone: "good", label: "Paid in full" },
};

export const SubscriptionBadge = ({ status }: { status: SubscriptionStatus }) => (
  <Badge tone={LOOKS[status].tone}>{LOOKS[status].label}</Badge>
);
