import { Badge } from "@/components/ui/badge";
import { cardName, expiryText } from "@/lib/cards/card";
import type { OfficeCard } from "@/lib/office/screens";
import { Row, Rows } from "./rows";

export function CardRows({ cards }: { cards: OfficeCard[] }) {
  return (
    <Rows label="Cards">
      {cards.map((card) => (
        <Row key={card.id} columns="grid-cols-[1fr_auto] md:grid-cols-[16rem_5rem_1fr_auto]">
          <span className="font-semibold">{cardName(card)}</span>
          <span className="text-muted tabular-nums">{expiryText(card)}</span>
          <span className="min-w-0 font-mono text-xs break-all text-muted">{card.tokenId}</span>
          <Badge tone={card.standing === "deleted" ? "neutral" : TONES[card.standing]}>{card.standing}</Badge>
        </Row>
      ))}
    </Rows>
  );
}

const TONES: Record<string, "good" | "warning" | "bad"> = {
  success: "good",
  "not-requested": "good",
  pending: "warning",
  failed: "bad",
};
