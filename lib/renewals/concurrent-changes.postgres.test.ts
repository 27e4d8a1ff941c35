import { expect, it, vi } from "vitest";
import { cancelPayment, finishPayment } from "@/lib/payments/pay-order";
import { syncPayment } from "@/lib/payments/sync-payment";
import { db } from "@/lib/platform/db";
import { processout } from "@/lib/platform/processout";
import {
  cancelSubscription,
  changeCard,
  pauseSubscription,
  resumeSubscription,
} from "@/lib/subscriptions/change-subscription";
import { payOutstanding } from "@/lib/subscriptions/pay-outstanding";
import { loadSubscriptions } from "@/lib/subscriptions/queries";
import { offerFingerprint, startSubscription } from "@/lib/subscriptions/start-subscription";
import { endSubscription } from "@/lib/subscriptions/transition-subscription";
import { saveConfirmedCard } from "@/tests/support/cards";
import { authorizeInBrowser, contact } from "@/tests/support/orders";
import { withTestStack } from "@/tests/support/stack";
import {
  expireLease,
  findSubscription,
  letDaysPass,
  listCaptured,
  makeDue,
  type Subscriber,
  subscribe,
} from "@/tests/support/subscriber";
import { signUp } from "@/tests/support/users";
import { applyAction } from "./apply-action";
import type { Checkpoint } from "./charge";
import { processDue } from "./process-due";

vi.setConfig({ testTimeout: 120_000 });

const stack = withTestStack();

async function due(scenario = "visa") {
  const subscriber = await subscribe(stack.sandbox, scenario);
  await makeDue(subscriber);
  return subscriber;
}

/** A worker that crashes at this checkpoint. */
const crashAt = (last: Checkpoint) =>
  processDue({
    onCheckpoint(checkpoint) {
      if (checkpoint === last) throw new Error("The power went out");
    },
  });

const loseResponse = (match: string, after = true) =>
  stack.sandbox.fault({ match, kind: "status", status: 500, after, times: 1 });

const CAPTURE = "POST /invoices/*/capture";

async function renewalOf(subscriber: Subscriber) {
  const { state, savedCardId, orders } = await findSubscription(subscriber);
  const order = orders.find(({ period }) => period === 2);
  const payments = order?.payments.toSorted((a, b) => a.id.localeCompare(b.id)) ?? [];
  return { state, savedCardId, order, payments };
}

it("a capture that was not sent before a crash is never sent once the shopper has canceled", async () => {
  const subscriber = await due();
  await crashAt("reserved");
  await cancelSubscription(subscriber.viewer, subscriber);
  await processDue();
  expect(await listCaptured(subscriber)).toHaveLength(1);
  const { state, order, payments } = await renewalOf(subscriber);
  expect([state, order?.state, payments[0]?.state]).toEqual(["canceled", "canceled", "failed"]);
});

it("a capture that was not sent before a crash is not sent while the subscription is paused", async () => {
  const subscriber = await due();
  await crashAt("reserved");
  await pauseSubscription(subscriber.viewer, subscriber);
  await processDue();
  expect(await listCaptured(subscriber)).toHaveLength(1);
  expect(await renewalOf(subscriber)).toMatchObject({ state: "paused", payments: [{ state: "failed" }] });
});

it("a charge that was not sent is superseded when the shopper changes the card, and the new card is charged", async () => {
  const subscriber = await due();
  await crashAt("reserved");
  const card = await saveConfirmedCard(subscriber.viewer, await stack.sandbox.card("mastercard"));
  await changeCard(subscriber.viewer, { id: subscriber.id, cardId: card.id });
  for (const _ of ["the first attempt is superseded", "the second is charged"]) {
    await expireLease(subscriber);
    await processDue();
  }
  expect(await listCaptured(subscriber)).toHaveLength(2);
  const { state, payments } = await renewalOf(subscriber);
  expect(state).toBe("active");
  expect(payments).toMatchObject([{ state: "failed" }, { state: "captured", savedCardId: card.id }]);
});

it("a charge uses the invoice that another worker has committed first", async () => {
  const subscriber = await due();
  let other = "";
  await processDue({
    async onCheckpoint(checkpoint, { order, payment }) {
      if (checkpoint !== "invoiced") return;
      const invoice = { name: "The other worker's", amount: "12.50", currency: "EUR" };
      const idempotencyKey = `other:${payment.id}`;
      const { customerId } = payment;
      const input = { ...invoice, order_id: order.id, ...(customerId && { customer_id: customerId }) };
      other = (await processout().invoices.create(input, { idempotencyKey })).id;
      await db().payment.update({
        where: { id: payment.id },
        data: { state: "authorizing", invoiceId: other },
      });
    },
  });
  expect(await listCaptured(subscriber)).toHaveLength(2);
  expect((await renewalOf(subscriber)).payments).toMatchObject([{ state: "captured", invoiceId: other }]);
});

it("a charge whose capture response was lost is recorded even after a pause", async () => {
  const subscriber = await due();
  await loseResponse(CAPTURE);
  await processDue();
  await pauseSubscription(subscriber.viewer, subscriber);
  await resumeSubscription(subscriber.viewer, subscriber);
  await processDue();
  expect(await listCaptured(subscriber)).toHaveLength(2);
  expect((await renewalOf(subscriber)).order?.state).toBe("paid");
});

