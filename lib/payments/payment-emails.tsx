import { Column, Row, Text } from "@react-email/components";
import { Letter, Paragraph } from "@/lib/mail/letter";

/** Amounts arrive formatted, since only the data layer knows a currency's digits. */
export type ReceiptMailProps = {
  /** What was paid for, such as "Order H-1042" or "Your weekly Lighthouse Blend". */
  what: string;
  lines: { name: string; quantity: number; total: string }[];
  total: string;
  card: string;
  url: string;
};

export const ReceiptMail = ({ what, lines, total, card, url }: ReceiptMailProps) => (
  <Letter
    preview={`${total} paid with ${card}.`}
    heading="Thank you. It is paid."
    action={{ label: "See your order", url }}
    footnote="Keep this mail as your receipt."
  >
    <Paragraph>
      {what}, charged to {card}.
    </Paragraph>
    {lines.map(({ name, quantity, total: amount }) => (
      <ReceiptLine key={name} label={quantity > 1 ? `${quantity} × ${name}` : name} amount={amount} />
    ))}
    <ReceiptLine label="Total" amount={total} />
  </Letter>
);

function ReceiptLine({ label, amount }: { label: string; amount: string }) {
  return (
    <Row style={{ margin: "0 0 8px" }}>
      <Column>
        <Text style={{ margin: 0, color: "#10242e" }}>{label}</Text>
      </Column>
      <Column align="right">
        <Text style={{ margin: 0, color: "#10242e" }}>{amount}</Text>
      </Column>
    </Row>
  );
}
