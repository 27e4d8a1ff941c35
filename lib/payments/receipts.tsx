import { Column, Row, Text } from "@react-email/components";
import type { Viewer } from "@/lib/auth/viewer"; // eject: subscriptions
import { cardName } from "@/lib/cards/card";
import { Letter, Paragraph } from "@/lib/mail/letter";
import { queueMail } from "@/lib/mail/queue";
import { now } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db";
import { env } from "@/lib/platform/env";
import { formatMoney, money, multiplyMoney } from "@/lib/platform/money";
import type { Prisma } from "@/prisma/generated/client";
import { orderLabel, orderRef } from "./order";

const withLines = { lines: { orderBy: { position: "asc" } }, paidBy: true } satisfies Prisma.OrderInclude;

/**
 * Paid orders whose receipt was not queued, the oldest first. The row decides, so it does not matter which process
 * recorded the payment: the checkout, a webhook, the reconciler or a renewal. Background work only: it reads the orders
 * of all shoppers. `except`: those that wait after failures.
 */
export function listOrdersWithoutReceipt({ limit, except }: { limit: number; except: string[] }) {
  return db().order.findMany({
    where: { state: "paid", receiptQueuedAt: null, id: { notIn: except } },
    include: withLines,
    orderBy: { paidAt: "asc" },
    take: limit,
  });
}

// eject:start subscriptions
/** The orders that are periods of a series, in words, by their id: known to the feature above that placed them. */
type PeriodDescriber = (
  viewer: Viewer,
  orderIds: string[],
) => Promise<Map<string, { text: string; subscriptionId: string }>>;

const slot = globalThis as typeof globalThis & { periodDescriber?: PeriodDescriber };

/** `app/after-payment.ts` registers it in every process, as for `registerPaidOrderHandlers`. */
export function registerPeriodDescriber(describe: PeriodDescriber): void {
  slot.periodDescriber = describe;
}
// eject:end subscriptions

type PaidOrder = Prisma.OrderGetPayload<{ include: typeof withLines }>;

/** Queues the e-mail, then marks the order. After a crash in between it is queued again under the same key, and sent once. */
export async function queueReceipt(
  order: PaidOrder,
  viewer: Viewer | null, // eject: subscriptions
): Promise<void> {
  const { id, currency, paidBy, lines } = order;
  const label = orderLabel(order.number);
  const total = formatMoney(money(order.total, currency));
  const series = viewer && (await slot.periodDescriber?.(viewer, [id]))?.get(id); // eject: subscriptions
  await queueMail({
    key: `receipt:${id}`,
    to: order.email,
    subject: `Your receipt for ${label}: ${total}`,
    body: ReceiptMail({
      label,
      lines: lines.map(({ name, quantity, unitPrice }) => {
        return { name, quantity, total: formatMoney(multiplyMoney(money(unitPrice, currency), quantity)) };
      }),
      total,
      card: paidBy?.last4 ? cardName({ brand: paidBy.scheme, last4: paidBy.last4 }) : "your card",
      url: `${env().NEXTAUTH_URL}/orders/${orderRef(order)}`,
      // eject:start subscriptions
      series: series && {
        text: series.text,
        url: `${env().NEXTAUTH_URL}/subscriptions/${series.subscriptionId}`,
      },
      // eject:end subscriptions
    }),
  });
  await db().order.updateMany({ where: { id }, data: { receiptQueuedAt: await now() } });
}

type ReceiptMailProps = {
  label: string;
  lines: { name: string; quantity: number; total: string }[];
  total: string;
  card: string;
  url: string;
  series?: { text: string; url: string } | null | undefined; // eject: subscriptions
};

const ReceiptMail = ({
  label,
  lines,
  total,
  card,
  url,
  series, // eject: subscriptions
}: ReceiptMailProps) => (
  <Letter
    preview={`${total} paid with ${card}.`}
    heading="Thank you for your order."
    action={{ label: "See your order", url }}
    footnote="Keep this e-mail as your receipt."
  >
    <Paragraph>
      Order {label}, charged to {card}.
    </Paragraph>
    {/* eject:start subscriptions */}
    {series && (
      <Paragraph>
        {series.text}. <a href={series.url}>See the plan</a>
      </Paragraph>
    )}
    {/* eject:end subscriptions */}
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
