import { randomUUID } from "node:crypto";
import { sendMails } from "@/app/jobs";
import { makeViewer } from "@/lib/auth/viewer";
import { wake } from "@/lib/jobs/queue";
import { reconcilePayments } from "@/lib/payments/jobs";
import { fillCart, savedCard, start } from "@/tests/support/orders";
import { giveCard } from "../../tests/support/cards";
import {
  addToCart,
  expectNotPaid,
  expectPaid,
  openCheckout,
  openCheckoutWithCard,
  payButton,
} from "../../tests/support/checkout";
import { expect, test } from "../../tests/support/fixtures";
import { payOrder } from "../../tests/support/orders";
import { press } from "../../tests/support/press";

test.describe("a tampered checkout @payments", () => {
  test("a checkout that names the card of another account is refused before ProcessOut is called", async ({
    page,
    signedIn,
    sandbox,
    database,
  }) => {
    const email = `${randomUUID()}@shoppers.example`;
    const victim = await database.user.create({ data: { email, name: "Ada Other" } });
    const own = await giveCard(signedIn, sandbox);
    const stolen = await giveCard(victim, sandbox, "mastercard");
    await addToCart(page, "landfall");
    await openCheckout(page);
    await page.route("**/checkout", (route) =>
      route.continue({ postData: route.request().postData()?.replaceAll(own.id, stolen.id) }),
    );
    await press(payButton(page));
    await expectNotPaid(page, "This card cannot be used to pay.");
    const where = { OR: [{ savedCardId: stolen.id }, { order: { userId: signedIn.id } }] };
    expect(await database.payment.findMany({ where })).toMatchObject([{ state: "failed", invoiceId: null }]);
    await database.user.delete({ where: { id: victim.id } });
  });

  test("a saved card cannot be charged in another currency than the Customer's", async ({
    page,
    signedIn,
    sandbox,
    database,
  }) => {
    await payOrder(signedIn, sandbox);
    const card = await database.savedCard.findFirstOrThrow({ where: { userId: signedIn.id } });
    await addToCart(page, "ditty-mug");
    await page.goto("/cart");
    await page.getByLabel("Prices in").selectOption("GBP");
    await page.getByRole("button", { name: "Change" }).click();
    await expect(page.getByText("£16.50").first()).toBeVisible();
    await openCheckout(page);
    await expect(page.getByRole("radio", { name: /Visa/ })).toBeDisabled();
    await page.getByRole("radio", { name: /Visa/ }).evaluate((radio: HTMLInputElement) => {
      radio.disabled = false;
    });
    await page.getByRole("radio", { name: /Visa/ }).check({ force: true });
    await press(payButton(page));
    await expectNotPaid(page, "Your saved cards pay in another currency.");
    const pounds = { order: { userId: signedIn.id }, currency: "GBP" };
    expect(await database.payment.findMany({ where: pounds })).toMatchObject([
      { state: "failed", savedCardId: card.id },
    ]);
  });
});

test.describe("unexpected responses of ProcessOut @payments", () => {
  test("a webhook about a paid invoice of another app pays for no order", async ({
    page,
    signedIn,
    sandbox,
    processout,
    database,
  }) => {
    const viewer = makeViewer(signedIn.id);
    const payWith = await savedCard(viewer, await sandbox.makeCard("visa"));
    const { orderRef, paymentId } = await start(await fillCart(viewer), payWith);
    // Created by another app on the same project; its metadata claims to be for this payment.
    const claim = { reference_id: paymentId, metadata: { order: orderRef, payment: paymentId } };
    const { id } = await processout.invoices.create(
      { name: "Not ours", amount: "25", currency: "EUR", ...claim },
      { idempotencyKey: randomUUID() },
    );
    const source = await sandbox.makeCard("visa");
    await processout.invoices.capture(id, { source }, { idempotencyKey: randomUUID() });

    const notes = async () => {
      const events = (await sandbox.listEvents(id)).map((event) => event.id);
      const entries = await database.webhookEvent.findMany({ where: { id: { in: events } } });
      return entries.map(({ note }) => note);
    };
    await expect.poll(notes).toContain("No payment of this shop");
    expect(await database.payment.findUnique({ where: { id: paymentId } })).toMatchObject({
      state: "authorizing",
    });
    await page.goto(`/orders/${orderRef}`);
    await expect(page.getByText("Pending", { exact: true })).toBeVisible();
    await expect(page.getByText("Paid", { exact: true })).toHaveCount(0);
  });

  test("a capture that is answered twice captures once and sends one receipt", async ({
    page,
    signedIn,
    sandbox,
    processout,
    database,
  }) => {
    const { paymentId, invoiceId, source, orderRef } = await payOrder(signedIn, sandbox);
    const again = await processout.invoices.capture(invoiceId, { source }, { idempotencyKey: randomUUID() });
    expect(again.transaction).toMatchObject({ captured_amount: "25", status: "completed" });
    // As if the first response had been lost.
    await database.payment.update({
      where: { id: paymentId },
      data: { state: "authorized", startedAt: new Date(Date.now() - 3_600_000), syncedAt: null },
    });
    await wake(reconcilePayments);
    const where = { id: paymentId };
    await expect
      .poll(async () => (await database.payment.findUniqueOrThrow({ where })).state, { timeout: 40_000 })
      .toBe("captured");

    expect(await processout.transactions.findByInvoice(invoiceId)).toMatchObject({ captured_amount: "25" });
    await page.goto(`/orders/${orderRef}`);
    await expect(page.getByText("Paid", { exact: true }).first()).toBeVisible();
    await wake(sendMails);
    const receipts = { key: { startsWith: `receipt:${orderRef}` } };
    await expect.poll(() => database.queuedMail.count({ where: receipts })).toBe(1);
  });

  test.describe("a response with status 500", () => {
    test.use({ expectedErrors: [/status of 500 .*\/invoices\//] });

    test("an error 500 after a successful authorization or capture is resolved by reading, never by charging again", async ({
      page,
      signedIn,
      sandbox,
      processout,
      database,
    }) => {
      await openCheckoutWithCard(page, signedIn, sandbox);
      // Once the browser has authorized, every request about this invoice is carried out and answered with an error.
      let match = "";
      await page.route(/\/invoices\/\w+\/capture/, async (route) => {
        if (!match) {
          match = `POST ${new URL(route.request().url()).pathname}`;
          await sandbox.addFault({ match, kind: "status", status: 500, after: true });
        }
        await route.continue();
      });
      await press(payButton(page));
      await expectPaid(page);
      const [payment, ...others] = await database.payment.findMany({
        where: { order: { userId: signedIn.id } },
      });
      expect(others).toEqual([]);
      const captures = await sandbox.listRequests(`/invoices/${payment?.invoiceId}/capture`);
      expect(captures.every(({ status }) => status === 500)).toBe(true);
      expect(await processout.transactions.findByInvoice(String(payment?.invoiceId))).toMatchObject({
        status: "completed",
        captured_amount: "12.5",
      });
    });
  });
});
