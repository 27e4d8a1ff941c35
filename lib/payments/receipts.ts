import { cardName } from "@/lib/cards/card";
import { queueMail } from "@/lib/mail/queue";
import { now } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db";
import { env } from "@/lib/platform/env";
import { formatMoney, money, multiplyMoney } from "@/lib/platform/money";
import type { Prisma } from "@/prisma/generated/client";
import { orderLabel } from "./order";
import { ReceiptMail } from "./payment-emails";
import { refOf } from "./read-orders";

const inMail = { lines: { orderBy: { position: "asc" } }, paidBy: true } satisfies Prisma.OrderInclude;

/**
 * Paid orders whose receipt was not queued, the oldest first. The row decides, so it does not matter who found out that
 * the money came: the checkout, a webhook, the reconciler or a renewal. Background work only: it names shoppers.
 */
export function listOrdersWithoutReceipt({ limit }: { limit: number }) {
  return db().order.findMany({
    where: { state: "paid", receiptAt: null },
    include: inMail,
    orderBy: { paidAt: "asc" },
    take: limit,
  });
}

type PaidOrder = Prisma.OrderGetPayload<{ include: typeof inMail }>;

/** Queues the mail, then notes it: a crash in between queues it again under the same key, which is no second mail. */
export async function queueReceipt(order: PaidOrder): Promise<void> {
  const { id, currency, paidBy, lines } = order;
  const label = orderLabel(order.number);
  const total = formatMoney(money(order.total, currency));
  await queueMail({
    key: `receipt:${id}`,
    to: order.email,
    subject: `Your receipt for ${label}: ${total}`,
    body: ReceiptMail({
      what: `Order ${label}`,
      lines: lines.map(({ name, quantity, unitPrice }) => {
        return { name, quantity, total: formatMoney(multiplyMoney(money(unitPrice, currency), quantity)) };
      }),
      total,
      card: paidBy ? cardName({ brand: paidBy.scheme, last4: paidBy.last4 }) : "your card",
      url: `${env().NEXTAUTH_URL}/orders/${refOf(order)}`,
    }),
  });
  await db().order.updateMany({ where: { id }, data: { receiptAt: await now() } });
}
