import { cardName, shownScheme } from "@/lib/cards/card";
import { queueMail } from "@/lib/mail/queue";
import { ActionNeededMail, PaymentFailedMail, SubscriptionLapsedMail } from "@/lib/payments/payment-emails";
import { db } from "@/lib/platform/db";
import { env } from "@/lib/platform/env";
import { sentenceOf } from "@/lib/platform/error-sentences";
import { formatMoney, money } from "@/lib/platform/money";
import { problemOf } from "@/lib/subscriptions/decline-reason";
import { findOpenOrder, type SubscriptionRow } from "@/lib/subscriptions/queries";
import type { NextTry } from "./dunning";

/**
 * Tells the shopper that a period could not be charged, and what follows: we try again on a day, or they are asked to
 * come back. Once a try; the order's first line says what it was for.
 */
export async function sendTrouble(
  subscription: SubscriptionRow,
  next: Exclude<NextTry, { kind: "now" }>,
): Promise<void> {
  const { id, savedCard, userId } = subscription;
  const order = findOpenOrder(subscription);
  const user = await db().user.findUnique({ where: { id: userId }, select: { email: true } });
  const first = subscription.orders.find(({ period }) => period === 1);
  if (!user || !first) return;
  const amount = formatMoney(money(order?.total ?? first.total, subscription.currency));
  const what = `Your ${first.lines[0]?.name ?? "subscription"}`;
  const card = savedCard
    ? cardName({ brand: shownScheme(savedCard), last4: savedCard.last4 })
    : "your deleted card";
  const url = `${env().NEXTAUTH_URL}/subscriptions/${id}`;
  const about = { what, amount, card, url };
  const last = order?.payments.at(-1);
  const occasion = last?.id ?? `${id}-${subscription.paidPeriods + 1}`;
  if (next.kind === "ask" && next.state === "needs_authentication") {
    const body = ActionNeededMail(about);
    return queueMail({ key: `action:${occasion}`, to: user.email, subject: `${what}: please confirm`, body });
  }
  const reason = problemOf(subscription, next.kind === "ask") ?? sentenceOf("card.declined");
  const nextTry = next.kind === "retry" ? { nextTry: longDate(next.at) } : {};
  const body = PaymentFailedMail({ ...about, reason, ...nextTry });
  await queueMail({
    key: `failed:${occasion}:${next.kind}`,
    to: user.email,
    subject: `${what} could not be paid`,
    body,
  });
}

/** Tells the shopper that it has ended because nothing came of the mails before. Once a subscription. */
export async function sendLapsed({ id, userId, orders }: SubscriptionRow): Promise<void> {
  const user = await db().user.findUnique({ where: { id: userId }, select: { email: true } });
  const what = `Your ${orders.find(({ period }) => period === 1)?.lines[0]?.name ?? "subscription"}`;
  const url = `${env().NEXTAUTH_URL}/subscriptions/${id}`;
  if (!user) return;
  const body = SubscriptionLapsedMail({ what, url });
  await queueMail({ key: `lapsed:${id}`, to: user.email, subject: `${what} has ended`, body });
}

const longDate = (date: Date) =>
  new Intl.DateTimeFormat("en", { dateStyle: "long", timeZone: "UTC" }).format(date);
