import { AxeBuilder } from "@axe-core/playwright";
import { test as base, expect } from "../../tests/support/fixtures";
import { test } from "../../tests/support/office-people";
import { payOrder } from "../../tests/support/paid-order";
import { giveSubscription } from "../../tests/support/subscriptions";

test.describe("the back office @payments", () => {
  test("finds a customer by name, e-mail and any ProcessOut id, and shows what there is", async ({
    page,
    shopper,
    sandbox,
    database,
    processout,
  }) => {
    const { invoiceId, source } = await payOrder(shopper, sandbox);
    const { id: transaction } = await processout.transactions.findByInvoice(invoiceId);
    const card = await database.savedCard.findFirstOrThrow({ where: { userId: shopper.id } });
    for (const typed of [
      shopper.name,
      shopper.email.toUpperCase(),
      card.customerId,
      source,
      invoiceId,
      transaction,
    ]) {
      await page.goto("/office/customers");
      await page.getByLabel("Find a customer").fill(typed);
      await page.getByRole("button", { name: "Find" }).click();
      await expect(page.getByRole("list", { name: "Customers" }).getByRole("listitem"), typed).toHaveCount(1);
      await expect(page.getByRole("link", { name: shopper.name })).toBeVisible();
    }
    await page.getByRole("link", { name: shopper.name }).click();
    await expect(page.getByRole("heading", { name: shopper.name })).toBeVisible();
    await expect(page.getByRole("list", { name: "Cards" })).toContainText("Visa ending in 4242");
    await expect(page.getByRole("list", { name: "Payments" })).toContainText("€25.00");
  });

  test("finds a payment by each of its ids, and by its state", async ({
    page,
    shopper,
    sandbox,
    processout,
  }) => {
    const { invoiceId, source } = await payOrder(shopper, sandbox);
    const { id: transaction } = await processout.transactions.findByInvoice(invoiceId);
    const rows = page.getByRole("list", { name: "Payments" }).getByRole("listitem");
    for (const typed of [invoiceId, transaction, source]) {
      await page.goto(`/office/payments?q=${typed}`);
      await expect(rows, typed).toHaveCount(1);
    }
    await page.getByLabel("State").selectOption("Captured");
    await page.getByRole("button", { name: "Find" }).click();
    await expect(page).toHaveURL(/state=captured/);
    await expect(rows).toHaveCount(1);
    await page.goto(`/office/payments?q=${invoiceId}&state=failed`);
    await expect(page.getByText("No payment like that.")).toBeVisible();
  });

  test("finds what ProcessOut told us about somebody by their name, e-mail and ids", async ({
    page,
    shopper,
    sandbox,
    database,
  }) => {
    const { paymentId, invoiceId } = await payOrder(shopper, sandbox);
    const payment = await database.payment.findUniqueOrThrow({ where: { id: paymentId } });
    const rows = page.getByRole("list", { name: "Webhook deliveries" }).getByRole("listitem");
    for (const typed of [invoiceId, payment.transactionId, payment.customerId, shopper.name, shopper.email]) {
      await expect(async () => {
        await page.goto(`/office/webhooks?q=${encodeURIComponent(String(typed))}`);
        await expect(rows.filter({ hasText: "transaction.captured" }), String(typed)).toHaveCount(1, {
          timeout: 1_000,
        });
      }).toPass();
      await expect(rows.filter({ hasText: paymentId }).first()).toBeVisible();
    }
  });

  test("shows a mail that was given up, and sends it again", async ({ page, signedIn, database }) => {
    const key = `test:${signedIn.id}`;
    const letter = { subject: `Receipt for ${signedIn.id}`, html: "<p>Thank you</p>", text: "Thank you" };
    const at = new Date();
    await database.queuedMail.create({
      data: {
        key,
        to: signedIn.email,
        ...letter,
        queuedAt: at,
        givenUpAt: at,
        attempts: 27,
        problem: "Mailbox full",
      },
    });
    await page.goto("/office");
    const row = page
      .getByRole("list", { name: "Mails" })
      .getByRole("listitem")
      .filter({ hasText: letter.subject });
    await expect(row).toContainText("Given up");
    await expect(row).toContainText("Mailbox full. 27 tries so far");
    await row.getByRole("button", { name: "Send again" }).click();
    await expect
      .poll(async () => (await database.queuedMail.findUniqueOrThrow({ where: { key } })).sentAt)
      .not.toBeNull();
    await page.reload();
    await expect(row).toHaveCount(0);
    await expect(page.getByRole("list", { name: "Audit log" })).toContainText(letter.subject);
  });

  test("shows its jobs, and reads well to everybody", async ({ page, shopper, sandbox }) => {
    const paid = await payOrder(shopper, sandbox);
    await page.goto("/office");
    await expect(page.getByRole("list", { name: "Jobs" })).toContainText("reconcile-payments");
    for (const path of [
      "/office",
      "/office/customers",
      `/office/payments/${paid.paymentId}`,
      "/office/webhooks",
    ]) {
      await page.goto(path);
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => `${path} ${id}: ${nodes[0]?.html}`)).toEqual([]);
    }
    await page.setViewportSize({ width: 375, height: 800 });
    for (const path of ["/office", "/office/payments", "/office/customers", "/office/webhooks"]) {
      await page.goto(path);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(overflow, path).toBeLessThanOrEqual(0);
    }
  });
});

base.describe("the office's door @payments", () => {
  base.use({ expectedErrors: [/status of 404/] });

  const PLACES = [
    "/office",
    "/office/customers",
    "/office/payments",
    "/office/subscriptions",
    "/office/webhooks",
  ];

  base("is not there for a visitor", async ({ page }) => {
    for (const path of PLACES) expect((await page.goto(path))?.status(), path).toBe(404);
  });

  base("is not there for a shopper, nor is anything of theirs", async ({ page, signedIn, sandbox }) => {
    const { paymentId } = await payOrder(signedIn, sandbox);
    const { id } = await giveSubscription(signedIn, sandbox);
    const theirs = [
      `/office/payments/${paymentId}`,
      `/office/customers/${signedIn.id}`,
      `/office/subscriptions/${id}`,
    ];
    for (const path of [...PLACES, ...theirs]) expect((await page.goto(path))?.status(), path).toBe(404);
  });
});
