import type { StaffViewer } from "@/lib/auth/staff-viewer";
import { db } from "@/lib/platform/db";
import { env } from "@/lib/platform/env";
import { money } from "@/lib/platform/money";
import { asOfOneMoment } from "@/lib/platform/repeatable-read";
import { findVariant } from "@/lib/shop/catalogue/variants";
import type { SubscriptionStatus } from "@/lib/subscriptions/subscription-status";
import type { Prisma } from "@/prisma/generated/client";
import { pageOf, toPage } from "./page";
import { type OfficeSubscription, type Page, type Query, readQuery } from "./screens";
import { subscriptionsWith } from "./search-by-processout-id";

export const withUser = {
  user: { select: { name: true, email: true } },
} satisfies Prisma.SubscriptionInclude;

type Wanted = { typed: string; status?: SubscriptionStatus | undefined; userId?: string; page: number };

/** Subscriptions and instalments, the newest first; found by name, e-mail, order number or any ProcessOut id. */
export async function listSubscriptions(
  _: StaffViewer,
  { typed, status, userId, page }: Wanted,
): Promise<Page<OfficeSubscription>> {
  const rows = await asOfOneMoment(
    db().subscription.findMany({
      where: {
        projectId: env().PROCESSOUT_PROJECT_ID,
        state: status ?? { not: "starting" },
        userId,
        ...(await matching(readQuery(typed))),
      },
      include: withUser,
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
      ...pageOf(page),
    }),
  );
  return toPage(rows.map(toOfficeSubscription), page);
}

export function toOfficeSubscription(row: Prisma.SubscriptionGetPayload<{ include: typeof withUser }>) {
  const { id, userId, sku, quantity, state, interval, count, dueAt, user } = row;
  const what = `${quantity} × ${findVariant(sku)?.product.name ?? sku}`;
  const price = money(row.price, row.currency);
  return { id, userId, what, state, price, interval, count, dueAt, paid: row.paidPeriods, ...user };
}

async function matching(query: Query): Promise<Prisma.SubscriptionWhereInput> {
  if (query.kind === "everything") return {};
  if (query.kind === "order") return { orders: { some: { number: query.number } } };
  if (query.kind === "id") return subscriptionsWith(query);
  const words = { contains: query.words, mode: "insensitive" } as const;
  return { user: { OR: [{ name: words }, { email: words }] } };
}
