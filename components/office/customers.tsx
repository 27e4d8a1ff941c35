import { Badge } from "@/components/ui/badge";
import { cardName, expiryText } from "@/lib/cards/card";
import type { OfficeCard, OfficeCustomer } from "@/lib/office/screens";
import { Row, RowLink, Rows, Timestamp } from "./primitives";

export function CustomerRows({ customers }: { customers: OfficeCustomer[] }) {
  return (
    <Rows label="Customers">
      {customers.map(({ id, name, email, since, cards, orders }) => (
        <Row key={id} columns="md:grid-cols-[1fr_1fr_11rem_11rem]">
          <RowLink href={`/office/customers/${id}`}>{name ?? email}</RowLink>
          <span className="truncate text-muted">{email}</span>
          <span className="text-muted">
            {count(cards, "card")} · {count(orders, "order")}
          </span>
          <span className="text-muted max-md:hidden">
            <Timestamp at={since} />
          </span>
        </Row>
      ))}
    </Rows>
  );
}

const count = (number: number, noun: string) => `${number} ${noun}${number === 1 ? "" : "s"}`;

export function CardRows({ cards }: { cards: OfficeCard[] }) {
  return (
    <Rows label="Cards">
      {cards.map((card) => (
        <Row key={card.id} columns="grid-cols-[1fr_auto] md:grid-cols-[16rem_5rem_1fr_auto]">
          <span className="font-semibold">{cardName(card)}</span>
          <span className="text-muted tabular-nums">{expiryText(card)}</span>
          <span className="min-w-0 font-mono text-xs break-all text-muted">{card.tokenId}</span>
          <Badge tone={card.status === "deleted" ? "neutral" : TONES[card.status]}>{card.status}</Badge>
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
