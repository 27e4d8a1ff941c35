import { beforeEach, expect, test } from "vitest";
import { makeStaffViewer } from "@/lib/auth/staff-viewer";
import { finishPayment } from "@/lib/payments/pay-order";
import { now } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db";
import { DAY_MS, HOUR_MS } from "@/lib/platform/durations";
import { env } from "@/lib/platform/env";
import { authorizeInBrowser, fillCart, saving, start } from "@/tests/support/orders";
import { withTestStack } from "@/tests/support/stack";
import { subscribe } from "@/tests/support/subscriber";
import { signUp } from "@/tests/support/users";
import { listNeedsAttention } from "./needs-attention";

const stack = withTestStack();
const staff = makeStaffViewer("kit@office.example");
const jobs = [{ name: "charge-due", title: "Charges what is due" }];

const listTitles = async () => (await listNeedsAttention(staff, jobs)).map(({ title }) => title);
const ago = async (ms: number) => new Date((await now()).getTime() - ms);

beforeEach(async () => {
  await db().user.deleteMany();
  await db().order.deleteMany();
});

/** An order that is paid with a new card of this scenario. */
async function tryToPay(scenario: string) {
  const viewer = await signUp();
  const visitor = await fillCart(viewer);
  const started = await start(visitor, saving(await stack.sandbox.card(scenario)));
  await authorizeInBrowser(started.invoiceId, started.source);
  await finishPayment(started.shopper, { id: started.paymentId });
  return { visitor, ...started };
}

const where = ({ paymentId }: { paymentId: string }) => ({ where: { id: paymentId } });

test("nothing needs attention in a shop whose payments and subscriptions went well", async () => {
  await tryToPay("visa");
  await subscribe(stack.sandbox, "visa");
  expect(await listTitles()).toEqual([]);
});

test("a declined order is listed with its reason and age, until the shopper pays it", async () => {
  const declined = await tryToPay("no-money");
  const startedAt = await ago(3 * HOUR_MS);
  const { order } = await db().payment.update({
    ...where(declined),
    data: { startedAt },
    include: { order: true },
  });
  expect(await listNeedsAttention(staff, jobs)).toEqual([
    {
      title: "Declined and not paid since",
      count: 1,
      allHref: "/office/payments?state=failed",
      rows: [
        {
          key: declined.paymentId,
          href: `/office/payments/${declined.paymentId}`,
          sentence: `HC-${10_000 + order.number}, Robin Test: €25.00 was declined: there is not enough money on this card`,
          since: startedAt,
        },
      ],
    },
  ]);
  await start(declined.visitor, saving(await stack.sandbox.card("visa")));
  expect(await listTitles()).toEqual([]);
});

test("an order that was declined more than a week ago is not listed", async () => {
  await db().payment.update({
    ...where(await tryToPay("no-money")),
    data: { startedAt: await ago(8 * DAY_MS) },
  });
  expect(await listTitles()).toEqual([]);
});

test("a dispute that waits for the shop is listed, and one that was won is not", async () => {
  const paid = where(await tryToPay("visa"));
  for (const dispute of ["opened", "retrieval_request"] as const) {
    await db().payment.update({ ...paid, data: { dispute } });
    expect(await listTitles(), dispute).toEqual(["Disputes that wait for an answer"]);
  }
  await db().payment.update({ ...paid, data: { dispute: "won" } });
  expect(await listTitles()).toEqual([]);
});

test("a payment whose outcome is unknown for more than two hours is listed", async () => {
  const pending = where(await tryToPay("visa"));
  const data = { state: "authorizing", capturedAt: null } as const;
  await db().payment.update({ ...pending, data: { ...data, startedAt: await ago(HOUR_MS) } });
  expect(await listTitles()).toEqual([]);
  await db().payment.update({ ...pending, data: { startedAt: await ago(3 * HOUR_MS) } });
  expect(await listTitles()).toEqual(["Payments without a known outcome"]);
});

test("subscriptions that need a card are listed from the longest waiting on, five at most, with the count of all", async () => {
  const { viewer, id } = await subscribe(stack.sandbox, "visa");
  const { paidPeriods: _, ...row } = await db().subscription.findUniqueOrThrow({ where: { id } });
  await db().subscription.delete({ where: { id } });
  const ids = Array.from({ length: 7 }, (_, days) => `waiting-${days + 1}`);
  for (const [days, waiting] of ids.entries()) {
    const dueAt = await ago((days + 1) * DAY_MS);
    await db().subscription.create({ data: { ...row, id: waiting, state: "needs_card", dueAt } });
  }
  await db().user.update({ where: { id: viewer.userId }, data: { name: "Ada Lindqvist" } });
  const [group] = await listNeedsAttention(staff, jobs);
  expect(group).toMatchObject({ count: 7, allHref: "/office/subscriptions?state=needs_card" });
  expect(group?.rows.map(({ key }) => key)).toEqual(ids.slice(2).reverse());
  expect(group?.rows[0]).toMatchObject({
    href: "/office/subscriptions/waiting-7",
    sentence: "Ada Lindqvist: Landfall needs another card",
  });
});

test("parked webhooks, undelivered e-mails and work that a job stopped trying are listed", async () => {
  const at = await now();
  const projectId = env().PROCESSOUT_PROJECT_ID;
  const event = { name: "customer.token.created", projectId, receivedAt: at };
  await db().webhookEvent.create({ data: { ...event, id: "ev_1", state: "deferred", attempts: 1 } });
  await db().webhookEvent.create({ data: { ...event, id: "ev_2", state: "received", attempts: 0 } });
  const mail = { to: "ada@shoppers.example", subject: "Receipt", html: "", text: "", queuedAt: at };
  await db().queuedMail.create({ data: { key: "1", ...mail, givenUpAt: at } });
  await db().queuedMail.create({ data: { key: "2", ...mail } });
  const failed = { failures: 10, failure: "it is refused", failedAt: at };
  await db().stalledRow.create({ data: { job: "charge-due", rowId: "1", ...failed, retryAt: null } });
  const groups = await listNeedsAttention(staff, jobs);
  expect(groups.map(({ title, count }) => [title, count])).toEqual([
    ["Parked webhooks", 1],
    ["Undelivered e-mails", 1],
    ["Work that jobs have stopped trying", 1],
  ]);
  expect(groups[2]?.rows[0]?.sentence).toBe("Charges what is due: it is refused");
});
