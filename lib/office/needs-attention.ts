import type { StaffViewer } from "@/lib/auth/staff-viewer";
import { orderLabel } from "@/lib/payments/order";
import { PENDING_STATES } from "@/lib/payments/payment-status";
import { now } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db";
import { DAY_MS, HOUR_MS } from "@/lib/platform/durations";
import { env } from "@/lib/platform/env";
import { formatMoney, money } from "@/lib/platform/money";
import { inRepeatableRead } from "@/lib/platform/repeatable-read";
import { findVariant } from "@/lib/shop/catalogue/variants";
import type { Prisma } from "@/prisma/generated/client";
import { declineReasonFor } from "./decline-reason";
import { isAwaitingStaff } from "./disputes";
import { wordsOfEvents } from "./event-subjects";
import { listUnpaidFailedRefunds } from "./failed-refunds";
import type { AttentionGroup, AttentionRow, JobWords } from "./overview-screens";
import { withOrder } from "./payments";
import { isStopped } from "./stalled-rows";
import { jobTitle } from "./words";

const SHOWN = 5;

/** A challenge takes minutes, and a job asks about an unknown outcome every minute: after this time a person looks. */
const UNKNOWN_AFTER_MS = 2 * HOUR_MS;
/** After a week without another attempt the shopper has bought elsewhere. */
const DECLINED_FOR_MS = 7 * DAY_MS;

/** What a person has to look at today, the most urgent kind first. Kinds with nothing to do are left out. */
export async function listNeedsAttention(
  _: StaffViewer,
  jobs: readonly JobWords[],
): Promise<AttentionGroup[]> {
  const at = (await now()).getTime();
  const groups = await Promise.all([
    listOpenDisputes(),
    listFailedRefunds(),
    listUnknownOutcomes(new Date(at - UNKNOWN_AFTER_MS)),
    listWaitingSubscriptions("needs_card", "Subscriptions that need another card", "needs another card"),
    listWaitingSubscriptions(
      "needs_authentication",
      "Subscriptions that wait for the customer",
      "has to be confirmed by the customer with the bank",
    ),
    listDeclinedOrders(new Date(at - DECLINED_FOR_MS)),
    listParkedWebhooks("deferred", "Parked webhooks", "about something that is not known here yet"),
    listParkedWebhooks("received", "Webhooks whose processing failed", "processing failed"),
    listUndeliveredMails(),
    listStoppedRows(jobs),
  ]);
  return groups.filter(({ count }) => count > 0);
}

const inProject = () => ({ projectId: env().PROCESSOUT_PROJECT_ID });

type PaymentWithOrder = Prisma.PaymentGetPayload<{ include: typeof withOrder }>;

/** "HC-10042, Ada Lindqvist: €25.00 is disputed" */
function paymentRow(payment: PaymentWithOrder, says: string, since = payment.startedAt): AttentionRow {
  const { id, order, amount, currency } = payment;
  const sentence = `${orderLabel(order.number)}, ${order.name}: ${formatMoney(money(amount, currency))} ${says}`;
  return { key: id, href: `/office/payments/${id}`, sentence, since };
}

async function listOpenDisputes(): Promise<AttentionGroup> {
  const where = { ...inProject(), ...isAwaitingStaff };
  const include = { ...withOrder, disputes: { orderBy: { seenAt: "desc" }, take: 1 } } as const;
  const orderBy = [{ startedAt: "asc" }, { id: "asc" }] as const;
  const rows = await inRepeatableRead(
    db().payment.findMany({ where, include, orderBy: [...orderBy], take: SHOWN }),
  );
  return {
    title: "Disputes that wait for an answer",
    count: await db().payment.count({ where }),
    allHref: "/office#disputes",
    rows: rows.map((row) => paymentRow(row, disputeWords(row), row.disputes[0]?.seenAt)),
  };
}

function disputeWords({ dispute, order }: PaymentWithOrder): string {
  if (dispute === "opened") return "is disputed";
  if (dispute === "retrieval_request") return "is asked about by the bank";
  return order.subscription ? "was disputed, and its subscription waits for a decision" : "was disputed";
}

async function listFailedRefunds(): Promise<AttentionGroup> {
  const refunds = await listUnpaidFailedRefunds();
  return {
    title: "Refunds that did not reach the shopper",
    count: refunds.length,
    allHref: "/office#failed-refunds",
    rows: refunds.slice(0, SHOWN).map(({ id, paymentId, orderLabel: label, name, amount, at }) => ({
      key: id,
      href: `/office/payments/${paymentId}`,
      sentence: `${label}, ${name}: the refund of ${formatMoney(amount)} was returned by the bank`,
      since: at,
    })),
  };
}

