import { Anchor, BadgeCheck, CircleAlert, Clock, Hourglass, ShieldQuestion } from "lucide-react";
import { Badge, type Tone } from "@/components/ui/badge";
import type { Card, CardStatus, Expiry } from "@/lib/cards/card";

const STATUS: Record<CardStatus, { tone: Tone; icon: typeof Clock }> = {
  verified: { tone: "good", icon: BadgeCheck },
  unverified: { tone: "neutral", icon: ShieldQuestion },
  checking: { tone: "info", icon: Hourglass },
  declined: { tone: "bad", icon: CircleAlert },
  unconfirmed: { tone: "warning", icon: ShieldQuestion },
  blocked: { tone: "bad", icon: CircleAlert },
};

const EXPIRY: Record<Exclude<Expiry, "valid">, { tone: Tone; label: string }> = {
  "next-month": { tone: "warning", label: "Expires next month" },
  "this-month": { tone: "warning", label: "Expires this month" },
  expired: { tone: "bad", label: "Expired" },
};

export function CardBadges({ card }: { card: Card }) {
  const { tone, icon: Icon } = STATUS[card.status];
  const expiry = card.expiry === "valid" ? null : EXPIRY[card.expiry];
  return (
    <ul className="flex flex-wrap gap-1.5">
      {card.isDefault && (
        <li>
          <Badge tone="info">
            <Anchor aria-hidden="true" className="size-3" />
            Default
          </Badge>
        </li>
      )}
      <li>
        <Badge tone={tone}>
          <Icon aria-hidden="true" className="size-3" />
          {card.statusLabel}
        </Badge>
      </li>
      {expiry && (
        <li>
          <Badge tone={expiry.tone}>
            <Clock aria-hidden="true" className="size-3" />
            {expiry.label}
          </Badge>
        </li>
      )}
    </ul>
  );
}
