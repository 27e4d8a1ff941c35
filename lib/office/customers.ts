import type { StaffViewer } from "@/lib/auth/staff-viewer";
import { shownScheme } from "@/lib/cards/card";
import { expiryOf, isConfirmed, STATUS, statusOf } from "@/lib/cards/token-status";
import { now } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db";
import { env } from "@/lib/platform/env";
import type { Prisma } from "@/prisma/generated/client";
import { skipTake, toPage } from "./page";
import type { OfficeCard, OfficeCustomer, Page } from "./screens";
import { findOwners } from "./search-by-processout-id";
import { parseSearch, type SearchQuery } from "./search-query";

const shown = {
  id: true,
  name: true,
  email: true,
  createdAt: true,
  _count: { select: { orders: true, savedCards: { where: { state: "attached" } } } },
} satisfies Prisma.UserSelect;

type Row = Prisma.UserGetPayload<{ select: typeof shown }>;

/** Shoppers with an account, newest first; searched by name, e-mail, order number or any of their ProcessOut ids. */
export async function listCustomers(
  _: StaffViewer,
  { search, page }: { search: string; page: number },
): Promise<Page<OfficeCustomer>> {
  const rows = await db().user.findMany({
    where: { role: "shopper", ...(await whereMatches(parseSearch(search))) },
    select: shown,
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    ...skipTake(page),
  });
  return toPage(rows.map(toCustomer), page);
}

/** A shopper with their latest 50 cards, deleted ones included; null when the id is unknown. */
export async function getCustomer(_: StaffViewer, id: string) {
  const { PROCESSOUT_PROJECT_ID: projectId } = env();
  const row = await db().user.findUnique({
    where: { id },
    select: {
      ...shown,
      processOutCustomers: { where: { projectId }, select: { customerId: true, currency: true } },
      savedCards: {
        where: { projectId, state: { in: ["attached", "declined", "removed"] } },
        orderBy: { startedAt: "desc" },
        take: 50,
      },
    },
  });
  if (!row) return null;
  const [account] = row.processOutCustomers;
  const at = await now();
  return {
    ...toCustomer(row),
    customerId: account?.customerId ?? null,
    currency: account?.currency ?? null,
    savedCards: row.savedCards.map((card) => toOfficeCard(card, at)),
  };
}

const toCustomer = ({ id, name, email, createdAt, _count }: Row): OfficeCustomer => {
  return { id, name, email, since: createdAt, cards: _count.savedCards, orders: _count.orders };
};

export function toOfficeCard(card: Prisma.SavedCardGetPayload<object>, at: Date): OfficeCard {
  const { id, last4, expMonth, expYear, tokenId, verificationStatus: code } = card;
  const status = officeStatusOf(card, at);
  const statusLabel = status === "expired" || status === "deleted" ? ENDED[status] : STATUS[status].label;
  return { id, brand: shownScheme(card), last4, expMonth, expYear, status, statusLabel, code, tokenId };
}

const ENDED = { expired: "Expired", deleted: "Deleted" };

function officeStatusOf(card: Prisma.SavedCardGetPayload<object>, at: Date): OfficeCard["status"] {
  if (card.state === "removed") return "deleted";
  const status = statusOf(card);
  if (status === "declined" || status === "blocked") return status;
  if (expiryOf(card, at) === "expired") return "expired";
  return status === "unverified" && isConfirmed(card) ? "verified" : status;
}

async function whereMatches(query: SearchQuery): Promise<Prisma.UserWhereInput> {
  if (query.kind === "everything") return {};
  if (query.kind === "order") return { orders: { some: { number: query.number } } };
  if (query.kind === "id") return { id: { in: await findOwners(query) } };
  const words = { contains: query.words, mode: "insensitive" } as const;
  return { OR: [{ name: words }, { email: words }] };
}
