import { Badge, type Tone } from "@/components/ui/badge";
import type { OrderStatus } from "@/lib/payments/order";

const LOOKS: Record<OrderStatus, { tone: Tone; label: string }> = {
  unpaid: { tone: "warning", label: "Not paid" },
  paying: { tone: "info", label: "With your bank" },
  paid: { tone: "good", label: "Paid" },
  "partly-refunded": { tone: "info", label: "Refunded in part" },
  refunded: { tone: "neutral", label: "Refunded" },
  canceled: { tone: "neutral", label: "Not placed" },
};

export const OrderBadge = ({ status }: { status: OrderStatus }) => (
  <Badge tone={LOOKS[status].tone}>{LOOKS[status].label}</Badge>
);
