import { describe, expect, it, vi } from "vitest";
import { cancelPayment, finishPayment } from "@/lib/payments/finish";
import { syncPayment } from "@/lib/payments/sync-payment";
import { db } from "@/lib/platform/db";
import { processout } from "@/lib/platform/processout";
import {
  cancelSubscription,
  changeCard,
  pauseSubscription,
  resumeSubscription,
} from "@/lib/subscriptions/change-subscription";
import { payDue } from "@/lib/subscriptions/pay-outstanding";
import { loadSubscriptions } from "@/lib/subscriptions/queries";
import { offerFingerprint, startSubscription } from "@/lib/subscriptions/start-subscription";
import { withTestStack } from "@/tests/support/stack";
import {
  authorizeInBrowser,
  contact,
  findSubscription,
  letDaysPass,
  listTaken,
  makeDue,
  newShopper,
  type Subscriber,
  saveCard,
  subscribe,
  wakeNow,
} from "@/tests/support/subscriber";
import { applyDecision, end } from "./apply-action";
import type { Step } from "./charge";
import { chargeDue } from "./jobs";

vi.setConfig({ testTimeout: 120_000 });

const stack = withTestStack();

async function due(scenario = "visa") {
  const subscriber = await subscribe(stack.sandbox, scenario);
  await makeDue(subscriber);
  return subscriber;
}

/** A worker that gets as far as this. */
const dieAt = (last: Step) =>
  chargeDue({
    onStep(step) {
      if (step === last) throw new Error("The power went out");
    },
  });

const unanswered = (match: string, after = true) =>
  stack.sandbox.fault({ match, kind: "status", status: 500, after, times: 1 });

const CAPTURE = "POST /invoices/*/capture";

async function renewalOf(subscriber: Subscriber) {
  const { state, savedCardId, orders } = await findSubscription(subscriber);
  const order = orders.find(({ period }) => period === 2);
  const payments = order?.payments.toSorted((a, b) => a.id.localeCompare(b.id)) ?? [];
  return { state, savedCardId, order, payments };
}

