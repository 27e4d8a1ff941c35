import { expect, test } from "vitest";
import { makeStaffViewer } from "@/lib/auth/staff-viewer";
import { finishPayment } from "@/lib/payments/pay-order";
import { db } from "@/lib/platform/db";
import { money } from "@/lib/platform/money";
import { processDue } from "@/lib/renewals/process-due";
import { findSeriesRefund } from "@/lib/subscriptions/after-refund";
import { applyRefundDecisions } from "@/lib/subscriptions/jobs";
import { authorizeInBrowser, fillCart, savedCard, start } from "@/tests/support/orders";
import { withTestStack } from "@/tests/support/stack";
import { findSubscription, listCaptured, makeDue, subscribe } from "@/tests/support/subscriber";
import { signUp } from "@/tests/support/users";
import { refundPayment } from "./refund";

const stack = withTestStack();

async function payTwentyFive() {
  const viewer = await signUp();
  const payWith = await savedCard(viewer, await stack.sandbox.card("visa"));
  const { paymentId, invoiceId, source, shopper } = await start(await fillCart(viewer), payWith);
  await authorizeInBrowser(invoiceId, source);
  await finishPayment(shopper, { id: paymentId });
  return paymentId;
}

const staff = makeStaffViewer("kit@office.example");

test("a refund that staff submit five times at once is made once and recorded once", async () => {
  const paymentId = await payTwentyFive();
  const ten = { amount: money(1000, "EUR"), shownRefundable: money(2500, "EUR"), reason: "other" } as const;
  const requests = Array.from({ length: 5 }, () => refundPayment(staff, { paymentId, ...ten }));
  const outcomes = await Promise.allSettled(requests);
  expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect(await db().auditEntry.count({ where: { subject: paymentId } })).toBe(1);
});

test("an amount in another currency than the payment's is neither refunded nor recorded", async () => {
  const paymentId = await payTwentyFive();
  const yen = { amount: money(2500, "JPY"), shownRefundable: money(2500, "JPY"), reason: "other" } as const;
  await expect(refundPayment(staff, { paymentId, ...yen })).rejects.toMatchObject({ code: "refund.changed" });
  expect(await db().refund.count({ where: { paymentId } })).toBe(0);
  expect(await db().auditEntry.count({ where: { subject: paymentId } })).toBe(0);
});

/** A subscription whose second period is paid off-session, with that payment and a refund of all of it. */
async function renewedSubscription() {
  const subscriber = await subscribe(stack.sandbox, "visa");
  await makeDue(subscriber);
  await processDue();
  const { id: paymentId } = await db().payment.findFirstOrThrow({
    where: { order: { subscriptionId: subscriber.id, period: 2 } },
  });
  const all = money(1250, "EUR");
  const request = { paymentId, amount: all, shownRefundable: all, reason: "other" } as const;
  return { subscriber, request };
}

test.each([
  ["continues", "active", "continues", /goes on as before/],
  ["pauses", "paused", "pauses", /is paused: nothing is charged until you resume it/],
  ["ends", "canceled", "ends", /has ended: nothing more is charged/],
] as const)(
  "a refund of a period after which the series %s makes it %s, and page and e-mail say so",
  async (seriesAfter, state, then, sentence) => {
    const { subscriber, request } = await renewedSubscription();
    await refundPayment(staff, { ...request, seriesAfter });
    expect((await findSubscription(subscriber)).state).toBe(state);
    expect(await findSeriesRefund(subscriber.viewer, subscriber.id)).toMatchObject({
      then,
      amount: request.amount,
    });
    const refund = await db().refund.findFirstOrThrow({ where: { paymentId: request.paymentId } });
    const mail = await db().queuedMail.findFirstOrThrow({ where: { key: `refunded:${refund.id}` } });
    expect(mail.text.replace(/\s+/g, " ")).toMatch(sentence);
    const audit = await db().auditEntry.findFirstOrThrow({ where: { subject: request.paymentId } });
    expect(audit.detail).toBe(`12.50 EUR, other, series ${seriesAfter}`);
    await makeDue(subscriber);
    await processDue();
    expect(await listCaptured(subscriber)).toHaveLength(state === "active" ? 3 : 2);
  },
  60_000,
);

test("a refund of a period without a decision about the series refunds nothing", async () => {
  const { request } = await renewedSubscription();
  await expect(refundPayment(staff, request)).rejects.toMatchObject({ code: "refund.series-undecided" });
  expect(await db().refund.count({ where: { paymentId: request.paymentId } })).toBe(0);
});

test("a decision that a crash left behind is applied by the worker, once", async () => {
  const { subscriber, request } = await renewedSubscription();
  await refundPayment(staff, { ...request, seriesAfter: "continues" });
  const where = { paymentId: request.paymentId };
  await db().refund.updateMany({ where, data: { seriesAfter: "ends", seriesAppliedAt: null } });
  expect(await applyRefundDecisions.run()).toBe(1);
  expect((await findSubscription(subscriber)).state).toBe("canceled");
  expect(await applyRefundDecisions.run()).toBe(0);
});

test("a refund that the bank declines leaves the series as it was", async () => {
  const { subscriber, request } = await renewedSubscription();
  const declined = {
    match: "POST /invoices/*/refunds",
    kind: "status",
    status: 410,
    error_type: "payment.declined",
  };
  await stack.sandbox.fault(declined);
  await expect(refundPayment(staff, { ...request, seriesAfter: "ends" })).rejects.toMatchObject({
    code: "payment.declined",
  });
  expect((await findSubscription(subscriber)).state).toBe("active");
  expect(await findSeriesRefund(subscriber.viewer, subscriber.id)).toBeNull();
});
