import { inScope } from "@/lib/auth/scope";
import type { Viewer } from "@/lib/auth/viewer";
import { shownScheme } from "@/lib/cards/card";
import { nextTry } from "@/lib/payments/decline-rules";
import { db } from "@/lib/platform/db";
import { formatMoney, money } from "@/lib/platform/money";
import { declineReason, listDeclinedCards, listDeclines } from "./decline-reason";
import { itemOf, loadSubscriptions, requireSubscription, type SubscriptionRow, termsOf } from "./queries";
import { amountOf, lapseDate } from "./schedule";
import type { Subscription } from "./subscription";
import { isOver, needsShopper } from "./subscription-status";

/** The viewer's subscriptions, those that continue first, without those whose first payment has not succeeded. */
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

/** AppError `not-found` for another user's subscription and for one that does not exist. */
export const getSubscription = async (viewer: Viewer, id: string): Promise<Subscription> =>
  toSubscription(await requireSubscription(viewer, id));

/** The viewer's subscriptions that need another card or SCA, for the banner of the account. */
export async function listActionNeeded(viewer: Viewer): Promise<Subscription[]> {
  const actionNeeded = { in: ["needs_authentication" as const, "needs_card" as const] };
  const rows = await db().subscription.findMany({
    where: { ...inScope(viewer), state: actionNeeded },
    select: { id: true },
  });
  return rows.length > 0 ? (await loadSubscriptions(rows.map(({ id }) => id))).map(toSubscription) : [];
}

export function toSubscription(row: SubscriptionRow): Subscription {
  const { id, state, interval, count, quantity, paidPeriods, dueAt, startedAt, savedCard, currency } = row;
  const item = itemOf(row);
  const isUsable = savedCard?.state === "attached";
  const bags = item?.detail ? `${quantity} × ${item.detail}` : `${quantity}`;
  return {
    id,
    status: state,
    slug: item?.slug ?? "",
    name: item?.name ?? row.sku,
    detail: count === null ? bags : `${formatMoney(money(row.price, currency))} in all`,
    interval,
    count,
    paidPeriods,
    lapsesAt: lapsesAt(row),
    next: dueAt && { dueAt, amount: amountOf(termsOf(row), paidPeriods + 1) },
    startedAt,
    isDisputed: row.disputedAt !== null && state === "paused",
    card: isUsable
      ? {
          id: savedCard.id,
          brand: shownScheme(savedCard),
          last4: savedCard.last4,
          expMonth: savedCard.expMonth,
          expYear: savedCard.expYear,
        }
      : null,
    problem: declineReason(row),
    nextTry: state === "retrying" ? nextTry(listDeclines(row)) : null,
    declinedCards: listDeclinedCards(row),
  };
}

/** Instalments never lapse: the machine was delivered. */
function lapsesAt({ state, count, dueAt, endedAt, hasLapsed }: SubscriptionRow): Date | null {
  if (hasLapsed) return endedAt;
  return needsShopper(state) && count === null && dueAt ? lapseDate(dueAt) : null;
}
