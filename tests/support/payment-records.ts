import type { Viewer } from "@/lib/auth/viewer";
import { isFinal, wasCaptured } from "@/lib/payments/payment-status";
import { db } from "@/lib/platform/db";
import { env } from "@/lib/platform/env";
import { getCart } from "@/lib/shop/manage-cart";
import type { Visitor } from "@/lib/shop/visitor";

type Invoice = { id: string };
type Transaction = { status: string; captured_amount: string };
type Token = { id: string };

/** The outcome of a visitor's cart: in the sandbox's records, in our rows and in the queued e-mails. */
export async function readRecords(visitor: Visitor) {
  const orders = await db().order.findMany({
    where: { cart: { key: visitor.cartKey ?? "" } },
    include: { payments: true },
  });
  const transactions = (await Promise.all(orders.map(({ id }) => transactionsOf(id)))).flat();
  const payments = orders.flatMap((order) => order.payments);
  const taken = payments.filter(({ state }) => wasCaptured(state)).map(({ id }) => id);
  const paid = orders.filter(({ state }) => state === "paid");
  return {
    charged: transactions.map((one) => Number(one.captured_amount)).filter((amount) => amount > 0),
    held: transactions.filter(({ status }) => status === "authorized").length,
    paidOrders: paid.length,
    isPaidByWhatWasTaken: paid.every(({ paidById }) => taken.join() === paidById),
    taken: taken.length,
    unsettled: payments.filter(({ state }) => !isFinal(state)).length,
    receipts: await countMails("receipt", orders),
    isCartEmpty: (await getCart({ ...visitor })).lines.length === 0,
    ...(visitor.viewer && (await readCards(visitor.viewer))),
  };
}

async function transactionsOf(orderId: string): Promise<Transaction[]> {
  const { objects } = await ask<{ objects: Invoice[] }>(`invoices?search=${orderId}`);
  const found = objects.map(({ id }) => ask<{ related: { transactions: Transaction[] } }>(`invoices/${id}`));
  return (await Promise.all(found)).flatMap(({ related }) => related.transactions);
}

async function readCards({ userId }: Viewer) {
  const cards = await db().savedCard.findMany({ where: { userId } });
  const listed = cards.filter(({ state }) => state === "attached");
  const { customerId } = (await db().processOutCustomer.findFirst({ where: { userId } })) ?? {};
  const tokens = customerId
    ? (await ask<{ related: { tokens: Token[] } }>(`customers/${customerId}`)).related.tokens
    : [];
  return {
    tokens: tokens.length,
    areTokensListed: tokens.map(({ id }) => id).join() === listed.map(({ tokenId }) => tokenId).join(),
    unfinishedCards: cards.filter(({ state }) => state === "open").length,
    cardsAnnounced: await countMails("card-added", cards),
  };
}

const countMails = (occasion: string, about: { id: string }[]) =>
  db().queuedMail.count({ where: { key: { in: about.map(({ id }) => `${occasion}:${id}`) } } });

async function ask<Answer>(path: string): Promise<Answer> {
  const answer = await fetch(`${env().PROCESSOUT_API_URL}/_sandbox/objects/${path}`);
  return (await answer.json()) as Answer;
}
