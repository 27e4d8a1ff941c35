import { expect, test } from "vitest";
import type { Shopper } from "@/lib/auth/shopper";
import { db } from "@/lib/platform/db";
import { money } from "@/lib/platform/money";
import { processout } from "@/lib/platform/processout";
import { UnavailableError } from "@/lib/processout";
import { authorizeInBrowser, fillCart, savedCard, start } from "@/tests/support/orders";
import { withTestStack } from "@/tests/support/stack";
import { signUp } from "@/tests/support/users";
import { interpretTransaction } from "./interpret-transaction";
import { finishPayment } from "./pay-order";
import { listRefundsDue, recheckRefunds, reconcileRefund, requestRefund } from "./refunds";
import { syncPayment, writeCapturedPayment } from "./sync-payment";

const stack = withTestStack();

const staff = "kit@office.example";
const ten = { amount: money(1000, "EUR"), shownRefundable: money(2500, "EUR"), reason: "other" } as const;

/** €25, captured. */
async function paidOrder(scenario = "visa") {
  const viewer = await signUp();
  const payWith = await savedCard(viewer, await stack.sandbox.card(scenario));
  const started = await start(await fillCart(viewer), payWith);
  await authorizeInBrowser(started.invoiceId, started.source);
  await finishPayment(started.shopper, { id: started.paymentId });
  return started;
}

/** €10 of it, without an audit log. */
const refundTen = ({ shopper, paymentId }: { shopper: Shopper; paymentId: string }) =>
  requestRefund(shopper, { paymentId, staff, ...ten }, async () => {});

async function listRefundedAmounts(invoiceId: string) {
  const { id } = await processout().transactions.findByInvoice(invoiceId);
  const amounts = [];
  for await (const { amount } of processout().transactions.listRefunds(id)) amounts.push(Number(amount));
  return amounts;
}

test("a refund that is submitted five times at once is made once", async () => {
  const { paymentId, invoiceId, shopper } = await paidOrder();
  const requests = Array.from({ length: 5 }, () => refundTen({ paymentId, shopper }));
  const outcomes = await Promise.allSettled(requests);
  expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect(await listRefundedAmounts(invoiceId)).toEqual([10]);
});

test("a refund row left by a crash before the request is sent once, by three concurrent reconcilers", async () => {
  const { paymentId, invoiceId, shopper } = await paidOrder();
  const data = {
    paymentId,
    amount: 1000,
    reason: "other",
    staff,
    requestedAt: new Date(),
    processAfter: new Date(),
  } as const;
  const { id } = await db().refund.create({ data });
  const open = await listRefundsDue({ limit: 10 });
  expect(open.map((row) => row.id)).toContain(id);
  await Promise.all([1, 2, 3].map(() => reconcileRefund(shopper, id)));
  expect(await listRefundedAmounts(invoiceId)).toEqual([10]);
  expect(await db().payment.findUniqueOrThrow({ where: { id: paymentId } })).toMatchObject({
    state: "partially_refunded",
    refundedAmount: 1000,
  });
});

test("a refund that ProcessOut made before a crash is found by reading, and not made twice", async () => {
  const { paymentId, invoiceId, shopper } = await paidOrder();
  await refundTen({ paymentId, shopper });
  const crashed = { state: "requested", refundId: null, processAfter: new Date() } as const;
  await db().refund.updateMany({ where: { paymentId }, data: crashed });
  const { id } = await db().refund.findFirstOrThrow({ where: { paymentId } });
  expect(await reconcileRefund(shopper, id)).toMatchObject({
    state: "succeeded",
    refundId: expect.stringMatching(/^refd_/),
  });
  expect(await listRefundedAmounts(invoiceId)).toEqual([10]);
});

test("after an answer of 500 a refund is not sent again during the lease, and is read before it is sent again", async () => {
  const { paymentId, invoiceId, shopper } = await paidOrder();
  // A request sent again at once would succeed.
  await stack.sandbox.fault({ match: `POST /invoices/${invoiceId}/refunds`, kind: "status", status: 500 });
  await expect(refundTen({ paymentId, shopper })).rejects.toThrow(UnavailableError);
  const { id } = await db().refund.findFirstOrThrow({ where: { paymentId } });
  expect(await reconcileRefund(shopper, id)).toMatchObject({ state: "requested" });
  await expect(refundTen({ paymentId, shopper })).rejects.toThrow("pending refund");
  expect(await listRefundedAmounts(invoiceId)).toEqual([]);

  await db().refund.update({ where: { id }, data: { processAfter: new Date() } });
  expect(await reconcileRefund(shopper, id)).toMatchObject({ state: "succeeded" });
  expect(await listRefundedAmounts(invoiceId)).toEqual([10]);
});

test("of four concurrent reconcilers of a pending refund one sends it", async () => {
  const { paymentId, invoiceId, shopper } = await paidOrder();
  const row = {
    paymentId,
    amount: 1000,
    reason: "other",
    staff,
    requestedAt: new Date(),
  } as const;
  const { id } = await db().refund.create({ data: { ...row, processAfter: new Date() } });
  const seen = await Promise.all([1, 2, 3, 4].map(() => reconcileRefund(shopper, id)));
  // One that begins after another has ended sees what that one did.
  expect(seen.map(({ state }) => state)).toContain("succeeded");
  expect(await stack.sandbox.requests(`/invoices/${invoiceId}/refunds`)).toHaveLength(1);
});

test.each([
  ["the webhook handler", (id: string) => recheckRefunds({ paymentId: id })],
  ["the daily job", reconcileAgain],
])("a refund that fails after it completed is found by %s, and can be made again", async (_, find) => {
  const { paymentId, shopper } = await paidOrder("refund-fails-later");
  await refundTen({ paymentId, shopper });
  await syncPayment(shopper, paymentId);
  expect(await findPayment(paymentId)).toMatchObject({ state: "partially_refunded", refundedAmount: 1000 });
  await stack.sandbox.advance(15_000);

  await syncPayment(shopper, paymentId);
  await find(paymentId, shopper);
  const after = await findPayment(paymentId);
  expect(after).toMatchObject({ state: "captured", refundedAmount: 0 });
  expect(after.refunds).toMatchObject([{ state: "failed", failureCode: "refund.failed-later" }]);
  await refundTen({ paymentId, shopper });
  expect(await findPayment(paymentId)).toMatchObject({ refundedAmount: 1000 });
});

test("a transaction that was read before a refund does not overwrite it", async () => {
  const { paymentId, invoiceId, shopper } = await paidOrder();
  const before = await findPayment(paymentId);
  const reading = interpretTransaction(await processout().transactions.findByInvoice(invoiceId));
  await refundTen({ paymentId, shopper });
  await writeCapturedPayment(before, reading, { syncedAt: new Date() });
  expect(await findPayment(paymentId)).toMatchObject({ state: "partially_refunded", refundedAmount: 1000 });
});

const findPayment = (id: string) =>
  db().payment.findUniqueOrThrow({
    where: { id },
    include: { refunds: { orderBy: { requestedAt: "asc" } } },
  });

async function reconcileAgain(paymentId: string, shopper: Shopper) {
  await db().refund.updateMany({ where: { paymentId }, data: { processAfter: new Date() } });
  for (const { id } of await listRefundsDue({ limit: 10 })) await reconcileRefund(shopper, id);
}
