import type { StaffViewer } from "@/lib/auth/staff-viewer";
import { declineSentence, ruleOf } from "@/lib/payments/decline-rules";
import { orderLabel } from "@/lib/payments/order";
import { type PaymentStatus, PENDING_STATES, parsePaymentStatus } from "@/lib/payments/payment-status";
import { REFUND_FAILED_LATER, refundableAmount } from "@/lib/payments/refunds";
import { now } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db";
import { DAY_MS } from "@/lib/platform/durations";
import { env } from "@/lib/platform/env";
import { AppError } from "@/lib/platform/errors";
import { money } from "@/lib/platform/money";
import { inRepeatableRead } from "@/lib/platform/repeatable-read";
import { listSeriesChoices } from "@/lib/subscriptions/after-refund";
import { periodWords } from "@/lib/subscriptions/schedule";
import type { Payment, Prisma, SeriesAfterRefund } from "@/prisma/generated/client";
import { skipTake, toPage } from "./page";
import type { OfficePayment, OfficePaymentDetails, Page } from "./screens";
import { wherePaymentHas } from "./search-by-processout-id";
import { parseSearch, type SearchQuery } from "./search-query";

export const withOrder = {
  order: {
    select: {
      number: true,
      userId: true,
      guestKey: true,
      name: true,
      email: true,
      subscriptionId: true,
      period: true,
      lines: { select: { name: true }, orderBy: { position: "asc" }, take: 1 },
      subscription: { select: { id: true, state: true, count: true, interval: true } },
    },
  },
} satisfies Prisma.PaymentInclude;

type PaymentWithOrder = Prisma.PaymentGetPayload<{ include: typeof withOrder }>;

/** A status, or `pending` for all that are not final. */
type PaymentFilter = PaymentStatus | "pending";

/** The filter that an address names; undefined for another word. */
export const parsePaymentFilter = (word: string): PaymentFilter | undefined =>
  word === "pending" ? word : parsePaymentStatus(word);

type Filter = {
  search: string;
  status?: PaymentFilter | undefined;
  userId?: string;
  orderId?: string;
  page: number;
};

/** Payments, newest first; searched by name, e-mail, order number or any ProcessOut id. */
export async function listPayments(
  _: StaffViewer,
  { search, status, userId, orderId, page }: Filter,
): Promise<Page<OfficePayment>> {
  const { PROCESSOUT_PROJECT_ID: projectId } = env();
  const rows = await inRepeatableRead(
    db().payment.findMany({
      where: {
        projectId,
        orderId,
        state: status === "pending" ? { in: [...PENDING_STATES] } : status,
        AND: [await whereMatches(parseSearch(search)), userId ? { order: { userId } } : {}],
      },
      include: withOrder,
      orderBy: [{ startedAt: "desc" }, { id: "desc" }],
      ...skipTake(page),
    }),
  );
  return toPage(rows.map(toOfficePayment), page);
}

export function toOfficePayment({ order, ...row }: PaymentWithOrder): OfficePayment {
  return {
    id: row.id,
    orderId: row.orderId,
    orderLabel: orderLabel(order.number),
    userId: order.userId,
    name: order.name,
    email: order.email,
    amount: money(row.amount, row.currency),
    refunded: money(row.refundedAmount, row.currency),
    status: row.state,
    dispute: row.dispute,
    brand: row.scheme,
    last4: row.last4,
    startedAt: row.startedAt,
    isOffSession: row.initiation === "mit",
    failure: failureOf(row),
    series: seriesOf(order, row.initiation === "mit"),
  };
}

/** "Bosun, instalment 2 of 3, charged automatically", with its subscription. */
function seriesOf(
  { subscription, period, lines }: PaymentWithOrder["order"],
  isAutomatic: boolean,
): OfficePayment["series"] {
  if (!subscription || period === null) return null;
  const { id, interval, count } = subscription;
  const name = lines[0]?.name ?? "Subscription";
  return { subscriptionId: id, text: periodWords({ name, interval, count, period, isAutomatic }) };
}

function failureOf({ failureCode: code, retryAdvice: advice }: Payment): OfficePayment["failure"] {
  if (!code) return null;
  return { code, sentence: declineSentence({ code, advice }), rule: ruleOf({ code, advice }).label };
}

