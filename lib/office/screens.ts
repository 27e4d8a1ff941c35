import type { CardStatus } from "@/lib/cards/card";
import type { Contact } from "@/lib/payments/contact-schema";
import type { PaymentStatus } from "@/lib/payments/payment-status";
import type { Money } from "@/lib/platform/money";
import type { OrderSeries } from "@/lib/subscriptions/subscription";
import type { SubscriptionStatus } from "@/lib/subscriptions/subscription-status";
import type { DisputeState } from "@/prisma/generated/enums";

/** The rows of the office's screens. Unlike a shopper's screens they contain ProcessOut's ids. */

export type OfficeCustomer = {
  id: string;
  name: string | null;
  email: string;
  since: Date;
  cards: number;
  orders: number;
};

export type OfficeCard = {
  id: string;
  brand: string | null;
  last4: string | null;
  expMonth: number | null;
  expYear: number | null;
  /** As the shopper reads it; an expired card is `expired` whatever its bank said before. */
  status: CardStatus | "expired" | "deleted";
  statusLabel: string;
  /** ProcessOut's verification status. Null: not read yet. */
  code: string | null;
  tokenId: string | null;
};

export type OfficePayment = {
  id: string;
  orderId: string;
  orderLabel: string;
  /** Null for a guest. */
  userId: string | null;
  name: string;
  email: string;
  amount: Money;
  refunded: Money;
  status: PaymentStatus;
  dispute: DisputeState | null;
  brand: string | null;
  last4: string | null;
  startedAt: Date;
  isOffSession: boolean;
  /** Why it was not paid. */
  failure: OfficeFailure | null;
  /** The period of a series that it pays, in words. */
  series: OrderSeries | null;
};

/** A failed payment's code, the sentence that the shopper reads, and the rule for retries. */
export type OfficeFailure = { code: string; sentence: string; rule: string };

export type OfficeRefund = {
  id: string;
  amount: Money;
  /** `failed_later`: the refund completed and failed afterwards. */
  state: "requested" | "succeeded" | "failed" | "failed_later";
  reason: "customer_request" | "duplicate" | "fraud" | "other";
  problem: string | null;
  staff: string;
  requestedAt: Date;
  /** What it does to the series whose period it refunds. */
  seriesAfter: SeriesAfterRefund | null;
};

export type SeriesAfterRefund = "continues" | "pauses" | "ends";

/** A refund that completed and failed afterwards: the shopper does not have the money. */
export type FailedRefund = {
  id: string;
  paymentId: string;
  orderLabel: string;
  name: string;
  amount: Money;
  at: Date;
};

export type OfficePaymentDetails = OfficePayment & {
  /** Captured, not refunded, and without a pending refund. */
  refundable: Money;
  /** What is advised about a retry. */
  retryAdvice: string | null;
  /** ProcessOut's answer to the last of the captures so far, if the payment was not captured. */
  captureProblem: string | null;
  captureAttempts: number;
  authorizedAt: Date | null;
  capturedAt: Date | null;
  /** When the payment was last read from ProcessOut. */
  syncedAt: Date | null;
  disputeSteps: { state: DisputeState; seenAt: Date }[];
  ids: { label: string; value: string }[];
  refunds: OfficeRefund[];
  /** What a refund may do to the series of the payment. Empty: there is no running series. */
  seriesChoices: SeriesAfterRefund[];
};

export type OfficeSubscription = {
  id: string;
  /** Quantity and product, such as "2 × Landfall". */
  item: string;
  state: SubscriptionStatus;
  /** Of one period, or of all instalments together. */
  price: Money;
  interval: "week" | "month";
  paid: number;
  /** The number of payments; null for a subscription without an end. */
  count: number | null;
  dueAt: Date | null;
  userId: string;
  name: string | null;
  email: string;
};

export type OfficeSubscriptionDetails = OfficeSubscription & {
  next: { dueAt: Date; amount: Money } | null;
  /** The worker's next attempt after a decline. */
  nextTry: { at: Date; number: number; of: number } | null;
  /** The earliest time at which the worker processes it; null for never. */
  processAfter: Date | null;
  /** When the first period was paid. */
  startedAt: Date | null;
  endedAt: Date | null;
  /** It ended because no working card was provided. */
  hasLapsed: boolean;
  /** A dispute paused it, and staff have to decide how it goes on. */
  isDisputed: boolean;
  card: OfficeCard | null;
  ids: { label: string; value: string }[];
};

/** One period of a subscription with every attempt to charge it, the latest first. */
export type OfficePeriod = {
  number: number;
  orderId: string;
  orderLabel: string;
  state: "open" | "paid" | "canceled";
  amount: Money;
  placedAt: Date;
  attempts: OfficePayment[];
};

/** "HC-10042 was declined: there is not enough money on this card", with the page that shows more. */
export type EventWords = { sentence: string; href: string };

export type OfficeEvent = {
  id: string;
  name: string;
  state: "received" | "deferred" | "done" | "expired";
  note: string | null;
  /** Null for an event about nothing that is known here. */
  words: EventWords | null;
  attempts: number;
  receivedAt: Date;
  dueAt: Date | null;
  doneAt: Date | null;
};

export type OfficeOrder = {
  id: string;
  label: string;
  state: "open" | "paid" | "canceled";
  total: Money;
  placedAt: Date;
  paidAt: Date | null;
  /** Null for a guest. */
  userId: string | null;
  contact: Contact;
  subscriptionId: string | null;
  lines: { sku: string; name: string; detail: string; quantity: number; total: Money }[];
};

export type Page<Row> = { rows: Row[]; page: number; hasMore: boolean };
