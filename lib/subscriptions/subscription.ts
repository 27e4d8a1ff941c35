import type { Card } from "@/lib/cards/card";
import type { Money } from "@/lib/platform/money";
import type { SubscriptionStatus } from "./subscription-status";

/** A subscription as a screen draws it. No ProcessOut id in it. */
export type Subscription = {
  id: string;
  status: SubscriptionStatus;
  slug: string;
  name: string;
  /** *2 × 250 g, filter*; for instalments *The whole machine, €1,290.00*. */
  detail: string;
  interval: "week" | "month";
  /** Null for one that goes on until canceled. */
  count: number | null;
  paidPeriods: number;
  /** What is charged next, or is owed. Null when nothing more is. */
  next: { amount: Money; dueAt: Date } | null;
  startedAt: Date | null;
  /** When it ends, or has ended, because nobody named a card that works. */
  lapsesAt: Date | null;
  card: Pick<Card, "id" | "brand" | "last4" | "expMonth" | "expYear"> | null;
  /** Why the last try failed, for the shopper. */
  problem: string | null;
  /** Saved cards that were refused for good, and cannot pay what is owed. */
  refusedCards: string[];
};

/** *Every month*, *6 instalments, monthly*. */
export function rhythmOf({ interval, count }: { interval: "week" | "month"; count: number | null }): string {
  if (count === null) return interval === "week" ? "Every week" : "Every month";
  return `${count} monthly instalments`;
}