/** Pending for hours, or authorized and not captured by ProcessOut. */
async function listUnknownOutcomes(before: Date): Promise<AttentionGroup> {
  const where: Prisma.PaymentWhereInput = {
    ...inProject(),
    OR: [
      { state: { in: ["authorizing", "authorized"] }, startedAt: { lt: before } },
      { state: "authorized", captureProblem: { not: null } },
    ],
  };
  const orderBy: Prisma.PaymentOrderByWithRelationInput[] = [{ startedAt: "asc" }, { id: "asc" }];
  const rows = await inRepeatableRead(
    db().payment.findMany({ where, include: withOrder, orderBy, take: SHOWN }),
  );
  return {
    title: "Payments without a known outcome",
    count: await db().payment.count({ where }),
    allHref: "/office/payments?state=pending",
    rows: rows.map((row) =>
      paymentRow(row, row.captureProblem ? "is authorized and not captured" : "has no known outcome"),
    ),
  };
}

async function listWaitingSubscriptions(
  state: "needs_card" | "needs_authentication",
  title: string,
  says: string,
): Promise<AttentionGroup> {
  const where = { ...inProject(), state };
  const rows = await inRepeatableRead(
    db().subscription.findMany({
      where,
      include: { user: { select: { name: true, email: true } } },
      orderBy: [{ dueAt: "asc" }, { id: "asc" }],
      take: SHOWN,
    }),
  );
  return {
    title,
    count: await db().subscription.count({ where }),
    allHref: `/office/subscriptions?state=${state}`,
    rows: rows.map(({ id, sku, user, dueAt, createdAt }) => ({
      key: id,
      href: `/office/subscriptions/${id}`,
      sentence: `${user.name ?? user.email}: ${findVariant(sku)?.product.name ?? sku} ${says}`,
      since: dueAt ?? createdAt,
    })),
  };
}

/** Orders of carts whose latest attempts were declined and that were not paid since, one row per order. */
async function listDeclinedOrders(since: Date): Promise<AttentionGroup> {
  const byBank = [{ failureCode: { startsWith: "card." } }, { failureCode: { startsWith: "gateway." } }];
  const declined = { ...inProject(), state: "failed", startedAt: { gte: since }, OR: byBank } as const;
  const where: Prisma.OrderWhereInput = {
    state: "open",
    intent: "one_off",
    payments: { some: declined, none: { state: { in: [...PENDING_STATES] } } },
  };
  const latest = { where: declined, include: withOrder, orderBy: { startedAt: "desc" }, take: 1 } as const;
  const orders = await inRepeatableRead(
    db().order.findMany({
      where,
      include: { payments: latest },
      orderBy: [{ placedAt: "asc" }, { id: "asc" }],
      take: SHOWN,
    }),
  );
  return {
    title: "Declined and not paid since",
    count: await db().order.count({ where }),
    allHref: "/office/payments?state=failed",
    rows: orders.flatMap(({ payments }) =>
      payments.map((payment) => paymentRow(payment, `was declined: ${reasonOf(payment)}`)),
    ),
  };
}

const reasonOf = ({ failureCode: code, retryAdvice: advice }: PaymentWithOrder) =>
  declineReasonFor({ code: code ?? "default", advice });

async function listParkedWebhooks(
  state: "deferred" | "received",
  title: string,
  says: string,
): Promise<AttentionGroup> {
  const where = { ...inProject(), state, attempts: { gt: 0 } };
  const orderBy: Prisma.WebhookEventOrderByWithRelationInput[] = [{ receivedAt: "asc" }, { id: "asc" }];
  const rows = await db().webhookEvent.findMany({ where, orderBy, take: SHOWN });
  const words = await wordsOfEvents(rows);
  return {
    title,
    count: await db().webhookEvent.count({ where }),
    allHref: `/office/webhooks?state=${state}`,
    rows: rows.map(({ id, name, receivedAt }) => ({
      key: id,
      href: `/office/webhooks?q=${id}`,
      sentence: `${words.get(id)?.sentence ?? name}: ${says}`,
      since: receivedAt,
    })),
  };
}

async function listUndeliveredMails(): Promise<AttentionGroup> {
  const where = { sentAt: null, givenUpAt: { not: null } };
  const rows = await db().queuedMail.findMany({ where, orderBy: { queuedAt: "asc" }, take: SHOWN });
  return {
    title: "Undelivered e-mails",
    count: await db().queuedMail.count({ where }),
    allHref: "/office#mails",
    rows: rows.map(({ key, to, subject, queuedAt }) => {
      return { key, href: "/office#mails", sentence: `${subject}, to ${to}`, since: queuedAt };
    }),
  };
}

async function listStoppedRows(jobs: readonly JobWords[]): Promise<AttentionGroup> {
  const rows = await db().stalledRow.findMany({
    where: isStopped,
    orderBy: { failedAt: "asc" },
    take: SHOWN,
  });
  return {
    title: "Work that jobs have stopped trying",
    count: await db().stalledRow.count({ where: isStopped }),
    allHref: "/office#stalled",
    rows: rows.map(({ job, rowId, failure, failedAt }) => ({
      key: `${job} ${rowId}`,
      href: "/office#stalled",
      sentence: `${jobTitle(jobs, job)}: ${failure}`,
      since: failedAt,
    })),
  };
}
