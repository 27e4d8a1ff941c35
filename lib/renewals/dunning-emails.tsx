import { cardName, shownScheme } from "@/lib/cards/card";
import { Letter, Paragraph } from "@/lib/mail/letter";
import { queueMail } from "@/lib/mail/queue";
import { ruleOf } from "@/lib/payments/decline-rules";
import { db } from "@/lib/platform/db";
import { env } from "@/lib/platform/env";
import { sentenceOf } from "@/lib/platform/error-sentences";
import { formatMoney, money } from "@/lib/platform/money";
import { declineReason, listDeclinedCards, listDeclines } from "@/lib/subscriptions/decline-reason";
import { findOpenOrder, itemOf, type SubscriptionRow } from "@/lib/subscriptions/queries";
import { periodWords } from "@/lib/subscriptions/schedule";
import type { NextAttempt } from "./dunning";

/**
 * Queues the e-mail about a declined renewal: when it is retried, or what the shopper has to do. One per attempt: the
 * payment's id, or the period's number where there was no card to charge, is part of the key. None about a retry after
 * a fault that no action mends.
 */
export async function queueDunningEmail(
  subscription: SubscriptionRow,
  next: Exclude<NextAttempt, { kind: "charge" }>,
): Promise<void> {
  const last = listDeclines(subscription).at(-1);
  if (next.kind === "retry" && last && ruleOf(last).fault) return;
  const { id, savedCard, currency, paidPeriods } = subscription;
  const order = findOpenOrder(subscription);
  const first = subscription.orders.find(({ period }) => period === 1);
  const to = await findEmail(subscription);
  if (!to || !first) return;
  const what = nameOf(subscription);
  const { interval, count } = subscription;
  const period = { name: what, interval, count, period: paidPeriods + 1, isAutomatic: false };
  const about = {
    what: periodWords(period),
    amount: formatMoney(money(order?.total ?? first.total, currency)),
    card: savedCard
      ? cardName({ brand: shownScheme(savedCard), last4: savedCard.last4 })
      : "your deleted card",
    url: urlOf(subscription),
  };
  const attempt = order?.payments.at(-1)?.id ?? `${id}-${paidPeriods + 1}`;
  if (next.kind === "ask-shopper" && next.state === "needs_authentication") {
    const body = <ActionNeededEmail {...about} />;
    return queueMail({ key: `action:${attempt}`, to, subject: `${what}: please confirm`, body });
  }
  const reason = declineReason(subscription, next.kind === "ask-shopper") ?? sentenceOf("card.declined");
  const nextTry =
    next.kind === "retry" ? `We try again on ${longDate(next.at)}, try ${next.number} of ${next.of}.` : null;
  const isBarred = savedCard?.state !== "attached" || listDeclinedCards(subscription).includes(savedCard.id);
  await queueMail({
    key: `failed:${attempt}:${next.kind}`,
    to,
    subject: `${what} could not be paid`,
    body: <PaymentFailedEmail {...about} reason={reason} nextTry={nextTry} isBarred={isBarred} />,
  });
}

/** Queues the e-mail that a subscription has lapsed. One per subscription. */
export async function queueLapsedEmail(subscription: SubscriptionRow): Promise<void> {
  const to = await findEmail(subscription);
  if (!to) return;
  const what = nameOf(subscription);
  await queueMail({
    key: `lapsed:${subscription.id}`,
    to,
    subject: `${what} has ended`,
    body: <SubscriptionLapsedEmail what={what} url={urlOf(subscription)} />,
  });
}

async function findEmail({ userId }: SubscriptionRow): Promise<string | undefined> {
  const user = await db().user.findUnique({ where: { id: userId }, select: { email: true } });
  return user?.email;
}

const nameOf = (subscription: SubscriptionRow) => `Your ${itemOf(subscription)?.name ?? "subscription"}`;

const urlOf = ({ id }: SubscriptionRow) => `${env().NEXTAUTH_URL}/subscriptions/${id}`;

const longDate = (date: Date) =>
  new Intl.DateTimeFormat("en", { dateStyle: "long", timeZone: "UTC" }).format(date);

type Props = {
  /** Such as "Your Bosun, instalment 2 of 3". */
  what: string;
  amount: string;
  card: string;
  url: string;
};

const PaymentFailedEmail = ({
  what,
  amount,
  card,
  url,
  reason,
  nextTry,
  isBarred,
}: Props & { reason: string; nextTry: string | null; isBarred: boolean }) => (
  <Letter
    preview={`${amount} could not be charged to ${card}.`}
    heading="A payment did not go through."
    action={{ label: isBarred ? "Choose another card" : "Pay now", url }}
    footnote={
      nextTry ??
      (isBarred
        ? "We do not try again until you choose a card."
        : "We do not try again: you can still pay now.")
    }
  >
    <Paragraph>
      {what}: {amount} could not be charged to {card}. {reason}
    </Paragraph>
  </Letter>
);

const ActionNeededEmail = ({ what, amount, card, url }: Props) => (
  <Letter
    preview="Your bank asks you to confirm a payment."
    heading="Your bank asks you to confirm a payment."
    action={{ label: "Confirm with your bank", url }}
    footnote="Nothing is charged until you confirm."
  >
    <Paragraph>
      {what}: your bank asks you to confirm {amount} on {card} yourself. It takes a minute.
    </Paragraph>
  </Letter>
);

const SubscriptionLapsedEmail = ({ what, url }: { what: string; url: string }) => (
  <Letter
    preview="It has ended, and nothing more is charged."
    heading="Your subscription has ended."
    action={{ label: "See your subscription", url }}
    footnote="You can subscribe again at any time, at the current price."
  >
    <Paragraph>
      {what} has ended: its last payment did not go through, and no other card was chosen within 30 days.
      Nothing more is charged.
    </Paragraph>
  </Letter>
);
