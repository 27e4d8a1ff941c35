import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { DAY_MS } from "@/lib/platform/durations";
import { test as base, expect } from "../../tests/support/fixtures";
import { officeRows, officeTable } from "../../tests/support/office-tables";
import { payOrder } from "../../tests/support/orders";
import { test } from "../../tests/support/staff";
import { giveSubscription } from "../../tests/support/subscriptions";

test.describe("the back office @payments", () => {
  test("staff find a customer by name, e-mail and any ProcessOut id, and see their cards and payments", async ({
    page,
    shopper,
    sandbox,
    database,
    processout,
  }) => {
    const { invoiceId, source } = await payOrder(shopper, sandbox);
    const { id: transaction } = await processout.transactions.findByInvoice(invoiceId);
    const card = await database.savedCard.findFirstOrThrow({ where: { userId: shopper.id } });
    for (const search of [
      shopper.name,
      shopper.email.toUpperCase(),
      card.customerId,
      source,
      invoiceId,
      transaction,
    ]) {
      await page.goto("/office/customers");
      await page.getByLabel("Find a customer").fill(search);
      await page.getByRole("button", { name: "Find" }).click();
      await expect(officeRows(page, "Customers"), search).toHaveCount(1);
      await expect(page.getByRole("link", { name: shopper.name })).toBeVisible();
    }
    await page.getByRole("link", { name: shopper.name }).click();
    await expect(page.getByRole("heading", { name: shopper.name })).toBeVisible();
    await expect(officeTable(page, "Cards")).toContainText("Visa ending in 4242");
    await expect(officeTable(page, "Payments")).toContainText("€25.00");
  });

  test("staff find a payment by each of its ids and by its status", async ({
    page,
    shopper,
    sandbox,
    processout,
  }) => {
    const { invoiceId, source } = await payOrder(shopper, sandbox);
    const { id: transaction } = await processout.transactions.findByInvoice(invoiceId);
    const rows = officeRows(page, "Payments");
    for (const search of [invoiceId, transaction, source]) {
      await page.goto(`/office/payments?q=${search}`);
      await expect(rows, search).toHaveCount(1);
    }
    await page.getByLabel("Status").selectOption("Captured");
    await page.getByRole("button", { name: "Find" }).click();
    await expect(page).toHaveURL(/state=captured/);
    await expect(rows).toHaveCount(1);
    await page.goto(`/office/payments?q=${invoiceId}&state=failed`);
    await expect(page.getByText("No payments found.")).toBeVisible();
  });

  test("staff find the webhook events about a customer by name, e-mail and ids", async ({
    page,
    shopper,
    sandbox,
    database,
  }) => {
    const { paymentId, invoiceId } = await payOrder(shopper, sandbox);
    const payment = await database.payment.findUniqueOrThrow({ where: { id: paymentId } });
    const captured = officeRows(page, "Webhook deliveries").filter({ hasText: "transaction.captured" });
    for (const search of [
      invoiceId,
      payment.transactionId,
      payment.customerId,
      shopper.name,
      shopper.email,
    ]) {
      await expect(async () => {
        await page.goto(`/office/webhooks?q=${encodeURIComponent(String(search))}`);
        await expect(captured, String(search)).toHaveCount(1, { timeout: 1_000 });
      }).toPass();
    }
    const { number } = await database.order.findUniqueOrThrow({ where: { id: payment.orderId } });
    await expect(captured).toContainText(`HC-${10_000 + number} was captured`);
    await expect(captured).toContainText("1 attempt");
    await expect(captured).not.toContainText(paymentId);
    await captured.getByRole("link").click();
    await expect(page).toHaveURL(`/office/payments/${paymentId}`);
  });

  test("staff send an e-mail again that the worker has stopped retrying", async ({
    page,
    signedIn,
    database,
  }) => {
    const key = `test:${signedIn.id}`;
    const mail = { subject: `Receipt for ${signedIn.id}`, html: "<p>Thank you</p>", text: "Thank you" };
    const at = new Date();
    await database.queuedMail.create({
      data: {
        key,
        to: signedIn.email,
        ...mail,
        queuedAt: at,
        givenUpAt: at,
        attempts: 27,
        lastError: "Mailbox full",
      },
    });
    await page.goto("/office");
    const row = officeRows(page, "E-mails").filter({ hasText: mail.subject });
    await expect(row).toContainText("Not delivered");
    await expect(row).toContainText("Mailbox full. 27 attempts so far");
    await row.getByRole("button", { name: "Send again" }).click();
    await expect
      .poll(async () => (await database.queuedMail.findUniqueOrThrow({ where: { key } })).sentAt)
      .not.toBeNull();
    await page.reload();
    await expect(row).toHaveCount(0);
    await expect(officeTable(page, "Audit log")).toContainText(mail.subject);
  });

  test("the overview names the jobs in words under System", async ({ page }) => {
    await page.goto("/office");
    const system = page.getByRole("region", { name: "System" });
    await expect(system).toContainText("Checks payments without a known outcome");
    await expect(system).toContainText("reconcile-payments");
  });

  test("the overview begins with what needs a person, with its age, and leads to it", async ({
    page,
    shopper,
    sandbox,
    database,
  }) => {
    const { id } = await giveSubscription(shopper, sandbox);
    // Long ago: the list begins with what has waited longest, whatever other tests do meanwhile.
    const dueAt = new Date(Date.now() - 400 * DAY_MS);
    const data = { state: "needs_card", dueAt, processAfter: null } as const;
    await database.subscription.update({ where: { id }, data });
    await page.goto("/office");
    await expect(page.getByRole("heading", { level: 2 }).first()).toHaveText("Needs attention");
    const group = page.getByRole("region", { name: "Subscriptions that need another card" });
    const row = group.getByRole("listitem").filter({ hasText: shopper.name });
    await expect(row).toContainText("Landfall needs another card");
    await expect(row).toContainText("400 days");
    await row.getByRole("link").click();
    await expect(page).toHaveURL(`/office/subscriptions/${id}`);
    await page.goBack();
    await group.getByRole("link", { name: "Show all" }).click();
    await expect(page).toHaveURL("/office/subscriptions?state=needs_card");
    await expect(page.getByRole("link", { name: shopper.name })).toBeVisible();
  });

  for (const path of ["/office", "/office/customers", "/office/webhooks"]) {
    test(`${path} is accessible`, async ({ page }) => {
      await page.goto(path);
      await expectAccessible(page);
    });
  }

  test("the page of a payment is accessible", async ({ page, shopper, sandbox }) => {
    const { paymentId } = await payOrder(shopper, sandbox);
    await page.goto(`/office/payments/${paymentId}`);
    await expectAccessible(page);
  });

  test("the office's pages fit a narrow screen", async ({ page }) => {
    await page.setViewportSize({ width: 375, height: 800 });
    for (const path of ["/office", "/office/payments", "/office/customers", "/office/webhooks"]) {
      await page.goto(path);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(overflow, path).toBeLessThanOrEqual(0);
    }
  });
});

async function expectAccessible(page: Page) {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
}

base.describe("access to the back office @payments", () => {
  base.use({ expectedErrors: [/status of 404/] });

  const PAGES = [
    "/office",
    "/office/customers",
    "/office/payments",
    "/office/subscriptions",
    "/office/webhooks",
  ];

  base("the back office asks a visitor to sign in", async ({ page }) => {
    for (const path of PAGES) {
      await page.goto(path);
      await expect(page).toHaveURL(`/sign-in?${new URLSearchParams({ callbackUrl: path })}`);
    }
  });

  base(
    "the back office answers 404 to a shopper, for their own records too",
    async ({ page, signedIn, sandbox }) => {
      const { paymentId } = await payOrder(signedIn, sandbox);
      const { id } = await giveSubscription(signedIn, sandbox);
      const ownPages = [
        `/office/payments/${paymentId}`,
        `/office/customers/${signedIn.id}`,
        `/office/subscriptions/${id}`,
      ];
      for (const path of [...PAGES, ...ownPages]) expect((await page.goto(path))?.status(), path).toBe(404);
    },
  );
});
