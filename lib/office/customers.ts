import type { StaffViewer } from "@/lib/auth/staff-viewer";
import { shownScheme } from "@/lib/cards/card";
import { db } from "@/lib/platform/db";
import { env } from "@/lib/platform/env";
import type { Prisma } from "@/prisma/generated/client";
import { pageOf, toPage } from "./page";
import { type OfficeCard, type OfficeCustomer, type Page, type Query, readQuery } from "./screens";
import { ownersOf } from "./search-by-processout-id";

const drawn = {
  id: true,
  name: true,
  email: true,
  createdAt: true,
  _count: { select: { orders: true, savedCards: { where: { state: "attached" } } } },
} satisfies Prisma.UserSelect;

type Row = Prisma.UserGetPayload<{ select: typeof drawn }>;

/** People with an account, the newest first; found by name, e-mail, order number or any ProcessOut id of theirs. */
export async function listCustomers(
  _: StaffViewer,
  { typed, page }: { typed: string; page: number },
): Promise<Page<OfficeCustomer>> {
  const rows = await db().user.findMany({
    where: { role: "shopper", ...(await matching(readQuery(typed))) },
    select: drawn,
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    ...pageOf(page),
  });
  return toPage(rows.map(toCustomer), page);
}

/** One of them with every card we have a row for, the deleted ones too; null when there is no such person. */
export async function getCustomer(_: StaffViewer, id: string) {
  const { PROCESSOUT_PROJECT_ID: projectId } = env();
  const row = await db().user.findUnique({
    where: { id },
    select: {
      ...drawn,
      processOutCustomers: { where: { projectId }, select: { customerId: true, currency: true } },
      savedCards: {
        where: { projectId, state: { in: ["attached", "refused", "removed"] } },
        orderBy: { startedAt: "desc" },
        take: 50,
      },
    },
  });
  if (!row) return null;
  const [account] = row.processOutCustomers;
  return {
    ...toCustomer(row),
    customerId: account?.customerId ?? null,
    currency: account?.currency ?? null,
    cardFiles: row.savedCards.map(toOfficeCard),
  };
}

const toCustomer = ({ id, name, email, createdAt, _count }: Row): OfficeCustomer => {
  return { id, name, email, since: createdAt, cards: _count.savedCards, orders: _count.orders };
};

export function toOfficeCard(card: Prisma.SavedCardGetPayload<object>): OfficeCard {
  const { id, last4, expMonth, expYear, tokenId, state, verificationStatus } = card;
  const standing = state === "removed" ? "deleted" : (verificationStatus ?? "not read yet");
  return { id, brand: shownScheme(card), last4, expMonth, expYear, standing, tokenId };
}

async function matching(query: Query): Promise<Prisma.UserWhereInput> {
  if (query.kind === "everything") return {};
  if (query.kind === "order") return { orders: { some: { number: query.number } } };
  if (query.kind === "id") return { id: { in: await ownersOf(query) } };
  const words = { contains: query.words, mode: "insensitive" } as const;
  return { OR: [{ name: words }, { email: words }] };
}
