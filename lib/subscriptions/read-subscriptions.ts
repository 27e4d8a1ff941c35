import { inScope } from "@/lib/auth/scope";
import type { Viewer } from "@/lib/auth/viewer";
import { shownScheme } from "@/lib/cards/card";
import { nextTry } from "@/lib/payments/decline-rules";
import { isFinal, wasCaptured } from "@/lib/payments/payment-status";
import { db } from "@/lib/platform/db";
import { formatMoney, money } from "@/lib/platform/money";
import { declineReason, listDeclinedCards, listDeclines } from "./decline-reason";
import {
  findOpenOrder,
  itemOf,
  loadSubscriptions,
  requireSubscription,
  type SubscriptionRow,
  termsOf,
} from "./queries";
import { amountOf, lapseDate } from "./schedule";
import type { Charge, Subscription } from "./subscription";
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
export async function getSubscription(viewer: Viewer, id: string): Promise<Subscription> {
  const row = await requireSubscription(viewer, id);
  return { ...toSubscription(row), charge: await getCharge(row) };
}

/** The payment that is being charged; of a canceled subscription, the one that was at that moment and how it ended. */
async function getCharge(row: SubscriptionRow): Promise<Charge | null> {
  const id = row.state === "canceled" ? row.finalPaymentId : findOpenOrder(row)?.paidById;
  const payment = id && (await db().payment.findUnique({ where: { id } }));
  if (!payment) return null;
  const { orderId: orderRef, amount, currency, state } = payment;
  const status = wasCaptured(state) ? "charged" : isFinal(state) ? "not-charged" : "under-way";
  return { orderRef, amount: money(amount, currency), status };
}

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
    next: dueAt && !isOver(state) ? { dueAt, amount: amountOf(termsOf(row), paidPeriods + 1) } : null,
    startedAt,
    isDisputed: row.disputedAt !== null && state === "paused",
    card: isUsable
      ? {
          id: savedCard.id,
          brand: shownScheme(savedCard),
          last4: savedCard.last4,
          nickname: savedCard.nickname,
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
