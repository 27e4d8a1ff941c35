import { cardTone } from "@/components/cards/card-tone";
import { Badge } from "@/components/ui/badge";
import { cardName, expiryText } from "@/lib/cards/card";
import type { OfficeCard, OfficeCustomer } from "@/lib/office/screens";
import { CopyId, RowLink, Timestamp } from "./primitives";
import { Code, Stacked, Table } from "./table";

export const CustomerRows = ({ customers }: { customers: OfficeCustomer[] }) => (
  <Table
    label="Customers"
    headings={["Name", "E-mail", "Cards", "Orders", "Since"]}
    columns="md:grid-cols-[1fr_1fr_auto_auto_auto]"
    rows={customers.map(({ id, name, email, since, cards, orders }) => ({
      key: id,
      cells: [
        <RowLink key="name" href={`/office/customers/${id}`}>
          {name ?? email}
        </RowLink>,
        email,
        cards,
        orders,
        <Timestamp key="since" at={since} />,
      ],
    }))}
  />
);

type CardRowsProps = { cards: OfficeCard[]; open?: ((id: string) => string | null) | undefined };

export const CardRows = ({ cards, open }: CardRowsProps) => (
  <Table
    label="Cards"
    headings={["Card", "Expires", "Status", "Token"]}
    columns="md:grid-cols-[1fr_auto_auto_1fr]"
    rows={cards.map((card) => ({
      key: card.id,
      cells: [
        <span key="card" className="font-semibold">
          {cardName(card)}
        </span>,
        <span key="expires" className="tabular-nums">
          {expiryText(card) ?? "Not known"}
        </span>,
        <CardStatusBadge key="status" card={card} />,
        card.tokenId ? <CopyId key="token" label="Token" value={card.tokenId} open={open} /> : "None",
      ],
    }))}
  />
);

const CardStatusBadge = ({ card: { status, statusLabel, code } }: { card: OfficeCard }) => (
  <Stacked small={code && <Code>{code}</Code>}>
    <Badge tone={status === "deleted" ? "neutral" : status === "expired" ? "bad" : cardTone(status)}>
      {statusLabel}
    </Badge>
  </Stacked>
);
