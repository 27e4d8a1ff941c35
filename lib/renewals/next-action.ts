import { whyCannotPay } from "@/lib/cards/token-status";
import { isSettled, isTaken } from "@/lib/payments/payment-status";
import type { PaymentRow } from "@/lib/payments/queries";
import { DAY_MS, MINUTE_MS } from "@/lib/platform/durations";
import { findOpenOrder, type SubscriptionRow } from "@/lib/subscriptions/queries";
import { isCharged, isWaiting } from "@/lib/subscriptions/subscription-status";
import { type Failure, isFinal, type NextTry, nextTry } from "./dunning";

export type Decision =
  | NextTry
  | { kind: "later"; at: Date }
  /** A charge was begun, and nobody wrote down how it ended, or not all of it. */
  | { kind: "resume"; payment: PaymentRow }
  /** Nothing happens by itself until somebody acts. */
  | { kind: "rest" }
  | { kind: "give-up" };

/** How long the shopper may take to bring a card that works, before a coffee subscription lapses. */
const PATIENCE_MS = 30 * DAY_MS;

/** What to do with a subscription now. Read from rows alone, so any worker, at any time, comes to the same. */
export function decide(subscription: SubscriptionRow, now: Date): Decision {
  const { state, dueAt, count, createdAt } = subscription;
  const payments = findOpenOrder(subscription)?.payments ?? [];
  const unsettled = payments.filter((payment) => !isSettled(payment.state));
  const begun =
    payments.find((payment) => isTaken(payment.state)) ??
    unsettled.find((payment) => payment.initiation === "mit");
  if (begun) return { kind: "resume", payment: begun };
  // The shopper is at the checkout or with the bank: what they do comes first.
  if (unsettled.length > 0) return { kind: "later", at: new Date(now.getTime() + 10 * MINUTE_MS) };
  if (state === "starting") return giveUpAt(new Date(createdAt.getTime() + DAY_MS), now);
  if (isWaiting(state) && dueAt && count === null) return giveUpAt(lapseDate(dueAt), now);
  if (!isCharged(state) || !dueAt) return { kind: "rest" };
  if (dueAt > now) return { kind: "later", at: dueAt };
  return nextTry(failuresOf(subscription, payments, now), now);
}

export const lapseDate = (dueAt: Date) => new Date(dueAt.getTime() + PATIENCE_MS);

const giveUpAt = (at: Date, now: Date): Decision => (at <= now ? { kind: "give-up" } : { kind: "later", at });

/**
 * The tries with the card in use: another card starts afresh, as the networks count by card. A refusal that is final
 * counts as well when the shopper was there. One that was given up before it was sent is no try.
 */
function failuresOf({ savedCard }: SubscriptionRow, payments: PaymentRow[], now: Date): Failure[] {
  // "not-chargeable" may be out of date here: ProcessOut decides when the card is charged.
  const reason = savedCard ? whyCannotPay(savedCard, now) : "not-saved";
  if (!savedCard || reason === "not-saved") return [noCard("subscription.no-card", now)];
  if (reason === "expired") return [noCard("card.expired", now)];
  return payments
    .filter(({ state, savedCardId }) => state === "failed" && savedCardId === savedCard.id)
    .map(({ initiation, failureCode, retryAdvice, startedAt }) => {
      return { initiation, code: failureCode ?? "card.declined", advice: retryAdvice, at: startedAt };
    })
    .filter((failure) =>
      failure.initiation === "cit" ? isFinal(failure) : failure.code !== "payment.superseded",
    );
}

const noCard = (code: string, at: Date): Failure => ({ code, advice: null, at });
