import { db } from "@/lib/platform/db";
import { env } from "@/lib/platform/env";
import { lookUp } from "@/lib/platform/typed-text";
import type { Prisma } from "@/prisma/generated/client";
import type { SearchQuery } from "./search-query";

/**
 * Search by a ProcessOut id. Each kind of id is searched only in the columns that can contain it, each of which has an
 * index. No condition is an OR over several tables, which PostgreSQL would answer by scanning all of them.
 */
type IdQuery = Extract<SearchQuery, { kind: "id" }>;

const SEARCHED = 50;

const inProject = () => ({ projectId: env().PROCESSOUT_PROJECT_ID });

/** The payments with this id; for a Customer, a card or a token, every payment made with it. */
export async function wherePaymentHas({ id, prefix }: IdQuery): Promise<Prisma.PaymentWhereInput> {
  if (prefix === "iv") return { invoiceId: id };
  if (prefix === "tr") return { transactionId: id };
  if (prefix === "cust") return { customerId: id };
  if (prefix === "refd") return { refunds: { some: { refundId: id } } };
  const cards = await findSavedCards({ id, prefix });
  const cardIds = [...cards.map(({ cardId }) => cardId), prefix === "card" ? id : null];
  return {
    OR: [
      { savedCardId: { in: cards.map((card) => card.id) } },
      { cardId: { in: cardIds.filter((cardId) => cardId !== null) } },
    ],
  };
}

/** The subscriptions of the Customer, on the card, or with the payment that has this id. */
export async function whereSubscriptionHas(query: IdQuery): Promise<Prisma.SubscriptionWhereInput> {
  if (query.prefix === "cust") return { userId: { in: await findOwners(query) } };
  const payments = { some: { ...inProject(), ...(await wherePaymentHas(query)) } };
  const [cards, orders] = await Promise.all([
    findSavedCards(query),
    db().order.findMany({
      where: { period: { not: null }, payments },
      select: { subscriptionId: true },
      orderBy: { placedAt: "desc" },
      take: SEARCHED,
    }),
  ]);
  const ids = new Set(orders.flatMap(({ subscriptionId }) => subscriptionId ?? []));
  return { OR: [{ id: { in: [...ids] } }, { savedCardId: { in: cards.map((card) => card.id) } }] };
}

/** The ids of the users who own it. A guest's payment has no owner. */
export async function findOwners(query: IdQuery): Promise<string[]> {
  const customerId = query.prefix === "cust" ? query.id : null;
  const payments = { ...inProject(), ...(await wherePaymentHas(query)) };
  const [accounts, cards, paid] = await Promise.all([
    customerId
      ? db().processOutCustomer.findMany({ where: { ...inProject(), customerId }, select: { userId: true } })
      : [],
    findSavedCards(query),
    db().payment.findMany({
      where: payments,
      select: { order: { select: { userId: true } } },
      orderBy: { startedAt: "desc" },
      take: SEARCHED,
    }),
  ]);
  const owners = [...accounts, ...cards, ...paid.map(({ order }) => order)];
  return [...new Set(owners.flatMap(({ userId }) => userId ?? []))];
}

function findSavedCards({ id, prefix }: Pick<IdQuery, "id" | "prefix">) {
  const columns: Record<string, Prisma.SavedCardWhereInput> = {
    cust: { customerId: id },
    tok: { tokenId: id },
    card: { cardId: id },
  };
  const where = lookUp(columns, prefix);
  if (!where) return [];
  const select = { id: true, cardId: true, userId: true } as const;
  return db().savedCard.findMany({ where: { ...inProject(), ...where }, select, take: SEARCHED });
}