it("a charge whose capture response was lost and that was declined keeps the advice, whichever process reads it first, and its order can be paid", async () => {
  const subscriber = await due("once-then-do-not-retry");
  await loseResponse(CAPTURE);
  await processDue();
  const before = await renewalOf(subscriber);
  await syncPayment(subscriber.viewer, before.payments[0]?.id ?? "");
  await expireLease(subscriber);
  await processDue();
  const { state, order, payments } = await renewalOf(subscriber);
  expect([state, order?.paidById]).toEqual(["needs_card", null]);
  expect(payments).toMatchObject([{ state: "failed", retryAdvice: "do-not-retry" }]);

  const card = await saveConfirmedCard(subscriber.viewer, await stack.sandbox.card("mastercard"));
  const started = await payOutstanding(subscriber.viewer, { id: subscriber.id, cardId: card.id });
  if (started.kind !== "started") throw new Error(`The payment is ${started.kind}`);
  await authorizeInBrowser(started.invoiceId, started.source);
  expect(await finishPayment(subscriber.viewer, { id: started.paymentId })).toMatchObject({ kind: "paid" });
  expect(await listCaptured(subscriber)).toHaveLength(2);
});

it("a shopper cannot pay a period while the outcome of its charge is unknown, and the error says so", async () => {
  const subscriber = await due("once-then-no-money");
  await processDue();
  await letDaysPass(subscriber, 2);
  await loseResponse(CAPTURE, false);
  await processDue();
  const again = payOutstanding(subscriber.viewer, { id: subscriber.id, cardId: subscriber.cardId });
  await expect(again).rejects.toMatchObject({ code: "payment.in-progress" });
});

it("a charge that is authorized and cannot be captured is voided", async () => {
  const subscriber = await subscribe(stack.sandbox, "visa");
  const card = await saveConfirmedCard(subscriber.viewer, await stack.sandbox.card("capture-fails"));
  await changeCard(subscriber.viewer, { id: subscriber.id, cardId: card.id });
  await makeDue(subscriber);
  await processDue();
  const { payments } = await renewalOf(subscriber);
  expect(payments).toMatchObject([{ state: "failed" }]);
  const transaction = await processout().transactions.findByInvoice(payments[0]?.invoiceId ?? "");
  expect(transaction).toMatchObject({ voided: true, captured: false });
});

it("paying the outstanding period with another card makes it the card of the subscription when the payment succeeds, and not before", async () => {
  const subscriber = await due("once-then-no-money");
  await processDue();
  const { viewer, id } = subscriber;
  const card = await saveConfirmedCard(viewer, await stack.sandbox.card("mastercard"));
  const first = await payOutstanding(viewer, { id, cardId: card.id });
  if (first.kind !== "started") throw new Error(`The payment is ${first.kind}`);
  await cancelPayment(viewer, { id: first.paymentId, code: "customer.canceled" });
  expect((await renewalOf(subscriber)).savedCardId).toBe(subscriber.cardId);

  const second = await payOutstanding(viewer, { id, cardId: card.id });
  if (second.kind !== "started") throw new Error(`The payment is ${second.kind}`);
  await authorizeInBrowser(second.invoiceId, second.source);
  await finishPayment(viewer, { id: second.paymentId });
  const { schemeTransactionId, savedCardId } = await findSubscription(subscriber);
  const payment = await db().payment.findUniqueOrThrow({ where: { id: second.paymentId } });
  expect(savedCardId).toBe(card.id);
  expect(schemeTransactionId).toBe(payment.schemeTransactionId);
});

it("ending a subscription that has been paid since it was read changes nothing", async () => {
  const subscriber = await due();
  const [stale] = await loadSubscriptions([subscriber.id]);
  if (!stale) throw new Error("There is no subscription");
  await processDue();
  expect(await endSubscription(stale)).toBe(false);
  expect(await findSubscription(subscriber)).toMatchObject({ state: "active", paidPeriods: 2 });
});

it("a worker that read an earlier due date does not delay a period that is due now", async () => {
  const subscriber = await subscribe(stack.sandbox, "visa");
  const [stale] = await loadSubscriptions([subscriber.id]);
  if (!stale?.dueAt) throw new Error("There is no date");
  await makeDue(subscriber);
  await applyAction(stale, { kind: "wait", at: stale.dueAt });
  await processDue();
  expect(await findSubscription(subscriber)).toMatchObject({ state: "active", paidPeriods: 2 });
});

it("a subscription whose first payment was canceled can be started in another currency", async () => {
  const viewer = await signUp();
  const { id: cardId } = await saveConfirmedCard(viewer, await stack.sandbox.card("visa"));
  const start = async (currency: "EUR" | "GBP") => {
    const terms = { sku: "landfall.250g.filter", planId: "weekly" as const, quantity: 2, currency };
    const fingerprint = await offerFingerprint(viewer, terms);
    const payWith = { kind: "saved" as const, id: cardId };
    const started = await startSubscription(viewer, { ...terms, contact, payWith, fingerprint });
    if (started.kind !== "started") throw new Error(`The payment is ${started.kind}`);
    return started;
  };
  const first = await start("EUR");
  // The first payment is pending.
  await expect(start("GBP")).rejects.toMatchObject({ code: "offer.changed" });
  await cancelPayment(viewer, { id: first.paymentId, code: "customer.canceled" });
  expect((await start("GBP")).kind).toBe("started");
});
