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

export type PaymentTroubleMail = {
  what: string;
  amount: string;
  card: string;
  url: string;
};

/** `reason` is the shopper's sentence for the decline; `nextTry` a formatted date, or nothing when we stop. */
export const PaymentFailedMail = (props: PaymentTroubleMail & { reason: string; nextTry?: string }) => (
  <Letter
    preview={`${props.amount} could not be charged to ${props.card}.`}
    heading="A payment did not go through."
    action={{ label: "Choose another card", url: props.url }}
    footnote={
      props.nextTry ? `We try again on ${props.nextTry}.` : "We do not try again until you choose a card."
    }
  >
    <Paragraph>
      {props.what}: {props.amount} could not be charged to {props.card}. {props.reason}
    </Paragraph>
  </Letter>
);

export const ActionNeededMail = ({ what, amount, card, url }: PaymentTroubleMail) => (
  <Letter
    preview="Your bank wants to hear from you."
    heading="Your bank wants to hear from you."
    action={{ label: "Confirm with your bank", url }}
    footnote="Nothing is charged until you confirm."
  >
    <Paragraph>
      {what}: your bank asks you to confirm {amount} on {card} yourself. It takes a minute.
    </Paragraph>
  </Letter>
);

export const SubscriptionLapsedMail = ({ what, url }: { what: string; url: string }) => (
  <Letter
    preview="It ended, and nothing more is charged."
    heading="We have stopped roasting for you."
    action={{ label: "See your subscription", url }}
    footnote="You can begin again any time, at the price of the day."
  >
    <Paragraph>
      {what} has ended: its last payment did not go through, and nobody named another card within 30 days.
      Nothing more is charged.
    </Paragraph>
  </Letter>
);
