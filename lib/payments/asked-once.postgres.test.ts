import { expect, test } from "vitest";
import { listStalledIds } from "@/lib/jobs/stalled-rows";
import { now } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db";
import { MINUTE_MS } from "@/lib/platform/durations";
import { UnavailableError } from "@/lib/processout";
import { authorizeInBrowser, fillCart, start, transactionOf, unsaved } from "@/tests/support/orders";
import { withTestStack } from "@/tests/support/stack";
import { reconcilePayments } from "./jobs";
import { requirePayment, transitionPayment } from "./queries";
import { syncPayment } from "./sync-payment";

const stack = withTestStack();

/** €25, authorized by a guest's browser. */
async function authorized() {
  const started = await start(await fillCart(null), unsaved(await stack.sandbox.card("visa")));
  await authorizeInBrowser(started.invoiceId, started.source);
  return started;
}

/** The next such request returns 500, once. */
const fail = (match: string, after: boolean) =>
  stack.sandbox.fault({ match: `POST ${match}`, kind: "status", status: 500, after });

/** Another capture may be sent now. */
const endPause = (id: string) => db().payment.update({ where: { id }, data: { captureAfter: null } });

test.each([
  ["after it captured", true],
  ["before it captured", false],
])(
  "if ProcessOut returns 500 %s, the transaction is read before another capture is sent",
  async (_, after) => {
    const { shopper, paymentId, invoiceId } = await authorized();
    await fail(`/invoices/${invoiceId}/capture`, after);
    await expect(syncPayment(shopper, paymentId)).rejects.toThrow(UnavailableError);
    expect(await transactionOf(invoiceId)).toMatchObject({ captured: after });
    await endPause(paymentId);
    expect(await syncPayment(shopper, paymentId)).toMatchObject({ state: "captured" });
    expect(await transactionOf(invoiceId)).toMatchObject({ captured_amount: "25" });
  },
);

test.each([
  ["after it voided", true],
  ["before it voided", false],
])("if ProcessOut returns 500 %s, the transaction is read before another void is sent", async (_, after) => {
  const { shopper, paymentId, invoiceId } = await authorized();
  await transitionPayment(await requirePayment(shopper, paymentId), "failed", {
    failureCode: "payment.canceled",
  });
  await fail(`/invoices/${invoiceId}/void`, after);
  await expect(syncPayment(shopper, paymentId)).rejects.toThrow(UnavailableError);
  expect(await transactionOf(invoiceId)).toMatchObject({ status: after ? "voided" : "authorized" });
  expect(await syncPayment(shopper, paymentId)).toMatchObject({ state: "voided" });
});

test("a payment that the reconciler could not read does not say that it was read, and waits", async () => {
  const started = await start(await fillCart(null), unsaved(await stack.sandbox.card("visa")));
  const { paymentId: id, invoiceId } = started;
  const startedAt = new Date((await now()).getTime() - 2 * MINUTE_MS);
  await db().payment.update({ where: { id }, data: { startedAt } });
  const match = `GET /invoices/${invoiceId}/transactions`;
  await stack.sandbox.fault({ match, kind: "status", status: 500, times: 20 });
  await reconcilePayments.run();
  expect(await db().payment.findUniqueOrThrow({ where: { id } })).toMatchObject({ syncedAt: null });
  expect(await listStalledIds("reconcile-payments")).toContain(id);
});
