import { db } from "@/lib/platform/db";
import { env } from "@/lib/platform/env";
import type { Prisma } from "@/prisma/generated/client";
import type { Query } from "./screens";

/**
 * Finding things by a ProcessOut id. Each kind of id is looked for only where it can be, through an index of its own,
 * and never behind an OR over several tables: that reads all of them.
 */
type IdQuery = Extract<Query, { kind: "id" }>;

const MANY = 50;

const inProject = () => ({ projectId: env().PROCESSOUT_PROJECT_ID });

/** Which payments carry an id; those of a Customer, a card or a token are all they ever made. */
export async function paymentsWith({ id, prefix }: IdQuery): Promise<Prisma.PaymentWhereInput> {
  if (prefix === "iv") return { invoiceId: id };
  if (prefix === "tr") return { transactionId: id };
  if (prefix === "cust") return { customerId: id };
  if (prefix === "refd") return { refunds: { some: { refundId: id } } };
  const cards = await savedCardsWith({ id, prefix });
  const cardIds = [...cards.map(({ cardId }) => cardId), prefix === "card" ? id : null];
  return {
    OR: [
      { savedCardId: { in: cards.map((card) => card.id) } },
      { cardId: { in: cardIds.filter((cardId) => cardId !== null) } },
    ],
  };
}

/** Which subscriptions have to do with it: of that Customer's shopper, on that card, or with that payment. */
export async function subscriptionsWith(query: IdQuery): Promise<Prisma.SubscriptionWhereInput> {
  if (query.prefix === "cust") return { userId: { in: await ownersOf(query) } };
  const payments = { some: { ...inProject(), ...(await paymentsWith(query)) } };
  const [cards, orders] = await Promise.all([
    savedCardsWith(query),
    db().order.findMany({
      where: { period: { not: null }, payments },
      select: { subscriptionId: true },
      orderBy: { placedAt: "desc" },
      take: MANY,
    }),
  ]);
  const ids = new Set(orders.flatMap(({ subscriptionId }) => subscriptionId ?? []));
  return { OR: [{ id: { in: [...ids] } }, { savedCardId: { in: cards.map((card) => card.id) } }] };
}

/** Whose it is: the ids of the people with an account. A guest's is nobody's. */
export async function ownersOf(query: IdQuery): Promise<string[]> {
  const customerId = query.prefix === "cust" ? query.id : null;
  const payments = { ...inProject(), ...(await paymentsWith(query)) };
  const [accounts, cards, paid] = await Promise.all([
    customerId
      ? db().processOutCustomer.findMany({ where: { ...inProject(), customerId }, select: { userId: true } })
      : [],
    savedCardsWith(query),
    db().payment.findMany({
      where: payments,
      select: { order: { select: { userId: true } } },
      orderBy: { startedAt: "desc" },
      take: MANY,
    }),
  ]);
  const owners = [...accounts, ...cards, ...paid.map(({ order }) => order)];
  return [...new Set(owners.flatMap(({ userId }) => userId ?? []))];
}

function savedCardsWith({ id, prefix }: Pick<IdQuery, "id" | "prefix">) {
  const columns: Record<string, Prisma.SavedCardWhereInput> = {
    cust: { customerId: id },
    tok: { tokenId: id },
    card: { cardId: id },
  };
  const where = columns[prefix];
  if (!where) return [];
  const select = { id: true, cardId: true, userId: true } as const;
  return db().savedCard.findMany({ where: { ...inProject(), ...where }, select, take: MANY });
}
