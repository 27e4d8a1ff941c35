import { beforeAll, expect, test } from "vitest";
import { WEBHOOK_HANDLERS } from "@/app/webhook-handlers";
import { makeStaffViewer } from "@/lib/auth/staff-viewer";
import { orderLabel } from "@/lib/payments/order";
import { db } from "@/lib/platform/db";
import { env } from "@/lib/platform/env";
import { money } from "@/lib/platform/money";
import { receive } from "@/lib/webhooks/receive";
import { withTestStack } from "@/tests/support/stack";
import { subscribe } from "@/tests/support/subscriber";
import { listCustomers } from "./customers";
import { listEvents } from "./events";
import { listPayments } from "./payments";
import { refundPayment } from "./refund";
import { listSubscriptions } from "./subscriptions";

const stack = withTestStack();

const staff = makeStaffViewer("kit@office.example");

/** A subscriber with a refund and another subscriber, with every event of ProcessOut's processed. */
async function makeRows() {
  const robin = await subscribe(stack.sandbox, "visa");
  await subscribe(stack.sandbox, "mastercard");
  const user = await db().user.update({
    where: { id: robin.viewer.userId },
    data: { name: "Ada Lindqvist" },
  });
  const payment = await db().payment.findFirstOrThrow({
    where: { order: { userId: user.id } },
    include: { order: true },
  });
  const amount = money(250, "EUR");
  await refundPayment(staff, {
    paymentId: payment.id,
    amount,
    shownRefundable: money(1250, "EUR"),
    reason: "other",
    seriesAfter: "continues",
  });
  const { refundId } = await db().refund.findFirstOrThrow({ where: { paymentId: payment.id } });
  const card = await db().savedCard.findUniqueOrThrow({ where: { id: robin.cardId } });
  for (const { id, name } of await listProcessOutEvents())
    await receive(WEBHOOK_HANDLERS, { eventId: id, name });
  return { robin, user, payment, refundId, card };
}

/** Every event of the project so far, as ProcessOut lists them. */
async function listProcessOutEvents(): Promise<{ id: string; name: string }[]> {
  const { PROCESSOUT_API_URL, PROCESSOUT_PROJECT_ID, PROCESSOUT_PRIVATE_KEY } = env();
  const authorization = `Basic ${btoa(`${PROCESSOUT_PROJECT_ID}:${PROCESSOUT_PRIVATE_KEY}`)}`;
  const answer = await fetch(`${PROCESSOUT_API_URL}/events?limit=100`, { headers: { authorization } });
  return (await answer.json()).events;
}

let known: Awaited<ReturnType<typeof makeRows>>;
beforeAll(async () => {
  known = await makeRows();
}, 60_000);

const SEARCHES: [string, () => string | null][] = [
  ["the Customer", () => known.payment.customerId],
  ["the token", () => known.card.tokenId],
  ["the card", () => known.card.cardId],
  ["the invoice", () => known.payment.invoiceId],
  ["the transaction", () => known.payment.transactionId],
  ["the refund", () => known.refundId],
  ["the order's number", () => orderLabel(known.payment.order.number)],
  ["part of the name, in any case", () => "lindqv"],
  ["the e-mail", () => known.user.email],
];

test.each(SEARCHES)(
  "a search by %s finds the customer, the subscription and the events",
  async (_, value) => {
    const search = String(value());
    const [customers, subscriptions, events] = await Promise.all([
      listCustomers(staff, { search, page: 1 }),
      listSubscriptions(staff, { search, page: 1 }),
      listEvents(staff, { search, page: 1 }),
    ]);
    expect(customers.rows.map(({ id }) => id)).toEqual([known.user.id]);
    expect(subscriptions.rows.map(({ id }) => id)).toEqual([known.robin.id]);
    expect(events.rows.length).toBeGreaterThan(0);
    const subjects = await db().webhookEvent.findMany({
      where: { id: { in: events.rows.map(({ id }) => id) } },
    });
    const theirs = [known.payment.customerId, known.card.tokenId, known.card.cardId, known.payment.invoiceId];
    for (const event of subjects) expect(event.subjects.some((id) => theirs.includes(id))).toBe(true);
  },
);

// The order has the name and e-mail of the checkout, not of the account.
test.each(SEARCHES.slice(0, 7))("a search by %s finds the payment", async (_, value) => {
  const { rows } = await listPayments(staff, { search: String(value()), page: 1 });
  expect(rows.map(({ id }) => id)).toEqual([known.payment.id]);
});

test("a search by an unknown id finds nothing", async () => {
  for (const prefix of ["cust", "tok", "card", "iv", "tr", "refd"]) {
    const filter = { search: `${prefix}_${"0".repeat(32)}`, page: 1 };
    for (const list of [listCustomers, listSubscriptions, listPayments, listEvents]) {
      expect(await list(staff, filter)).toMatchObject({ rows: [] });
    }
  }
});

test.each([
  ["Payment", "invoiceId"],
  ["Payment", "transactionId"],
  ["Payment", "customerId"],
  ["Payment", "savedCardId"],
  ["Payment", "cardId"],
  ["SavedCard", "customerId"],
  ["SavedCard", "tokenId"],
  ["SavedCard", "cardId"],
  ["ProcessOutCustomer", "customerId"],
  ["Refund", "refundId"],
  ["Subscription", "savedCardId"],
  ["WebhookEvent", "subjects"],
])("the table %s has an index whose first column, after projectId, is %s", async (table, column) => {
  const indexes = await db().$queryRaw<{ indexdef: string }[]>`
    SELECT indexdef FROM pg_indexes WHERE tablename = ${table}`;
  const pattern = new RegExp(`\\(("projectId", )?"?${column}"?[,)]`);
  expect(indexes.filter(({ indexdef }) => pattern.test(indexdef))).not.toEqual([]);
});
