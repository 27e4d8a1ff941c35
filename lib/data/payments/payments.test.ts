import { randomBytes, randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { db } from "@/lib/db";
import { saveCardUnverified } from "../cards/save-unverified";
import { addToCart } from "../cart/change";
import { getCart } from "../cart/read";
import { processout } from "../processout";
import { shopperOf } from "../shopper";
import { makeViewer, type Viewer } from "../viewer";
import { makeVisitor } from "../visitor";
import { abandonPayment } from "./abandon";
import { cancelPayment, finishPayment } from "./finish";
import type { PayWith } from "./source";
import { startPayment } from "./start";
import { syncPayment } from "./sync";
import { openTestShop } from "./test-shop";

let shop: Awaited<ReturnType<typeof openTestShop>>;
beforeAll(async () => {
  shop = await openTestShop();
}, 60_000);
afterAll(async () => {
  await db().$disconnect();
  await shop?.close();
});

const contact = {
  email: "robin@shoppers.example",
  name: "Robin Test",
  address1: "Quay 1",
  address2: null,
  zip: "5003",
  city: "Bergen",
  countryCode: "NO",
};

async function signUp(): Promise<Viewer> {
  const { id } = await db().user.create({
    data: { email: `${randomUUID()}@shoppers.example`, name: "Robin Test" },
  });
  return makeViewer(id);
}

async function fillCart(
  viewer: Viewer | null,
  sku = "landfall.250g.filter",
  currency: "EUR" | "GBP" = "EUR",
) {
  const cartKey = randomBytes(32).toString("base64url");
  const visitor = { ...makeVisitor({ viewer, cartKey, currency }), cartKey };
  await addToCart(visitor, { sku, quantity: 2 });
  return visitor;
}

type Visitor = Awaited<ReturnType<typeof fillCart>>;

async function start(visitor: Visitor, payWith: PayWith) {
  const { fingerprint } = await getCart(visitor);
  const started = await startPayment(visitor, { fingerprint, contact, payWith });
  if (started.kind !== "started") throw new Error(`The payment is ${started.kind}`);
  const shopper = shopperOf(visitor.viewer, started.orderRef);
  if (!shopper) throw new Error("Nobody may see the order");
  return { ...started, shopper };
}

const newCard = async (scenario: string): Promise<PayWith> => ({
  kind: "new",
  cardId: await shop.sandbox.card(scenario),
  save: false,
});

async function savedCard(viewer: Viewer, scenario = "visa"): Promise<PayWith & { kind: "saved" }> {
  const cardId = await shop.sandbox.card(scenario);
  const { card } = await saveCardUnverified(viewer, { cardId, makeDefault: false });
  return { kind: "saved", id: card.id };
}

const transactionOf = (invoiceId: string) => processout().transactions.findByInvoice(invoiceId);
const orderOf = (paymentId: string) =>
  db().payment.findUniqueOrThrow({ where: { id: paymentId }, include: { order: true } });

describe("a guest", () => {
  it("pays with a card that leaves nothing behind", async () => {
    const visitor = await fillCart(null);
    const { invoiceId, source, paymentId, shopper, orderRef } = await start(visitor, await newCard("visa"));
    expect(await shop.authorizeInBrowser(invoiceId, source)).toMatchObject({ success: true });
    expect(await finishPayment(shopper, { id: paymentId })).toEqual({ kind: "paid", orderRef });

    const transaction = await transactionOf(invoiceId);
    expect(transaction).toMatchObject({ captured_amount: "25", customer_id: null, token_id: null });
    expect((await getCart({ ...visitor })).lines).toEqual([]);
    expect((await orderOf(paymentId)).order).toMatchObject({
      state: "paid",
      paidById: paymentId,
      userId: null,
    });
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
  it("is the cart's: a checkout drawn for another cart is refused", async () => {
    const visitor = await fillCart(null);
    const { fingerprint } = await getCart(visitor);
    await addToCart(visitor, { sku: "ditty-mug", quantity: 1 });
    const late = startPayment(visitor, { fingerprint, contact, payWith: await newCard("visa") });
    await expect(late).rejects.toMatchObject({ code: "cart.changed" });
  });

  it("is in the currency the Customer began with", async () => {
    const viewer = await signUp();
    const card = await savedCard(viewer);
    const first = await start(await fillCart(viewer), card);
    await shop.authorizeInBrowser(first.invoiceId, first.source);
    await finishPayment(first.shopper, { id: first.paymentId });
    const pounds = start(await fillCart(viewer, "ditty-mug", "GBP"), card);
    await expect(pounds).rejects.toMatchObject({ code: "request.validation.invalid-currency" });
    const unsaved = await start(await fillCart(viewer, "ditty-mug", "GBP"), await newCard("visa"));
    expect(await shop.authorizeInBrowser(unsaved.invoiceId, unsaved.source)).toMatchObject({ success: true });
  });
});

describe("a saved card", () => {
  it("is the viewer's own, or does not exist", async () => {
    const card = await savedCard(await signUp());
    const stranger = await signUp();
    await expect(start(await fillCart(stranger), card)).rejects.toMatchObject({ code: "card.unusable" });
    await expect(start(await fillCart(null), card)).rejects.toMatchObject({ code: "card.unusable" });
  });

  it("pays though it was never verified", async () => {
    const viewer = await signUp();
    const card = await savedCard(viewer);
    const { invoiceId, source, paymentId, shopper } = await start(await fillCart(viewer), card);
    await shop.authorizeInBrowser(invoiceId, source);
    expect(await finishPayment(shopper, { id: paymentId })).toMatchObject({ kind: "paid" });
  });
});

describe("once", () => {
  it("two tabs with the same card share one invoice", async () => {
    const viewer = await signUp();
    const visitor = await fillCart(viewer);
    const card = await savedCard(viewer);
    const [one, two] = await Promise.all([start(visitor, card), start(visitor, card)]);
    expect(two).toMatchObject({ paymentId: one.paymentId, invoiceId: one.invoiceId, orderRef: one.orderRef });
  });

  it("of two cards authorized for one order, one is captured and the other let go", async () => {
    const visitor = await fillCart(null);
    const one = await start(visitor, await newCard("visa"));
    const two = await start(visitor, await newCard("mastercard"));
    await shop.authorizeInBrowser(one.invoiceId, one.source);
    await shop.authorizeInBrowser(two.invoiceId, two.source);
    const endings = await Promise.all([
      finishPayment(one.shopper, { id: one.paymentId }),
      finishPayment(two.shopper, { id: two.paymentId }),
    ]);
    expect(endings.map(({ kind }) => kind).sort()).toEqual(["paid", "refused"]);
    const statuses = [await transactionOf(one.invoiceId), await transactionOf(two.invoiceId)].map(
      ({ status }) => status,
    );
    expect(statuses.sort()).toEqual(["completed", "voided"]);
  });

  it("ten who look at the same authorization capture it once", async () => {
    const { invoiceId, source, paymentId, shopper } = await start(
      await fillCart(null),
      await newCard("visa"),
    );
    await shop.authorizeInBrowser(invoiceId, source);
    await Promise.all(Array.from({ length: 10 }, () => syncPayment(shopper, paymentId)));
    expect(await transactionOf(invoiceId)).toMatchObject({ status: "completed", captured_amount: "25" });
  });

  it("pressing Pay after a crash finds the payment that went through", async () => {
    const visitor = await fillCart(null);
    const { invoiceId, source, orderRef } = await start(visitor, await newCard("visa"));
    await shop.authorizeInBrowser(invoiceId, source);
    // The tab died before the server was told.
    const { fingerprint } = await getCart(visitor);
    const again = await startPayment(visitor, { fingerprint, contact, payWith: await newCard("visa") });
    expect(again).toEqual({ kind: "paid", orderRef });
  });

  it("an order of an earlier cart is not captured any more", async () => {
    const visitor = await fillCart(null);
    const early = await start(visitor, await newCard("visa"));
    await addToCart(visitor, { sku: "ditty-mug", quantity: 1 });
    const late = await start(visitor, await newCard("visa"));
    await shop.authorizeInBrowser(early.invoiceId, early.source);
    expect(await finishPayment(early.shopper, { id: early.paymentId })).toMatchObject({ kind: "refused" });
    await shop.authorizeInBrowser(late.invoiceId, late.source);
    expect(await finishPayment(late.shopper, { id: late.paymentId })).toMatchObject({ kind: "paid" });
    expect(await transactionOf(late.invoiceId)).toMatchObject({ captured_amount: "44" });
  });
});

describe("unknown outcomes", () => {
  it("a capture that was done and answered 500 is read, not repeated", async () => {
    const { invoiceId, source, paymentId, shopper } = await start(
      await fillCart(null),
      await newCard("visa"),
    );
    await shop.authorizeInBrowser(invoiceId, source);
    const fault = { kind: "status", status: 500, after: true, times: 3 };
    await shop.sandbox.fault({ ...fault, match: `POST /invoices/${invoiceId}/capture` });
    expect(await finishPayment(shopper, { id: paymentId })).toMatchObject({ kind: "paid" });
    expect(await transactionOf(invoiceId)).toMatchObject({ captured_amount: "25" });
  });

  it("is waiting while ProcessOut cannot be asked, and known as soon as it can", async () => {
    const { invoiceId, source, paymentId, shopper } = await start(
      await fillCart(null),
      await newCard("visa"),
    );
    await shop.authorizeInBrowser(invoiceId, source);
    // Twice as often as the client tries by itself.
    await shop.sandbox.fault({
      match: `GET /invoices/${invoiceId}/transactions`,
      kind: "status",
      status: 503,
      times: 6,
    });
    expect(await finishPayment(shopper, { id: paymentId })).toMatchObject({ kind: "waiting" });
    expect(await finishPayment(shopper, { id: paymentId })).toMatchObject({ kind: "paid" });
  }, 30_000);

  it("an invoice whose answer was lost is made once", async () => {
    await shop.sandbox.fault({ match: "POST /invoices", kind: "reset", after: true });
    const { invoiceId } = await start(await fillCart(null), await newCard("visa"));
    expect(await transactionOf(invoiceId)).toMatchObject({ status: "waiting" });
  });
});

describe("no stays no", () => {
  it("a success that ProcessOut recorded wins over the browser's failure", async () => {
    const { invoiceId, source, paymentId, shopper } = await start(
      await fillCart(null),
      await newCard("visa"),
    );
    await shop.authorizeInBrowser(invoiceId, source);
    const ending = await cancelPayment(shopper, { id: paymentId, code: "processout-js.network-issue" });
    expect(ending).toMatchObject({ kind: "paid" });
  });

  it("an authorization that comes after we said no is voided", async () => {
    const { invoiceId, source, paymentId, shopper } = await start(
      await fillCart(null),
      await newCard("visa"),
    );
    const ending = await cancelPayment(shopper, { id: paymentId, code: "customer.canceled" });
    expect(ending).toMatchObject({ kind: "refused", code: "customer.canceled" });
    await shop.authorizeInBrowser(invoiceId, source);
    expect(await syncPayment(shopper, paymentId)).toMatchObject({ state: "voided" });
    expect(await transactionOf(invoiceId)).toMatchObject({ status: "voided", captured_amount: "0" });
  });

  it("a payment nobody came back to ends", async () => {
    const { paymentId, shopper } = await start(await fillCart(null), await newCard("visa"));
    expect(await abandonPayment(shopper, paymentId)).toMatchObject({ state: "failed" });
  });

  it("a capture the bank refuses frees the order for another card", async () => {
    const visitor = await fillCart(null);
    const bad = await start(visitor, await newCard("capture-fails"));
    await shop.authorizeInBrowser(bad.invoiceId, bad.source);
    expect(await finishPayment(bad.shopper, { id: bad.paymentId })).toMatchObject({ kind: "refused" });
    expect(await transactionOf(bad.invoiceId)).toMatchObject({ status: "voided" });
    const good = await start(visitor, await newCard("visa"));
    await shop.authorizeInBrowser(good.invoiceId, good.source);
    expect(await finishPayment(good.shopper, { id: good.paymentId })).toMatchObject({ kind: "paid" });
  });
});

describe("a new card that is to be saved", () => {
  const save = async (scenario: string): Promise<PayWith> => ({
    kind: "new",
    cardId: await shop.sandbox.card(scenario),
    save: true,
    consent: "checkout-1",
  });

  it("stays when it paid, with the consent and its time", async () => {
    const viewer = await signUp();
    const { invoiceId, source, paymentId, shopper } = await start(await fillCart(viewer), await save("visa"));
    expect(source).toMatch(/^tok_/);
    await shop.authorizeInBrowser(invoiceId, source);
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

  it("goes, at ProcessOut too, when it did not", async () => {
    const viewer = await signUp();
    const { invoiceId, source, paymentId, shopper } = await start(
      await fillCart(viewer),
      await save("no-money"),
    );
    expect(await shop.authorizeInBrowser(invoiceId, source)).toMatchObject({ success: false });
    const ending = await finishPayment(shopper, { id: paymentId });
    expect(ending).toMatchObject({ kind: "refused", code: "card.no-money" });
    const { customerId } = await db().savedCard.findFirstOrThrow({ where: { userId: viewer.userId } });
    await expect(processout().tokens.find(customerId, source)).rejects.toMatchObject({ status: 404 });
  });

  it("is kept if it was saved before", async () => {
    const viewer = await signUp();
    await savedCard(viewer, "no-money");
    const { invoiceId, source, paymentId, shopper } = await start(
      await fillCart(viewer),
      await save("no-money"),
    );
    await shop.authorizeInBrowser(invoiceId, source);
    expect(await finishPayment(shopper, { id: paymentId })).toMatchObject({ kind: "refused" });
    expect(await db().savedCard.count({ where: { userId: viewer.userId, state: "attached" } })).toBe(1);
  });
});