const SHOWN_FOR_MS = 30 * DAY_MS;

/** Authorizations of the last 30 days that ProcessOut would not capture, or has not captured yet: nothing was paid. */
export async function listUncaptured(_: StaffViewer): Promise<OfficePayment[]> {
  const since = new Date((await now()).getTime() - SHOWN_FOR_MS);
  const { PROCESSOUT_PROJECT_ID: projectId } = env();
  const rows = await inRepeatableRead(
    db().payment.findMany({
      where: { projectId, captureProblem: { not: null }, capturedAt: null, startedAt: { gte: since } },
      include: withOrder,
      orderBy: [{ startedAt: "desc" }, { id: "desc" }],
      take: 20,
    }),
  );
  return rows.map(toOfficePayment);
}

async function whereMatches(query: SearchQuery): Promise<Prisma.PaymentWhereInput> {
  if (query.kind === "everything") return {};
  if (query.kind === "order") return { order: { number: query.number } };
  if (query.kind === "id") return wherePaymentHas(query);
  const words = { contains: query.words, mode: "insensitive" } as const;
  return { order: { OR: [{ name: words }, { email: words }] } };
}

const withRefunds = {
  ...withOrder,
  refunds: { orderBy: { requestedAt: "desc" } },
  disputes: { orderBy: { seenAt: "asc" } },
} satisfies Prisma.PaymentInclude;

export type PaymentWithRefunds = Prisma.PaymentGetPayload<{ include: typeof withRefunds }>;

/** A payment with its refunds and ids; null when the id is unknown. */
export async function getPayment(staff: StaffViewer, id: string): Promise<OfficePaymentDetails | null> {
  const row = await findPayment(staff, id);
  if (!row) return null;
  const { currency, refunds, retryAdvice, captureProblem, captureAttempts } = row;
  const { authorizedAt, capturedAt, syncedAt } = row;
  return {
    ...toOfficePayment(row),
    refundable: money(refundableAmount(row), currency),
    retryAdvice,
    captureProblem,
    captureAttempts,
    authorizedAt,
    capturedAt,
    syncedAt,
    disputeSteps: row.disputes.map(({ state, seenAt }) => ({ state, seenAt })),
    ids: await listIds(row),
    seriesChoices: listRefundChoices(row.order),
    refunds: refunds.map(
      ({ id, state, amount, reason, failureCode: problem, staff, requestedAt, seriesAfter }) => {
        const shown = problem === REFUND_FAILED_LATER ? "failed_later" : state;
        return {
          id,
          state: shown,
          amount: money(amount, currency),
          reason,
          problem,
          staff,
          requestedAt,
          seriesAfter,
        };
      },
    ),
  };
}

/** What may be decided about the series whose period a refund pays back. Empty: the order belongs to no running series. */
export const listRefundChoices = ({ subscription }: PaymentWithOrder["order"]): SeriesAfterRefund[] =>
  subscription ? listSeriesChoices(subscription) : [];

/** Throws an AppError `not-found`. */
export async function requirePayment(staff: StaffViewer, id: string): Promise<PaymentWithRefunds> {
  const row = await findPayment(staff, id);
  if (!row) throw new AppError({ code: "not-found", message: "The payment does not exist" });
  return row;
}

const findPayment = (_: StaffViewer, id: string): Promise<PaymentWithRefunds | null> =>
  db().payment.findFirst({ where: { id, projectId: env().PROCESSOUT_PROJECT_ID }, include: withRefunds });

async function listIds({
  invoiceId,
  transactionId,
  customerId,
  cardId,
  savedCardId,
  refunds,
}: PaymentWithRefunds) {
  const card = savedCardId && (await db().savedCard.findUnique({ where: { id: savedCardId } }));
  const known = [
    ["Invoice", invoiceId],
    ["Transaction", transactionId],
    ["ProcessOut Customer", customerId],
    ["Token", card ? card.tokenId : null],
    ["Card", cardId],
    ...refunds.map(({ refundId }) => ["Refund", refundId] as const),
  ] as const;
  return known.flatMap(([label, value]) => (value ? [{ label, value }] : []));
}
