import { describe, expect, it } from "vitest";
import type { Viewer } from "@/lib/auth/viewer";
import { listCards } from "@/lib/cards/manage-cards";
import { db } from "@/lib/platform/db";
import { env } from "@/lib/platform/env";
import { processout } from "@/lib/platform/processout";
import { addToCart, getCart } from "@/lib/shop/manage-cart";
import { saveCard } from "@/tests/support/cards";
import {
  authorizeInBrowser,
  contact,
  fillCart,
  savedCard,
  saving,
  start,
  transactionOf,
  unsaved,
} from "@/tests/support/orders";
import { withTestStack } from "@/tests/support/stack";
import { signUp } from "@/tests/support/users";
import { startPaymentSchema } from "./checkout";
import { queueReceipts } from "./jobs";
import { finishPayment, startPayment } from "./pay-order";
import { syncPayableCards } from "./payable-cards";
import { syncPayment } from "./sync-payment";

const stack = withTestStack();

const newCard = async (scenario: string) => unsaved(await stack.sandbox.card(scenario));

const keepCard = async (viewer: Viewer, scenario = "visa") =>
  savedCard(viewer, await stack.sandbox.card(scenario));

async function orderOf(id: string) {
  const where = { id };
  return (await db().payment.findUniqueOrThrow({ where, include: { order: true } })).order;
}

describe("a guest", () => {
  it("pays with a card that is not kept anywhere", async () => {
    const visitor = await fillCart(null);
    const { invoiceId, source, paymentId, shopper, orderRef } = await start(visitor, await newCard("visa"));
    expect(await authorizeInBrowser(invoiceId, source)).toMatchObject({ success: true });
    expect(await finishPayment(shopper, { id: paymentId })).toEqual({ kind: "paid", orderRef });

    const transaction = await transactionOf(invoiceId);
    expect(transaction).toMatchObject({ captured_amount: "25", customer_id: null, token_id: null });
    expect((await getCart({ ...visitor })).lines).toEqual([]);
    expect(await orderOf(paymentId)).toMatchObject({
      state: "paid",
      paidById: paymentId,
      userId: null,
    });
  });

  it("returns from the bank to the checkout", async () => {
    const { invoiceId } = await start(await fillCart(null), await newCard("visa"));
    const invoice = await processout().invoices.find(invoiceId);
    const checkout = `${env().NEXTAUTH_URL}/checkout`;
    expect(invoice).toMatchObject({ return_url: checkout, cancel_url: checkout });
  });

  it("cannot pay with a saved card of a Customer", async () => {
    const owner = await signUp();
    const card = await start(await fillCart(owner), await keepCard(owner));
    const { invoiceId, paymentId, shopper } = await start(await fillCart(null), await newCard("visa"));
    expect(await authorizeInBrowser(invoiceId, card.source)).toMatchObject({ success: true });
    expect(await finishPayment(shopper, { id: paymentId })).toMatchObject({ kind: "failed" });
    expect(await transactionOf(invoiceId)).toMatchObject({ status: "voided", captured_amount: "0" });
  });

  it("gets a receipt that names the card that paid, not the one that the payment began with", async () => {
    const { invoiceId, paymentId, shopper } = await start(await fillCart(null), await newCard("visa"));
    await authorizeInBrowser(invoiceId, await stack.sandbox.card("mastercard"));
    expect(await finishPayment(shopper, { id: paymentId })).toMatchObject({ kind: "paid" });
    await queueReceipts();
    const { id } = await orderOf(paymentId);
    const { html } = await db().queuedMail.findUniqueOrThrow({ where: { key: `receipt:${id}` } });
    expect(html).toContain("Mastercard ending in 4444");
  });

  it("cannot see another guest's payment", async () => {
    const { paymentId } = await start(await fillCart(null), await newCard("visa"));
    const other = await start(await fillCart(null), await newCard("visa"));
    await expect(finishPayment(other.shopper, { id: paymentId })).rejects.toMatchObject({
      code: "not-found",
    });
  });
});

describe("the amount", () => {
  it("is that of the cart: a checkout rendered for an earlier cart is refused", async () => {
    const visitor = await fillCart(null);
    const { fingerprint } = await getCart(visitor);
    await addToCart(visitor, { sku: "ditty-mug", quantity: 1 });
    const late = startPayment(visitor, { fingerprint, contact, payWith: await newCard("visa") });
    await expect(late).rejects.toMatchObject({ code: "cart.changed" });
  });

  it("is in the currency of the shopper's Customer", async () => {
    const viewer = await signUp();
    const card = await keepCard(viewer);
    const first = await start(await fillCart(viewer), card);
    await authorizeInBrowser(first.invoiceId, first.source);
    await finishPayment(first.shopper, { id: first.paymentId });
    const pounds = start(await fillCart(viewer, "ditty-mug", "GBP"), card);
    await expect(pounds).rejects.toMatchObject({ code: "request.validation.invalid-currency" });
    const other = await start(await fillCart(viewer, "ditty-mug", "GBP"), await newCard("visa"));
    expect(await authorizeInBrowser(other.invoiceId, other.source)).toMatchObject({ success: true });
  });
});

