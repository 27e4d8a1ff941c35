import { ownOrder, type Shopper } from "@/lib/auth/shopper";
import type { Viewer } from "@/lib/auth/viewer";
import { db } from "@/lib/platform/db";
import { money, multiplyMoney } from "@/lib/platform/money";
import type { Prisma } from "@/prisma/generated/client";
import { declineSentence } from "./decline-rules";
import { type Order, type OrderStatus, orderLabel, orderRef } from "./order";
import { type PaymentStatus, wasCaptured } from "./payment-status";

const shown = {
  lines: { orderBy: { position: "asc" } },
  paidBy: true,
  payments: { orderBy: { startedAt: "desc" }, take: 1 },
} satisfies Prisma.OrderInclude;

type OrderRow = Prisma.OrderGetPayload<{ include: typeof shown }>;

/** The shopper's order with this reference. Null for another shopper's order and for one that does not exist. */
export async function getOrder(shopper: Shopper, ref: string): Promise<Order | null> {
  const byRef = "guestKey" in shopper ? {} : { id: ref };
  const row = await db().order.findFirst({ where: { ...ownOrder(shopper), ...byRef }, include: shown });
  return row && toOrder(row, await findNicknames([row]));
}

/** The viewer's orders, newest first, without those canceled before they were paid. */
export async function listOrders(
  viewer: Viewer,
  { page = 1, subscriptionId }: { page?: number; subscriptionId?: string } = {},
): Promise<{ orders: Order[]; page: number; pages: number }> {
  const ofOne = subscriptionId ? { subscriptionId } : {};
  const where = { ...ofOne, userId: viewer.userId, state: { not: "canceled" } } as const;
  const pages = Math.max(1, Math.ceil((await db().order.count({ where })) / PAGE_SIZE));
  // A page past the end, for example from an old link, shows the last page.
  const current = Math.min(page, pages);
  const rows = await db().order.findMany({
    where,
    include: shown,
    orderBy: [{ placedAt: "desc" }, { number: "desc" }],
    skip: (current - 1) * PAGE_SIZE,
    take: PAGE_SIZE,
  });
  const nicknames = await findNicknames(rows);
  return { orders: rows.map((row) => toOrder(row, nicknames)), page: current, pages };
}

const PAGE_SIZE = 10;

/** The payment that paid the order, or the latest attempt. */
const shownPayment = ({ paidBy, payments }: OrderRow) => paidBy ?? payments[0] ?? null;

/** The shopper's names for the saved cards of orders, by the card's id. */
async function findNicknames(rows: OrderRow[]): Promise<Map<string, string | null>> {
  const ids = rows.flatMap((row) => shownPayment(row)?.savedCardId ?? []);
  if (ids.length === 0) return new Map();
  const select = { id: true, nickname: true } as const;
  const cards = await db().savedCard.findMany({ where: { id: { in: ids } }, select });
  return new Map(cards.map(({ id, nickname }) => [id, nickname]));
}

function toOrder(row: OrderRow, nicknames: Map<string, string | null>): Order {
  const { currency } = row;
  const payment = shownPayment(row);
  return {
    ref: orderRef(row),
    label: orderLabel(row.number),
    status: statusOf(row.state, payment?.state),
    placedAt: row.placedAt,
    paidAt: row.paidAt,
    total: money(row.total, currency),
    lines: row.lines.map(({ sku, slug, name, detail, quantity, unitPrice }) => {
      const price = money(unitPrice, currency);
      return { sku, slug, name, detail, quantity, unitPrice: price, total: multiplyMoney(price, quantity) };
    }),
    contact: {
      email: row.email,
      name: row.name,
      address1: row.address1,
      address2: row.address2,
      zip: row.zip,
      city: row.city,
      countryCode: row.countryCode,
    },
    subscriptionId: row.subscriptionId,
    payment: payment && {
      status: payment.state,
      amount: money(payment.amount, currency),
      refunded: money(payment.refundedAmount, currency),
      brand: payment.scheme,
      last4: payment.last4,
      nickname: nicknames.get(payment.savedCardId ?? "") ?? null,
      problem:
        payment.failureCode && declineSentence({ code: payment.failureCode, advice: payment.retryAdvice }),
    },
  };
}

function statusOf(state: OrderRow["state"], payment: PaymentStatus | undefined): OrderStatus {
  if (state === "canceled") return "canceled";
  if (payment === "refunded") return "refunded";
  if (payment === "partially_refunded") return "partly-refunded";
  if (state === "paid" || (payment && wasCaptured(payment))) return "paid";
  return payment === "authorizing" || payment === "authorized" ? "paying" : "unpaid";
}
