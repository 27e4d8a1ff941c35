import type { Card } from "@/lib/cards/card";
import type { Money } from "@/lib/platform/money";
import type { SubscriptionStatus } from "./subscription-status";

/** A subscription as a screen shows it. Holds no ProcessOut id. */
export type Subscription = {
  id: string;
  status: SubscriptionStatus;
  slug: string;
  name: string;
  /** *2 × 250 g, filter*; for instalments *The whole machine, €1,290.00*. */
  detail: string;
  interval: "week" | "month";
  /** The number of payments in all. Null: renews until canceled. */
  count: number | null;
  paidPeriods: number;
  /** The next or the outstanding payment. Null after the last one. */
  next: { amount: Money; dueAt: Date } | null;
  startedAt: Date | null;
  /** Paused because one of its payments is disputed. Only staff let it go on. */
  isDisputed: boolean;
  /** When it ends, or ended, because the shopper provided no working card. */
  lapsesAt: Date | null;
  card: Pick<Card, "id" | "brand" | "last4" | "expMonth" | "expYear" | "nickname"> | null;
  /** A payment that is being charged now, or was when the shopper canceled. Known on the subscription's own page. */
  charge?: Charge | null;
  /** Why the outstanding payment failed, as a sentence for the shopper. */
  problem: string | null;
  /** When the worker tries next to charge the outstanding payment, and which attempt that is. Null: it does not. */
  nextTry: { at: Date; number: number; of: number } | null;
  /** Ids of the saved cards whose decline bars them: they cannot pay what is outstanding. */
  declinedCards: string[];
};

/** Its own card is gone or barred. Otherwise the shopper may pay the outstanding payment with the same card. */
export const needsAnotherCard = ({ card, declinedCards }: Pick<Subscription, "card" | "declinedCards">) =>
  !card || declinedCards.includes(card.id);

/** An order that is one period, in words: "Bosun, instalment 2 of 3, charged automatically". */
export type OrderSeries = { text: string; subscriptionId: string };

/** A refund of one of its periods, and what staff decided about the series with it. */
export type SeriesRefund = { amount: Money; at: Date; then: "continues" | "pauses" | "ends" };

export type Charge = { orderRef: string; amount: Money; status: "under-way" | "charged" | "not-charged" };

/** *Every month*, *6 instalments, monthly*. */
export function rhythmOf({ interval, count }: { interval: "week" | "month"; count: number | null }): string {
  if (count === null) return interval === "week" ? "Every week" : "Every month";
  return `${count} monthly instalments`;
}
