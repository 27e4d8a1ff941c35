import type { Tone } from "@/components/ui/badge";
import type { CardStatus } from "@/lib/cards/card";

const TONES: Record<CardStatus, Tone> = {
  verified: "good",
  unverified: "neutral",
  checking: "info",
  declined: "bad",
  unconfirmed: "warning",
  blocked: "bad",
};

/** The tone of a card's status, for the shopper and for staff. */
export const cardTone = (status: CardStatus): Tone => TONES[status];
