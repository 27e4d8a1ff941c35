import type { StaffViewer } from "@/lib/auth/staff-viewer";
import { nextTry } from "@/lib/payments/decline-rules";
import { orderLabel } from "@/lib/payments/order";
import { now } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db";
import { env } from "@/lib/platform/env";
import { money } from "@/lib/platform/money";
import { inRepeatableRead } from "@/lib/platform/repeatable-read";
import { findVariant } from "@/lib/shop/catalogue/variants";
import { listDeclines } from "@/lib/subscriptions/decline-reason";
import { loadSubscriptions, termsOf } from "@/lib/subscriptions/queries";
import { amountOf } from "@/lib/subscriptions/schedule";
import { isOver, type SubscriptionStatus } from "@/lib/subscriptions/subscription-status";
import type { Prisma } from "@/prisma/generated/client";
import { toOfficeCard } from "./customers";
import { skipTake, toPage } from "./page";
import { toOfficePayment, withOrder } from "./payments";
import type { OfficePeriod, OfficeSubscription, OfficeSubscriptionDetails, Page } from "./screens";
import { whereSubscriptionHas } from "./search-by-processout-id";
import { parseSearch, type SearchQuery } from "./search-query";

const withUser = {
  user: { select: { name: true, email: true } },
} satisfies Prisma.SubscriptionInclude;

type Filter = { search: string; status?: SubscriptionStatus | undefined; userId?: string; page: number };

/** Subscriptions and instalments, newest first; searched by name, e-mail, order number or any ProcessOut id. */
export async function listSubscriptions(
  _: StaffViewer,
  { search, status, userId, page }: Filter,
): Promise<Page<OfficeSubscription>> {
  const rows = await inRepeatableRead(
    db().subscription.findMany({
      where: {
        projectId: env().PROCESSOUT_PROJECT_ID,
        state: status ?? { not: "starting" },
        userId,
        ...(await whereMatches(parseSearch(search))),
      },
      include: withUser,
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
      ...skipTake(page),
    }),
  );
  return toPage(rows.map(toOfficeSubscription), page);
}

function toOfficeSubscription(row: Prisma.SubscriptionGetPayload<{ include: typeof withUser }>) {
  const { id, userId, sku, quantity, state, interval, count, dueAt, user } = row;
  const item = `${quantity} × ${findVariant(sku)?.product.name ?? sku}`;
  const price = money(row.price, row.currency);
  return { id, userId, item, state, price, interval, count, dueAt, paid: row.paidPeriods, ...user };
}

async function whereMatches(query: SearchQuery): Promise<Prisma.SubscriptionWhereInput> {
  if (query.kind === "everything") return {};
  if (query.kind === "order") return { orders: { some: { number: query.number } } };
  if (query.kind === "id") return whereSubscriptionHas(query);
  const words = { contains: query.words, mode: "insensitive" } as const;
  return { user: { OR: [{ name: words }, { email: words }] } };
}

/** A subscription with its terms, card and next charge; null when the id is unknown. */
export async function getSubscription(_: StaffViewer, id: string): Promise<OfficeSubscriptionDetails | null> {
  const { PROCESSOUT_PROJECT_ID: projectId } = env();
  const row = await db().subscription.findFirst({
    where: { id, projectId },
    include: { ...withUser, savedCard: true },
  });
  if (!row) return null;
  const [series] = await loadSubscriptions([id]);
  const { dueAt, processAfter, startedAt, endedAt, hasLapsed, paidPeriods, savedCard, schemeTransactionId } =
    row;
  const ids = [
    ["ProcessOut Customer", savedCard?.customerId],
    ["Token", savedCard?.tokenId],
    ["Scheme transaction id of the first payment", schemeTransactionId],
  ] as const;
  return {
    ...toOfficeSubscription(row),
    next: dueAt && hasNext(row.state) ? { dueAt, amount: amountOf(termsOf(row), paidPeriods + 1) } : null,
    nextTry: series && row.state === "retrying" ? nextTry(listDeclines(series)) : null,
    processAfter,
    startedAt,
    endedAt,
    hasLapsed,
    isDisputed: row.disputedAt !== null && row.state === "paused",
    card: savedCard && toOfficeCard(savedCard, await now()),
    ids: ids.flatMap(([label, value]) => (value ? [{ label, value }] : [])),
  };
}

const hasNext = (state: SubscriptionStatus) => !isOver(state) && state !== "paused" && state !== "starting";

const withAttempts = {
  payments: { include: withOrder, orderBy: [{ startedAt: "desc" }, { id: "desc" }] },
} satisfies Prisma.OrderInclude;

/** Every period with an order, the latest first. */
export async function listPeriods(
  _: StaffViewer,
  { subscriptionId, page }: { subscriptionId: string; page: number },
): Promise<Page<OfficePeriod>> {
  const orders = await inRepeatableRead(
    db().order.findMany({
      where: { subscriptionId, period: { not: null } },
      include: withAttempts,
      orderBy: { period: "desc" },
      ...skipTake(page),
    }),
  );
  return toPage(orders.map(toPeriod), page);
}

function toPeriod(order: Prisma.OrderGetPayload<{ include: typeof withAttempts }>): OfficePeriod {
  const { id, number, period, state, total, currency, placedAt, payments } = order;
  return {
    number: period ?? 0,
    orderId: id,
    orderLabel: orderLabel(number),
    state,
    amount: money(total, currency),
    placedAt,
    attempts: payments.map(toOfficePayment),
  };
}