describe("a saved card", () => {
  it("of another user gets the same answer as a missing one", async () => {
    const card = await keepCard(await signUp());
    const stranger = await signUp();
    await expect(start(await fillCart(stranger), card)).rejects.toMatchObject({ code: "card.unusable" });
    await expect(start(await fillCart(null), card)).rejects.toMatchObject({ code: "card.unusable" });
  });

  it("can pay without having been verified", async () => {
    const viewer = await signUp();
    const card = await keepCard(viewer);
    const { invoiceId, source, paymentId, shopper } = await start(await fillCart(viewer), card);
    await authorizeInBrowser(invoiceId, source);
    expect(await finishPayment(shopper, { id: paymentId })).toMatchObject({ kind: "paid" });
  });
});

describe("a new card that is to be saved", () => {
  const save = async (scenario: string) => saving(await stack.sandbox.card(scenario));

  it("is kept after a captured payment, with the consent that the checkout shows, whatever the browser sends", async () => {
    const viewer = await signUp();
    const sent = { ...(await save("visa")), consent: "subscription-1" };
    const payWith = startPaymentSchema.shape.payWith.parse(sent);
    const { invoiceId, source, paymentId, shopper } = await start(await fillCart(viewer), payWith);
    expect(source).toMatch(/^tok_/);
    await authorizeInBrowser(invoiceId, source);
    expect(await finishPayment(shopper, { id: paymentId })).toMatchObject({ kind: "paid" });
    const card = await db().savedCard.findFirstOrThrow({
      where: { userId: viewer.userId, state: "attached" },
    });
    const consent = await db().cardConsent.findFirstOrThrow({ where: { savedCardId: card.id } });
    expect(consent).toMatchObject({
      userId: viewer.userId,
      version: "checkout-1",
      givenAt: expect.any(Date),
    });
  });

  it("is not offered, and the default stays, until a payment with it was captured", async () => {
    const viewer = await signUp();
    const kept = await saveCard(viewer, await stack.sandbox.card("mastercard"), { makeDefault: true });
    const started = await start(await fillCart(viewer), await save("visa"));
    for (const { cards } of [await listCards(viewer), await syncPayableCards(viewer)]) {
      expect(cards).toMatchObject([{ id: kept.id, isDefault: true }]);
    }
    await authorizeInBrowser(started.invoiceId, started.source);
    expect(await finishPayment(started.shopper, { id: started.paymentId })).toMatchObject({ kind: "paid" });
    const { cards } = await syncPayableCards(viewer);
    expect(cards).toMatchObject([
      { id: kept.id, isDefault: true },
      { last4: "4242", status: "verified" },
    ]);
  });

  it("is deleted, at ProcessOut too, after a failed payment", async () => {
    const viewer = await signUp();
    const { invoiceId, source, paymentId, shopper } = await start(
      await fillCart(viewer),
      await save("no-money"),
    );
    expect(await authorizeInBrowser(invoiceId, source)).toMatchObject({ success: false });
    const ending = await finishPayment(shopper, { id: paymentId });
    expect(ending).toMatchObject({ kind: "failed", code: "card.no-money" });
    const { customerId } = await db().savedCard.findFirstOrThrow({ where: { userId: viewer.userId } });
    await expect(processout().tokens.find(customerId, source)).rejects.toMatchObject({ status: 404 });
  });

  it("is deleted without an error when an action and webhooks learn of the failure at the same time", async () => {
    const viewer = await signUp();
    const { invoiceId, source, paymentId, shopper } = await start(
      await fillCart(viewer),
      await save("no-money"),
    );
    await authorizeInBrowser(invoiceId, source);
    const endings = await Promise.all(
      Array.from({ length: 24 }, () => finishPayment(shopper, { id: paymentId })),
    );
    for (const ending of endings) expect(ending).toMatchObject({ kind: "failed", code: "card.no-money" });
    expect(await db().savedCard.count({ where: { userId: viewer.userId, state: "attached" } })).toBe(0);
  });

  it("is deleted when its authorization arrives after the payment failed", async () => {
    const viewer = await signUp();
    const { invoiceId, source, paymentId, shopper } = await start(await fillCart(viewer), await save("visa"));
    // The shopper gave up, and before that was told to ProcessOut the bank said yes.
    await db().payment.update({ where: { id: paymentId }, data: { state: "failed" } });
    await authorizeInBrowser(invoiceId, source);
    expect(await syncPayment(shopper, paymentId)).toMatchObject({ state: "voided" });
    const { customerId } = await db().savedCard.findFirstOrThrow({ where: { userId: viewer.userId } });
    await expect(processout().tokens.find(customerId, source)).rejects.toMatchObject({ status: 404 });
  });

  it("is kept if it was saved before the payment", async () => {
    const viewer = await signUp();
    await keepCard(viewer, "no-money");
    const { invoiceId, source, paymentId, shopper } = await start(
      await fillCart(viewer),
      await save("no-money"),
    );
    await authorizeInBrowser(invoiceId, source);
    expect(await finishPayment(shopper, { id: paymentId })).toMatchObject({ kind: "failed" });
    expect(await db().savedCard.count({ where: { userId: viewer.userId, state: "attached" } })).toBe(1);
  });
});
