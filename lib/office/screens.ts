import type { PaymentStatus } from "@/lib/payments/payment-status";
import type { Money } from "@/lib/platform/money";
import type { SubscriptionStatus } from "@/lib/subscriptions/subscription-status";

/** What the back office draws. Made by `lib/data/office`; unlike a shopper's pages it shows ProcessOut's ids. */

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
  /** ProcessOut's word for the verification, or `deleted`. */
  standing: string;
  tokenId: string | null;
};

export type OfficePayment = {
  id: string;
  orderLabel: string;
  /** Null for a guest. */
  userId: string | null;
  name: string;
  email: string;
  amount: Money;
  refunded: Money;
  status: PaymentStatus;
  brand: string | null;
  last4: string | null;
  startedAt: Date;
  isOffSession: boolean;
};

export type OfficeRefund = {
  id: string;
  amount: Money;
  /** `sent_back`: it went through, and failed later. */
  state: "asking" | "done" | "failed" | "sent_back";
  reason: string;
  problem: string | null;
  staff: string;
  askedAt: Date;
};

/** A refund that failed after it went through: the shopper does not have the money. */
export type SentBackRefund = {
  id: string;
  paymentId: string;
  orderLabel: string;
  name: string;
  amount: Money;
  at: Date;
};

/** A mail that has failed so far. */
export type StuckMail = {
  key: string;
  to: string;
  subject: string;
  problem: string;
  attempts: number;
  queuedAt: Date;
  /** Null: nobody tries any more. */
  nextAt: Date | null;
};

export type OfficePaymentFile = OfficePayment & {
  /** What may still be given back: taken, not refunded, not being refunded. */
  left: Money;
  failureCode: string | null;
  authorizedAt: Date | null;
  capturedAt: Date | null;
  /** When ProcessOut was last read. */
  syncedAt: Date | null;
  ids: { label: string; value: string }[];
  refunds: OfficeRefund[];
};

export type OfficeSubscription = {
  id: string;
  what: string;
  state: SubscriptionStatus;
  /** Of one period, or of all instalments together. */
  price: Money;
  interval: "week" | "month";
  paid: number;
  /** How many payments in all; null goes on. */
  count: number | null;
  dueAt: Date | null;
  userId: string;
  name: string | null;
  email: string;
};

export type OfficeSubscriptionFile = OfficeSubscription & {
  next: { dueAt: Date; amount: Money } | null;
  /** When the worker looks at it by itself; null for never. */
  wakeAt: Date | null;
  /** When its first period was paid. */
  startedAt: Date | null;
  endedAt: Date | null;
  /** It ended because nobody brought a card that works. */
  hasLapsed: boolean;
  card: OfficeCard | null;
  ids: { label: string; value: string }[];
};

/** One period of a subscription with every try to charge it, the latest first. */
export type OfficePeriod = {
  number: number;
  orderLabel: string;
  state: "open" | "paid" | "canceled";
  amount: Money;
  placedAt: Date;
  tries: (OfficePayment & { problem: string | null })[];
};

export type OfficeEvent = {
  id: string;
  name: string;
  state: "received" | "parked" | "done" | "expired";
  note: string | null;
  attempts: number;
  receivedAt: Date;
  dueAt: Date | null;
  doneAt: Date | null;
};

export type OfficeJob = {
  job: string;
  ranAt: Date | null;
  workedAt: Date | null;
  workCount: number;
  failedAt: Date | null;
  failure: string | null;
};

export type Act = { id: string; staff: string; act: string; subject: string; detail: string; at: Date };

export type Page<Row> = { rows: Row[]; page: number; hasMore: boolean };

/** What somebody typed to find something: a ProcessOut id, an order's number, or words. */
export type Query =
  | { kind: "everything" }
  | { kind: "id"; id: string; prefix: string }
  | { kind: "order"; number: number }
  | { kind: "words"; words: string };

/** `test-` is part of a project's id only. Case matters in ids, and not in the label of an order. */
export function readQuery(typed: string): Query {
  const text = typed.trim().slice(0, 120);
  if (text === "") return { kind: "everything" };
  const id = /^(cust|tok|card|iv|tr|refd)_[A-Za-z0-9]+$/.exec(text);
  if (id) return { kind: "id", id: text, prefix: `${id[1]}` };
  const order = /^hc-?(\d{5,9})$/i.exec(text);
  if (order) return { kind: "order", number: Number(order[1]) - 10_000 };
  return { kind: "words", words: text };
}
