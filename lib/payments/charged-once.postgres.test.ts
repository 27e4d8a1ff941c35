import { describe, expect, it } from "vitest";
import { db } from "@/lib/platform/db";
import { processout } from "@/lib/platform/processout";
import { addToCart, getCart } from "@/lib/shop/manage-cart";
import {
  authorizeInBrowser,
  contact,
  fillCart,
  savedCard,
  start,
  transactionOf,
  unsaved,
} from "@/tests/support/orders";
import { withTestStack } from "@/tests/support/stack";
import { signUp } from "@/tests/support/users";
import { captureOrVoid } from "./capture-or-void";
import { abandonPayment, listPaymentsToSync } from "./jobs";
import { cancelPayment, finishPayment, startPayment } from "./pay-order";
import { requirePayment } from "./queries";
import { syncPayment } from "./sync-payment";

const stack = withTestStack();

const newCard = async (scenario: string) => unsaved(await stack.sandbox.card(scenario));

describe("an order is charged once", () => {
  it("two tabs with the same card share one invoice", async () => {
    const viewer = await signUp();
    const visitor = await fillCart(viewer);
    const card = await savedCard(viewer, await stack.sandbox.card("visa"));
    const [one, two] = await Promise.all([start(visitor, card), start(visitor, card)]);
    expect(two).toMatchObject({ paymentId: one.paymentId, invoiceId: one.invoiceId, orderRef: one.orderRef });
  });

  it("of two cards authorized for one order, one is captured and the other is voided", async () => {
    const visitor = await fillCart(null);
    const one = await start(visitor, await newCard("visa"));
    const two = await start(visitor, await newCard("mastercard"));
    await authorizeInBrowser(one.invoiceId, one.source);
    await authorizeInBrowser(two.invoiceId, two.source);
    const results = await Promise.all([
      finishPayment(one.shopper, { id: one.paymentId }),
      finishPayment(two.shopper, { id: two.paymentId }),
    ]);
    expect(results.map(({ kind }) => kind).sort()).toEqual(["failed", "paid"]);
    const statuses = [await transactionOf(one.invoiceId), await transactionOf(two.invoiceId)].map(
      ({ status }) => status,
    );
    expect(statuses.sort()).toEqual(["completed", "voided"]);
  });

  it("ten concurrent syncs of one authorization capture it once", async () => {
    const { invoiceId, source, paymentId, shopper } = await start(
      await fillCart(null),
      await newCard("visa"),
    );
    await authorizeInBrowser(invoiceId, source);
    const syncs = Array.from({ length: 10 }, () => finishPayment(shopper, { id: paymentId }));
    expect((await Promise.all(syncs)).map(({ kind }) => kind)).toEqual(Array(10).fill("paid"));
    expect(await transactionOf(invoiceId)).toMatchObject({ status: "completed", captured_amount: "25" });
    // The browser's authorization, and one capture.
    expect(await stack.sandbox.requests(`/invoices/${invoiceId}/capture`)).toHaveLength(2);
  });

  it("a process with a stale authorization does not void what another has captured", async () => {
    const { invoiceId, source, paymentId, shopper } = await start(
      await fillCart(null),
      await newCard("visa"),
    );
    await authorizeInBrowser(invoiceId, source);
    const seen = await transactionOf(invoiceId);
    expect(await finishPayment(shopper, { id: paymentId })).toMatchObject({ kind: "paid" });
    const payment = await requirePayment(shopper, paymentId);
    await stack.sandbox.fault({ match: `POST /invoices/${invoiceId}/void`, kind: "status", status: 503 });
    expect(await captureOrVoid({ ...payment, state: "authorized" }, seen)).toBe(false);
    expect(await transactionOf(invoiceId)).toMatchObject({ status: "completed", captured_amount: "25" });
  });

  it("pressing Pay after a crash finds the payment that was authorized", async () => {
    const visitor = await fillCart(null);
    const { invoiceId, source, orderRef } = await start(visitor, await newCard("visa"));
    await authorizeInBrowser(invoiceId, source);
    // The tab died before it reported to the server.
    const { fingerprint } = await getCart(visitor);
    const again = await startPayment(visitor, { fingerprint, contact, payWith: await newCard("visa") });
    expect(again).toEqual({ kind: "paid", orderRef });
  });

  it("after a crash between the capture and the order, the next attempt or the reconciler marks the order as paid", async () => {
    const visitor = await fillCart(null);
    const { invoiceId, source, orderRef, paymentId } = await start(visitor, await newCard("visa"));
    await authorizeInBrowser(invoiceId, source);
    await processout().invoices.capture(invoiceId, { source }, { idempotencyKey: `capture:${paymentId}` });
    const startedAt = new Date("2026-01-01T00:00:00Z");
    await db().payment.update({ where: { id: paymentId }, data: { state: "captured", startedAt } });
    // The process died here.
    const due = await listPaymentsToSync({ at: new Date(), limit: 1000 });
    expect(due.map(({ id }) => id)).toContain(paymentId);

    const { fingerprint } = await getCart({ ...visitor });
    const again = await startPayment(visitor, { fingerprint, contact, payWith: await newCard("visa") });
    expect(again).toEqual({ kind: "paid", orderRef });
    expect((await getCart({ ...visitor })).lines).toEqual([]);
    expect(await transactionOf(invoiceId)).toMatchObject({ captured_amount: "25" });
  });

  it("a payment for an earlier state of the cart is voided", async () => {
    const visitor = await fillCart(null);
    const early = await start(visitor, await newCard("visa"));
    await addToCart(visitor, { sku: "ditty-mug", quantity: 1 });
    const late = await start(visitor, await newCard("visa"));
    await authorizeInBrowser(early.invoiceId, early.source);
    expect(await finishPayment(early.shopper, { id: early.paymentId })).toMatchObject({ kind: "failed" });
    await authorizeInBrowser(late.invoiceId, late.source);
    expect(await finishPayment(late.shopper, { id: late.paymentId })).toMatchObject({ kind: "paid" });
    expect(await transactionOf(late.invoiceId)).toMatchObject({ captured_amount: "44" });
  });
});

