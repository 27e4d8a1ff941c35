import { describe, expect, it, vi } from "vitest";
import { db } from "@/lib/platform/db";
import { authorizeInBrowser, fillCart, start, transactionOf, unsaved } from "@/tests/support/orders";
import { withTestStack } from "@/tests/support/stack";
import { captureOrVoid } from "./capture-or-void";
import { finishPayment } from "./pay-order";
import { requirePayment } from "./queries";

const stack = withTestStack();

describe("an authorization that is not captured", () => {
  async function authorize(visitor?: Awaited<ReturnType<typeof fillCart>>) {
    const started = await start(visitor ?? (await fillCart(null)), unsaved(await stack.sandbox.card("visa")));
    await authorizeInBrowser(started.invoiceId, started.source);
    return started;
  }
  const refuseCapture = (invoiceId: string, fault = {}) => {
    const refusal = { kind: "status", status: 400, error_type: "request.validation.error", times: 100 };
    return stack.sandbox.fault({ ...refusal, match: `POST /invoices/${invoiceId}/capture`, ...fault });
  };

  it("is voided after a refusal, the shopper is told, and another card pays the order", async () => {
    const visitor = await fillCart(null);
    const { invoiceId, paymentId, shopper } = await authorize(visitor);
    await refuseCapture(invoiceId);
    expect(await finishPayment(shopper, { id: paymentId })).toEqual({
      kind: "failed",
      code: "request.validation.error",
      message: expect.stringContaining("Your card is not the problem."),
    });
    expect(await transactionOf(invoiceId)).toMatchObject({ status: "voided" });
    expect(await requirePayment(shopper, paymentId)).toMatchObject({
      state: "voided",
      captureAttempts: 1,
      captureProblem: "request.validation.error",
    });
    const other = await authorize(visitor);
    expect(await finishPayment(other.shopper, { id: other.paymentId })).toMatchObject({ kind: "paid" });
  });

  it("is voided after a refused void too: the next try has an idempotency key of its own", async () => {
    const { invoiceId, paymentId, shopper } = await authorize();
    const calls = vi.spyOn(globalThis, "fetch");
    await refuseCapture(invoiceId);
    await refuseCapture(invoiceId, { match: `POST /invoices/${invoiceId}/void`, times: 1 });
    expect(await finishPayment(shopper, { id: paymentId })).toMatchObject({ kind: "failed" });
    await finishPayment(shopper, { id: paymentId });
    const keys = calls.mock.calls
      .filter(([url]) => String(url).includes(`${invoiceId}/void`))
      .map(([, request]) => new Headers(request?.headers).get("idempotency-key"));
    calls.mockRestore();
    expect(keys).toEqual([`void:${paymentId}`, `void:${paymentId}:1`]);
    expect(await transactionOf(invoiceId)).toMatchObject({ status: "voided" });
  });

  it("counts as captured if ProcessOut refuses because it was captured already", async () => {
    const { invoiceId, paymentId, shopper } = await authorize();
    await refuseCapture(invoiceId, { after: true });
    expect(await finishPayment(shopper, { id: paymentId })).toMatchObject({ kind: "paid" });
    expect(await requirePayment(shopper, paymentId)).toMatchObject({ captureProblem: null });
  });

  it("is voided after the last of the attempts whose outcome stayed unknown", async () => {
    const { invoiceId, paymentId, shopper } = await authorize();
    await refuseCapture(invoiceId, { status: 500, error_type: "gateway.internal-error" });
    for (let attempt = 1; attempt <= 12; attempt += 1) {
      await db().payment.update({ where: { id: paymentId }, data: { captureAfter: null } });
      expect(await finishPayment(shopper, { id: paymentId })).toMatchObject({ kind: "pending" });
    }
    await db().payment.update({ where: { id: paymentId }, data: { captureAfter: null } });
    expect(await finishPayment(shopper, { id: paymentId })).toMatchObject({ kind: "failed" });
    expect(await transactionOf(invoiceId)).toMatchObject({ status: "voided" });
  }, 60_000);

  it("is captured from the card that the payment began with if ProcessOut does not name one", async () => {
    const { invoiceId, source, paymentId, shopper } = await authorize();
    const transaction = await transactionOf(invoiceId);
    await db().payment.update({ where: { id: paymentId }, data: { state: "authorized" } });
    const payment = await requirePayment(shopper, paymentId);
    expect(await captureOrVoid(payment, { ...transaction, token_id: null, card_id: null })).toBe(true);
    const [capture] = await stack.sandbox.requests(`/invoices/${invoiceId}/capture`);
    expect(capture?.body).toMatchObject({ source });
    expect(await transactionOf(invoiceId)).toMatchObject({ status: "completed", captured_amount: "25" });
  });
});
