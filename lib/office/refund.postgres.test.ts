import { expect, test } from "vitest";
import type { Shopper } from "@/lib/auth/shopper";
import { makeStaffViewer } from "@/lib/auth/staff-viewer";
import { finishPayment } from "@/lib/payments/finish";
import { readTransaction } from "@/lib/payments/interpret-transaction";
import { listRefundsToSettle, recheckRefunds, settleRefund } from "@/lib/payments/reconcile-refund";
import { syncPayment } from "@/lib/payments/sync-payment";
import { writeRefunded } from "@/lib/payments/write-refunded-amount";
import { db } from "@/lib/platform/db";
import { money } from "@/lib/platform/money";
import { processout } from "@/lib/platform/processout";
import { UnavailableError } from "@/lib/processout";
import { authorizeInBrowser, fillCart, savedCard, signUp, start } from "@/tests/support/shoppers";
import { withTestStack } from "@/tests/support/stack";
import { refundPayment } from "./refund";

const stack = withTestStack();

const staff = makeStaffViewer("kit@office.example");
const ten = { amount: money(1000, "EUR"), shownLeft: 2500, reason: "other" } as const;

/** €25, captured. */
async function paidOrder(scenario = "visa") {
  const viewer = await signUp();
  const payWith = await savedCard(viewer, await stack.sandbox.card(scenario));
  const started = await start(await fillCart(viewer), payWith);
  await authorizeInBrowser(started.invoiceId, started.source);
  await finishPayment(started.shopper, { id: started.paymentId });
  return started;
}

async function refundedOf(invoiceId: string) {
  const { id } = await processout().transactions.findByInvoice(invoiceId);
  const amounts = [];
  for await (const { amount } of processout().transactions.listRefunds(id)) amounts.push(Number(amount));
  return amounts;
}

test("one press made five times at once gives the money back once", async () => {
  const { paymentId, invoiceId } = await paidOrder();
  const presses = Array.from({ length: 5 }, () => refundPayment(staff, { paymentId, ...ten }));
  const outcomes = await Promise.allSettled(presses);
  expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect(await refundedOf(invoiceId)).toEqual([10]);
  const acts = await db().auditEntry.count({ where: { subject: paymentId } });
  expect(acts).toBe(1);
});

test("a row left by a crash before ProcessOut was asked is carried out once, by however many find it", async () => {
  const { paymentId, invoiceId, shopper } = await paidOrder();
  const data = {
    paymentId,
    amount: 1000,
    reason: "other",
    staff: staff.email,
    askedAt: new Date(),
    wakeAt: new Date(),
  } as const;
  const { id } = await db().refund.create({ data });
  const open = await listRefundsToSettle({ limit: 10 });
  expect(open.map((row) => row.id)).toContain(id);
  await Promise.all([1, 2, 3].map(() => settleRefund(shopper, id)));
  expect(await refundedOf(invoiceId)).toEqual([10]);
  expect(await db().payment.findUniqueOrThrow({ where: { id: paymentId } })).toMatchObject({
    state: "partially_refunded",
    refundedAmount: 1000,
  });
});

test("a crash after ProcessOut did it is found out by reading", async () => {
  const { paymentId, invoiceId, shopper } = await paidOrder();
  await refundPayment(staff, { paymentId, ...ten });
  const crashed = { state: "asking", refundId: null, wakeAt: new Date() } as const;
  await db().refund.updateMany({ where: { paymentId }, data: crashed });
  const { id } = await db().refund.findFirstOrThrow({ where: { paymentId } });
  expect(await settleRefund(shopper, id)).toMatchObject({
    state: "done",
    refundId: expect.stringMatching(/^refd_/),
  });
  expect(await refundedOf(invoiceId)).toEqual([10]);
});

test("ProcessOut answers 500: nobody asks again within the lease, and then it is read first", async () => {
  const { paymentId, invoiceId, shopper } = await paidOrder();
  // Were it asked again at once, the second answer would do.
  await stack.sandbox.fault({ match: `POST /invoices/${invoiceId}/refunds`, kind: "status", status: 500 });
  await expect(refundPayment(staff, { paymentId, ...ten })).rejects.toThrow(UnavailableError);
  const { id } = await db().refund.findFirstOrThrow({ where: { paymentId } });
  expect(await settleRefund(shopper, id)).toMatchObject({ state: "asking" });
  await expect(refundPayment(staff, { paymentId, ...ten })).rejects.toThrow("under way");
  expect(await refundedOf(invoiceId)).toEqual([]);

  await db().refund.update({ where: { id }, data: { wakeAt: new Date() } });
  expect(await settleRefund(shopper, id)).toMatchObject({ state: "done" });
  expect(await refundedOf(invoiceId)).toEqual([10]);
});

test("of two that find an open refund at once, one asks", async () => {
  const { paymentId, shopper } = await paidOrder();
  const row = { paymentId, amount: 1000, reason: "other", staff: staff.email, askedAt: new Date() } as const;
  const { id } = await db().refund.create({ data: { ...row, wakeAt: new Date() } });
  const seen = await Promise.all([1, 2, 3, 4].map(() => settleRefund(shopper, id)));
  expect(seen.map(({ state }) => state).sort()).toEqual(["asking", "asking", "asking", "done"]);
});

test.each([
  ["an event", (id: string) => recheckRefunds({ paymentId: id })],
  ["the daily look", lookAgain],
])("a refund that fails after it went through is found out by %s, and can be made again", async (_, find) => {
  const { paymentId, shopper } = await paidOrder("refund-fails-later");
  await refundPayment(staff, { paymentId, ...ten });
  await syncPayment(shopper, paymentId);
  expect(await findPayment(paymentId)).toMatchObject({ state: "partially_refunded", refundedAmount: 1000 });
  await stack.sandbox.advance(15_000);

  await syncPayment(shopper, paymentId);
  await find(paymentId, shopper);
  const after = await findPayment(paymentId);
  expect(after).toMatchObject({ state: "captured", refundedAmount: 0 });
  expect(after.refunds).toMatchObject([{ state: "failed", failureCode: "refund.failed-later" }]);
  await refundPayment(staff, { paymentId, ...ten });
  expect(await findPayment(paymentId)).toMatchObject({ refundedAmount: 1000 });
});

test("a reading from before a refund does not undo it", async () => {
  const { paymentId, invoiceId } = await paidOrder();
  const before = await findPayment(paymentId);
  const reading = readTransaction(await processout().transactions.findByInvoice(invoiceId));
  await refundPayment(staff, { paymentId, ...ten });
  await writeRefunded(before, reading, { syncedAt: new Date() });
  expect(await findPayment(paymentId)).toMatchObject({ state: "partially_refunded", refundedAmount: 1000 });
});

const findPayment = (id: string) =>
  db().payment.findUniqueOrThrow({ where: { id }, include: { refunds: { orderBy: { askedAt: "asc" } } } });

async function lookAgain(paymentId: string, shopper: Shopper) {
  await db().refund.updateMany({ where: { paymentId }, data: { wakeAt: new Date() } });
  for (const { id } of await listRefundsToSettle({ limit: 10 })) await settleRefund(shopper, id);
}