describe("an unknown outcome is found out, never guessed", () => {
  it("a capture that succeeded with a response of 500 is read, not repeated", async () => {
    const { invoiceId, source, paymentId, shopper } = await start(
      await fillCart(null),
      await newCard("visa"),
    );
    await authorizeInBrowser(invoiceId, source);
    const fault = { kind: "status", status: 500, after: true, times: 3 };
    await stack.sandbox.fault({ ...fault, match: `POST /invoices/${invoiceId}/capture` });
    expect(await finishPayment(shopper, { id: paymentId })).toMatchObject({ kind: "paid" });
    expect(await transactionOf(invoiceId)).toMatchObject({ captured_amount: "25" });
  });

  it("a payment is pending while ProcessOut does not respond, and final as soon as it does", async () => {
    const { invoiceId, source, paymentId, shopper } = await start(
      await fillCart(null),
      await newCard("visa"),
    );
    await authorizeInBrowser(invoiceId, source);
    // Twice as often as the client retries.
    await stack.sandbox.fault({
      match: `GET /invoices/${invoiceId}/transactions`,
      kind: "status",
      status: 503,
      times: 6,
    });
    expect(await finishPayment(shopper, { id: paymentId })).toMatchObject({ kind: "pending" });
    expect(await finishPayment(shopper, { id: paymentId })).toMatchObject({ kind: "paid" });
  }, 30_000);

  it("an invoice whose response was lost is created once", async () => {
    await stack.sandbox.fault({ match: "POST /invoices", kind: "reset", after: true });
    const { invoiceId } = await start(await fillCart(null), await newCard("visa"));
    expect(await transactionOf(invoiceId)).toMatchObject({ status: "waiting" });
  });
});

describe("a payment that failed for the shopper is never captured", () => {
  it("an authorization that ProcessOut has recorded wins over the browser's failure", async () => {
    const { invoiceId, source, paymentId, shopper } = await start(
      await fillCart(null),
      await newCard("visa"),
    );
    await authorizeInBrowser(invoiceId, source);
    const result = await cancelPayment(shopper, { id: paymentId, code: "processout-js.network-issue" });
    expect(result).toMatchObject({ kind: "paid" });
  });

  it("an authorization that arrives after the payment failed is voided", async () => {
    const { invoiceId, source, paymentId, shopper } = await start(
      await fillCart(null),
      await newCard("visa"),
    );
    const result = await cancelPayment(shopper, { id: paymentId, code: "customer.canceled" });
    expect(result).toMatchObject({ kind: "failed", code: "customer.canceled" });
    await authorizeInBrowser(invoiceId, source);
    expect(await syncPayment(shopper, paymentId)).toMatchObject({ state: "voided" });
    expect(await transactionOf(invoiceId)).toMatchObject({ status: "voided", captured_amount: "0" });
  });

  it("a payment to which no browser returned ends", async () => {
    const { paymentId, shopper } = await start(await fillCart(null), await newCard("visa"));
    expect(await abandonPayment(shopper, paymentId)).toMatchObject({ state: "failed" });
  });

  it("a declined capture releases the order for another card", async () => {
    const visitor = await fillCart(null);
    const bad = await start(visitor, await newCard("capture-fails"));
    await authorizeInBrowser(bad.invoiceId, bad.source);
    expect(await finishPayment(bad.shopper, { id: bad.paymentId })).toMatchObject({ kind: "failed" });
    expect(await transactionOf(bad.invoiceId)).toMatchObject({ status: "voided" });
    const good = await start(visitor, await newCard("visa"));
    await authorizeInBrowser(good.invoiceId, good.source);
    expect(await finishPayment(good.shopper, { id: good.paymentId })).toMatchObject({ kind: "paid" });
  });
});
