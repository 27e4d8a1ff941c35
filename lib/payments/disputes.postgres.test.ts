import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { db } from "@/lib/platform/db";
import { money } from "@/lib/platform/money";
import { authorizeInBrowser, fillCart, start, transactionOf, unsaved } from "@/tests/support/orders";
import { withTestStack } from "@/tests/support/stack";
import { finishPayment } from "./pay-order";
import { reconcileRefund, requestRefund } from "./refunds";
import { syncPayment } from "./sync-payment";

const stack = withTestStack();

/** €25 of a guest, captured. */
async function paidOrder() {
  const started = await start(await fillCart(null), unsaved(await stack.sandbox.card("visa")));
  await authorizeInBrowser(started.invoiceId, started.source);
  await finishPayment(started.shopper, { id: started.paymentId });
  const { id: transactionId } = await transactionOf(started.invoiceId);
  const refund = () => {
    const amount = money(1000, "EUR");
    const shownRefundable = money(2500, "EUR");
    const request = { paymentId: started.paymentId, amount, shownRefundable, reason: "other" } as const;
    return requestRefund(started.shopper, { ...request, staff: "kit@office.example" }, async () => {});
  };
  return { ...started, transactionId, refund };
}

test("a dispute is recorded and told to staff once, and what is disputed or lost is not refunded", async () => {
  const email = `kit.${randomUUID()}@office.example`;
  const staff = await db().user.create({ data: { email, role: "staff" } });
  const { paymentId, transactionId, invoiceId, shopper, refund } = await paidOrder();
  for (const [step, state] of [
    ["created", "opened"],
    ["lost", "lost"],
  ] as const) {
    await stack.sandbox.dispute(transactionId, step);
    await Promise.all([1, 2].map(() => syncPayment(shopper, paymentId)));
    expect(await syncPayment(shopper, paymentId)).toMatchObject({ state: "captured", dispute: state });
    await expect(refund()).rejects.toMatchObject({ code: "refund.charged-back" });
  }
  expect(await stack.sandbox.requests(`/invoices/${invoiceId}/refunds`)).toEqual([]);
  const steps = await db().disputeStep.findMany({ where: { paymentId }, orderBy: { seenAt: "asc" } });
  expect(steps.map(({ state }) => state)).toEqual(["opened", "lost"]);
  const mails = await db().queuedMail.findMany({ where: { to: staff.email }, orderBy: { queuedAt: "asc" } });
  expect(mails.map(({ subject }) => subject.replace(/HC-\d+/, "HC"))).toEqual([
    "A payment is disputed: HC, €25.00",
    "A dispute was lost: HC, €25.00",
  ]);
});

test("a payment whose dispute was won can be refunded, and stays won", async () => {
  const { paymentId, transactionId, shopper, refund } = await paidOrder();
  await stack.sandbox.dispute(transactionId, "created");
  await stack.sandbox.dispute(transactionId, "won");
  expect(await syncPayment(shopper, paymentId)).toMatchObject({ dispute: "won" });
  await refund();
  expect(await syncPayment(shopper, paymentId)).toMatchObject({
    state: "partially_refunded",
    refundedAmount: 1000,
    dispute: "won",
  });
});

test("a refund that was requested before the dispute and not sent is not sent", async () => {
  const { paymentId, transactionId, invoiceId, shopper } = await paidOrder();
  const at = new Date();
  const request = { amount: 1000, reason: "other", staff: "kit@office.example", requestedAt: at } as const;
  const { id } = await db().refund.create({ data: { paymentId, ...request, processAfter: at } });
  await stack.sandbox.dispute(transactionId, "created");
  await syncPayment(shopper, paymentId);
  expect(await reconcileRefund(shopper, id)).toMatchObject({
    state: "failed",
    failureCode: "refund.charged-back",
  });
  expect(await stack.sandbox.requests(`/invoices/${invoiceId}/refunds`)).toEqual([]);
});
