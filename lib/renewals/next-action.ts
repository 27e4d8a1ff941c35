import { isConfirmed, whyCannotPay } from "@/lib/cards/token-status";
import { isFinal, wasCaptured } from "@/lib/payments/payment-status";
import type { PaymentRow } from "@/lib/payments/queries";
import { DAY_MS, MINUTE_MS } from "@/lib/platform/durations";
import { listDeclines } from "@/lib/subscriptions/decline-reason";
import { findOpenOrder, type SubscriptionRow } from "@/lib/subscriptions/queries";
import { lapseDate } from "@/lib/subscriptions/schedule";
import { isCharged, needsShopper } from "@/lib/subscriptions/subscription-status";
import { type FailedAttempt, type NextAttempt, nextAttempt } from "./dunning";

export type NextAction =
  | NextAttempt
  /** Look again at this time. */
  | { kind: "wait"; at: Date }
  /** A charge was begun whose outcome was not, or not wholly, recorded. */
  | { kind: "resume"; payment: PaymentRow }
  /** Nothing to do until the shopper acts. */
  | { kind: "idle" }
  | { kind: "end" };

/** How long a pending payment of the shopper (CIT) is given before the worker looks again. */
const CHECKOUT_MS = 10 * MINUTE_MS;

/** What to do with a subscription. A pure function of rows and time: every worker comes to the same result. */
export function nextAction(subscription: SubscriptionRow, now: Date): NextAction {
  const { state, dueAt, count, createdAt } = subscription;
  const payments = findOpenOrder(subscription)?.payments ?? [];
  const pending = payments.filter((payment) => !isFinal(payment.state));
  const begun =
    payments.find((payment) => wasCaptured(payment.state)) ??
    pending.find((payment) => payment.initiation === "mit");
  if (begun) return { kind: "resume", payment: begun };
  // The shopper is paying; their payment takes precedence.
  if (pending.length > 0) return { kind: "wait", at: new Date(now.getTime() + CHECKOUT_MS) };
  if (state === "starting") return endAt(new Date(createdAt.getTime() + DAY_MS), now);
  if (needsShopper(state) && dueAt && count === null) return endAt(lapseDate(dueAt), now);
  if (!isCharged(state) || !dueAt) return { kind: "idle" };
  if (dueAt > now) return { kind: "wait", at: dueAt };
  return nextAttempt(failedAttemptsOf(subscription, now), now);
}

const endAt = (at: Date, now: Date): NextAction => (at <= now ? { kind: "end" } : { kind: "wait", at });

/**
 * The declines so far. Only a card that is gone, or was never confirmed, stops a charge: expiry and `isChargeable` in our row may be out of date,
 * and ProcessOut decides when the card is charged.
 */
function failedAttemptsOf(subscription: SubscriptionRow, now: Date): FailedAttempt[] {
  const { savedCard } = subscription;
  const isGone = !savedCard || whyCannotPay(savedCard, now) === "not-saved";
  if (isGone) return [notCharged("subscription.no-card", now)];
  if (!isConfirmed(savedCard)) return [notCharged("card.needs-authentication", now)];
  return listDeclines(subscription);
}

/** As if a charge had been declined: the card is not fit to be charged. */
const notCharged = (code: string, at: Date): FailedAttempt => ({ code, advice: null, at });
