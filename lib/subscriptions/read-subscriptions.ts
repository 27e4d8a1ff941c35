import { inScope } from "@/lib/auth/scope";
import type { Viewer } from "@/lib/auth/viewer";
import { shownScheme } from "@/lib/cards/card";
import { db } from "@/lib/platform/db";
import { formatMoney, money } from "@/lib/platform/money";
import { lapseDate } from "@/lib/renewals/next-action";
import { problemOf } from "./decline-reason";
import { loadSubscriptions, requireSubscription, type SubscriptionRow, termsOf } from "./queries";
import { listRefusedCards } from "./refused-cards";
import { amountOf } from "./schedule";
import type { Subscription } from "./subscription";
import { isOver, isWaiting } from "./subscription-status";

/** The viewer's subscriptions, those that go on first. One that never began is none. */
export async function listSubscriptions(viewer: Viewer): Promise<Subscription[]> {
  const rows = await db().subscription.findMany({
    where: { ...inScope(viewer), state: { not: "starting" } },
    orderBy: { createdAt: "desc" },
    select: { id: true },
  });
  const known = new Map((await loadSubscriptions(rows.map(({ id }) => id))).map((row) => [row.id, row]));
  const all = rows.flatMap(({ id }) => known.get(id) ?? []).map(toSubscription);
  return [...all.filter(({ status }) => !isOver(status)), ...all.filter(({ status }) => isOver(status))];
}

/** AppError `not-found` for a stranger's as for one that never was. */
export const getSubscription = async (viewer: Viewer, id: string): Promise<Subscription> =>
  toSubscription(await requireSubscription(viewer, id));

/** Which of the viewer's subscriptions wait for them, for a banner. From rows alone. */
export async function listWaiting(viewer: Viewer): Promise<Subscription[]> {
  const waiting = { in: ["needs_authentication" as const, "needs_card" as const] };
  const rows = await db().subscription.findMany({
    where: { ...inScope(viewer), state: waiting },
    select: { id: true },
  });
  return rows.length > 0 ? (await loadSubscriptions(rows.map(({ id }) => id))).map(toSubscription) : [];
}

export function toSubscription(row: SubscriptionRow): Subscription {
  const { id, state, interval, count, quantity, paidPeriods, dueAt, startedAt, savedCard, currency } = row;
  const line = row.orders.find(({ period }) => period === 1)?.lines[0];
  const isUsable = savedCard?.state === "attached";
  const bags = line?.detail ? `${quantity} × ${line.detail}` : `${quantity}`;
  return {
    id,
    status: state,
    slug: line?.slug ?? "",
    name: line?.name ?? row.sku,
    detail: count === null ? bags : `${formatMoney(money(row.price, currency))} in all`,
    interval,
    count,
    paidPeriods,
    lapsesAt: lapsesAt(row),
    next: dueAt && { dueAt, amount: amountOf(termsOf(row), paidPeriods + 1) },
    startedAt,
    card: isUsable
      ? {
          id: savedCard.id,
          brand: shownScheme(savedCard),
          last4: savedCard.last4,
          expMonth: savedCard.expMonth,
          expYear: savedCard.expYear,
        }
      : null,
    problem: problemOf(row),
    refusedCards: listRefusedCards(row),
  };
}

/** Instalments wait for ever: the machine is there already. */
function lapsesAt({ state, count, dueAt, endedAt, hasLapsed }: SubscriptionRow): Date | null {
  if (hasLapsed) return endedAt;
  return isWaiting(state) && count === null && dueAt ? lapseDate(dueAt) : null;
}
