import { Badge, type Tone } from "@/components/ui/badge";
import type { OfficeOrder } from "@/lib/office/screens";
import { countryName } from "@/lib/platform/countries";
import { formatMoney } from "@/lib/platform/money";
import { type Fact, TextLink, timestampFacts } from "./primitives";
import { Amount, Stacked, Table } from "./table";

const STATUSES: Record<OfficeOrder["state"], { tone: Tone; label: string }> = {
  open: { tone: "warning", label: "Not paid" },
  paid: { tone: "good", label: "Paid" },
  canceled: { tone: "neutral", label: "Canceled" },
};

/** The state of an order, and of the period of a subscription that it pays. */
export const OrderStateBadge = ({ state }: { state: OfficeOrder["state"] }) => (
  <Badge tone={STATUSES[state].tone}>{STATUSES[state].label}</Badge>
);

export function orderFacts({ userId, contact, subscriptionId, placedAt, paidAt }: OfficeOrder): Fact[] {
  const { name, email, address1, address2, zip, city, countryCode } = contact;
  const address = [address1, address2, `${zip} ${city}`, countryName(countryCode)].filter(Boolean);
  return [
    {
      label: "Customer",
      value: userId ? <TextLink href={`/office/customers/${userId}`}>{name}</TextLink> : `${name}, guest`,
    },
    { label: "E-mail", value: email },
    { label: "Delivered to", value: address.join(", ") },
    ...(subscriptionId
      ? [
          {
            label: "Subscription",
            value: <TextLink href={`/office/subscriptions/${subscriptionId}`}>Its subscription</TextLink>,
          },
        ]
      : []),
    ...timestampFacts([
      ["Placed", placedAt],
      ["Paid", paidAt],
    ]),
  ];
}

export const OrderLineRows = ({ lines }: Pick<OfficeOrder, "lines">) => (
  <Table
    label="Items"
    headings={["Item", "Quantity", "Amount"]}
    columns="md:grid-cols-[1fr_auto_auto]"
    rows={lines.map(({ sku, name, detail, quantity, total }) => ({
      key: sku,
      cells: [
        <Stacked key="item" small={detail}>
          {name}
        </Stacked>,
        quantity,
        <Amount key="amount">{formatMoney(total)}</Amount>,
      ],
    }))}
  />
);
