import type { PaymentStatus } from "@/lib/payments/payment-status";
import type { Money } from "@/lib/platform/money";
import type { SubscriptionStatus } from "@/lib/subscriptions/subscription-status";
import type { DisputeState, VelocityLimit } from "@/prisma/generated/enums";

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
  /** ProcessOut's verification status, or `deleted`. */
  status: string;
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
  dispute: DisputeState | null;
  brand: string | null;
  last4: string | null;
  startedAt: Date;
  isOffSession: boolean;
};

export type OfficeRefund = {
  id: string;
  amount: Money;
  /** `failed_later`: the refund completed and failed afterwards. */
  state: "requested" | "succeeded" | "failed" | "failed_later";
  reason: string;
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

/** An e-mail that the mail server has not accepted so far. */
export type FailedMail = {
  key: string;
  to: string;
  subject: string;
  problem: string;
  attempts: number;
  queuedAt: Date;
  /** Null when the worker has stopped retrying. */
  nextAt: Date | null;
};

export type OfficePaymentDetails = OfficePayment & {
  /** Captured, not refunded, and without a pending refund. */
  refundable: Money;
  failureCode: string | null;
  /** What is advised about a retry, and the rule that follows from code and advice. */
  retryAdvice: string | null;
  declineRule: string | null;
  /** ProcessOut's answer to the last of the captures so far, if the payment was not captured. */
  captureProblem: string | null;
  captureAttempts: number;
  authorizedAt: Date | null;
  capturedAt: Date | null;
  /** When the payment was last read from ProcessOut. */
  syncedAt: Date | null;
  /** The subscription whose period it paid. */
  subscriptionId: string | null;
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
  orderLabel: string;
  state: "open" | "paid" | "canceled";
  amount: Money;
  placedAt: Date;
  /** `problem` is the failure code with its rule. */
  attempts: (OfficePayment & { problem: string | null })[];
};

export type OfficeEvent = {
  id: string;
  name: string;
  state: "received" | "deferred" | "done" | "expired";
  note: string | null;
  attempts: number;
  receivedAt: Date;
  dueAt: Date | null;
  doneAt: Date | null;
};

/** A job's code name and what it does, in words. */
export type JobWords = { name: string; title: string };

export type OfficeJob = {
  job: string;
  title: string;
  ranAt: Date | null;
  workedAt: Date | null;
  workCount: number;
  failedAt: Date | null;
  failure: string | null;
};

/** A row that a job could not process. */
export type OfficeStalledRow = {
  job: string;
  rowId: string;
  failures: number;
  failure: string;
  failedAt: Date;
  /** Null when the job has stopped trying. */
  retryAt: Date | null;
};

/** What a person has to look at today, of one kind: the longest waiting first, at most five of `count`. */
export type AttentionGroup = {
  title: string;
  count: number;
  /** The list with all of them. */
  allHref: string;
  rows: AttentionRow[];
};

export type AttentionRow = { key: string; href: string; sentence: string; since: Date };

/** Presses that the limit on attempts stopped before a bank was asked. */
export type OfficeStoppedAttempts = {
  key: string;
  /** What was pressed. */
  entryPoint: string;
  limit: VelocityLimit;
  count: number;
  /** The account that pressed last. Null for a guest. */
  user: { id: string; email: string } | null;
  lastAt: Date;
};

/** An entry of the audit log. */
export type StaffAction = {
  id: string;
  /** The e-mail address of the staff member. */
  staff: string;
  action: string;
  subject: string;
  detail: string;
  at: Date;
};

export type Overview = {
  /** Captured in the last 24 hours minus refunds, one amount per currency. */
  captured: Money[];
  /** Payments that are not final. */
  pendingPayments: number;
  declinedToday: number;
};

export type Page<Row> = { rows: Row[]; page: number; hasMore: boolean };

export type OfficeCspReport = {
  directive: string;
  /** An origin, or a word such as `inline`. */
  blocked: string;
  page: string;
  count: number;
  lastAt: Date;
};