describe("a charge that was begun and not sent", () => {
  it("is not sent any more once the shopper has canceled", async () => {
    const subscriber = await due();
    await dieAt("claimed");
    await cancelSubscription(subscriber.viewer, subscriber);
    await chargeDue();
    expect(await listTaken(subscriber)).toHaveLength(1);
    const { state, order, payments } = await renewalOf(subscriber);
    expect([state, order?.state, payments[0]?.state]).toEqual(["canceled", "canceled", "failed"]);
  });

  it("is not sent while it is paused", async () => {
    const subscriber = await due();
    await dieAt("claimed");
    await pauseSubscription(subscriber.viewer, subscriber);
    await chargeDue();
    expect(await listTaken(subscriber)).toHaveLength(1);
    expect(await renewalOf(subscriber)).toMatchObject({ state: "paused", payments: [{ state: "failed" }] });
  });

  it("gives way to the card that the shopper has changed to", async () => {
    const subscriber = await due();
    await dieAt("claimed");
    const card = await saveCard(stack.sandbox, subscriber.viewer, "mastercard");
    await changeCard(subscriber.viewer, { id: subscriber.id, cardId: card.id });
    for (const _ of ["gives up the first try", "makes the second one"]) {
      await wakeNow(subscriber);
      await chargeDue();
    }
    expect(await listTaken(subscriber)).toHaveLength(2);
    const { state, payments } = await renewalOf(subscriber);
    expect(state).toBe("active");
    expect(payments).toMatchObject([{ state: "failed" }, { state: "captured", savedCardId: card.id }]);
  });

  it("goes on with the invoice that another worker has committed first", async () => {
    const subscriber = await due();
    let other = "";
    await chargeDue({
      async onStep(step, { order, payment }) {
        if (step !== "invoiced") return;
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
    expect(await listTaken(subscriber)).toHaveLength(2);
    expect((await renewalOf(subscriber)).payments).toMatchObject([{ state: "captured", invoiceId: other }]);
  });
});

describe("a charge whose answer was lost", () => {
  it("is found after a pause, too", async () => {
    const subscriber = await due();
    await unanswered(CAPTURE);
    await chargeDue();
    await pauseSubscription(subscriber.viewer, subscriber);
    await resumeSubscription(subscriber.viewer, subscriber);
    await chargeDue();
    expect(await listTaken(subscriber)).toHaveLength(2);
    expect((await renewalOf(subscriber)).order?.state).toBe("paid");
  });

  it("and was a refusal: whoever hears of it first, its advice is kept and the order can be paid", async () => {
    const subscriber = await due("once-then-do-not-retry");
    await unanswered(CAPTURE);
    await chargeDue();
    const before = await renewalOf(subscriber);
    await syncPayment(subscriber.viewer, before.payments[0]?.id ?? "");
    await wakeNow(subscriber);
    await chargeDue();
    const { state, order, payments } = await renewalOf(subscriber);
    expect([state, order?.paidById]).toEqual(["needs_card", null]);
    expect(payments).toMatchObject([{ state: "failed", retryAdvice: "do-not-retry" }]);

    const card = await saveCard(stack.sandbox, subscriber.viewer, "mastercard");
    const started = await payDue(subscriber.viewer, { id: subscriber.id, cardId: card.id });
    if (started.kind !== "started") throw new Error(`The payment is ${started.kind}`);
    await authorizeInBrowser(started);
    expect(await finishPayment(subscriber.viewer, { id: started.paymentId })).toMatchObject({ kind: "paid" });
    expect(await listTaken(subscriber)).toHaveLength(2);
  });

  it("keeps the shopper from paying the same once more, and says so", async () => {
    const subscriber = await due("once-then-no-money");
    await chargeDue();
    await letDaysPass(subscriber, 2);
    await unanswered(CAPTURE, false);
    await chargeDue();
    const again = payDue(subscriber.viewer, { id: subscriber.id, cardId: subscriber.cardId });
    await expect(again).rejects.toMatchObject({ code: "payment.under-way" });
  });
});

it("a charge that is held and cannot be taken is let go", async () => {
  const subscriber = await subscribe(stack.sandbox, "visa");
  const card = await saveCard(stack.sandbox, subscriber.viewer, "capture-fails");
  await changeCard(subscriber.viewer, { id: subscriber.id, cardId: card.id });
  await makeDue(subscriber);
  await chargeDue();
  const { payments } = await renewalOf(subscriber);
  expect(payments).toMatchObject([{ state: "failed" }]);
  const transaction = await processout().transactions.findByInvoice(payments[0]?.invoiceId ?? "");
  expect(transaction).toMatchObject({ voided: true, captured: false });
});

describe("paying what is owed with another card", () => {
  it("changes the card once it has paid, and not before", async () => {
    const subscriber = await due("once-then-no-money");
    await chargeDue();
    const { viewer, id } = subscriber;
    const card = await saveCard(stack.sandbox, viewer, "mastercard");
    const first = await payDue(viewer, { id, cardId: card.id });
    if (first.kind !== "started") throw new Error(`The payment is ${first.kind}`);
    await cancelPayment(viewer, { id: first.paymentId, code: "customer.canceled" });
    expect((await renewalOf(subscriber)).savedCardId).toBe(subscriber.cardId);

    const second = await payDue(viewer, { id, cardId: card.id });
    if (second.kind !== "started") throw new Error(`The payment is ${second.kind}`);
    await authorizeInBrowser(second);
    await finishPayment(viewer, { id: second.paymentId });
    const { schemeTransactionId, savedCardId } = await findSubscription(subscriber);
    const payment = await db().payment.findUniqueOrThrow({ where: { id: second.paymentId } });
    expect(savedCardId).toBe(card.id);
    expect(schemeTransactionId).toBe(payment.schemeTransactionId);
  });
});

it("an end that comes too late does nothing", async () => {
  const subscriber = await due();
  const [stale] = await loadSubscriptions([subscriber.id]);
  if (!stale) throw new Error("There is no subscription");
  await chargeDue();
  expect(await end(stale)).toBe(false);
  expect(await findSubscription(subscriber)).toMatchObject({ state: "active", paidPeriods: 2 });
});

it("a worker that read an earlier date does not put off what is due now", async () => {
  const subscriber = await subscribe(stack.sandbox, "visa");
  const [stale] = await loadSubscriptions([subscriber.id]);
  if (!stale?.dueAt) throw new Error("There is no date");
  await makeDue(subscriber);
  await applyDecision(stale, { kind: "later", at: stale.dueAt });
  await chargeDue();
  expect(await findSubscription(subscriber)).toMatchObject({ state: "active", paidPeriods: 2 });
});

it("a start that was refused can be made in another currency", async () => {
  const viewer = await newShopper();
  const { id: cardId } = await saveCard(stack.sandbox, viewer, "visa");
  const start = async (currency: "EUR" | "GBP") => {
    const terms = { sku: "landfall.250g.filter", planId: "weekly" as const, quantity: 2, currency };
    const fingerprint = await offerFingerprint(viewer, terms);
    const payWith = { kind: "saved" as const, id: cardId };
    const started = await startSubscription(viewer, {
      ...terms,
      contact,
      payWith,
      fingerprint,
      consent: "subscription-1",
    });
    if (started.kind !== "started") throw new Error(`The payment is ${started.kind}`);
    return started;
  };
  const first = await start("EUR");
  // It may still be paid.
  await expect(start("GBP")).rejects.toMatchObject({ code: "subscription.changed" });
  await cancelPayment(viewer, { id: first.paymentId, code: "customer.canceled" });
  expect((await start("GBP")).kind).toBe("started");
});
