import type { Page } from "@playwright/test";
import { wake } from "@/lib/jobs/queue";
import { reconcileRefunds } from "@/lib/payments/jobs";
import { expect } from "../../tests/support/fixtures";
import { officeTable } from "../../tests/support/office-tables";
import { holdOrder, payOrder } from "../../tests/support/orders";
import { pressRefund, refundAndConfirm, refundForm } from "../../tests/support/refunds";
import { test } from "../../tests/support/staff";
import { giveSubscription } from "../../tests/support/subscriptions";

async function openPayment(page: Page, { paymentId }: { paymentId: string }) {
  await page.goto(`/office/payments/${paymentId}`);
}

test.describe("refunds and voids @payments", () => {
  test("staff refund a part and then the rest, and the audit log names them", async ({
    page,
    signedIn,
    shopper,
    sandbox,
    database,
    processout,
  }) => {
    const paid = await payOrder(shopper, sandbox);
    await openPayment(page, paid);
    await page.getByLabel("Amount in EUR").fill("10,50");
    await page.getByLabel("Reason").selectOption("Duplicate payment");
    await refundAndConfirm(page);
    await expect(refundForm(page)).toContainText("€10.50 was refunded.");
    await expect(refundForm(page)).toContainText("€14.50 can be refunded.");
    await expect(page.getByText("Partially refunded")).toBeVisible();

    await expect(page.getByLabel("Amount in EUR")).toHaveValue("");
    await page.getByLabel("Amount in EUR").fill("14.50");
    await page.getByLabel("Reason").selectOption("Requested by the customer");
    await refundAndConfirm(page);
    await expect(page.getByRole("main").getByText("Refunded", { exact: true }).first()).toBeVisible();
    await expect(refundForm(page)).toHaveCount(0);

    const { id } = await processout.transactions.findByInvoice(paid.invoiceId);
    const made = [];
    for await (const one of processout.transactions.listRefunds(id)) made.push(one);
    expect(made.map(({ amount, reason }) => ({ amount: Number(amount), reason }))).toEqual([
      { amount: 14.5, reason: "customer_request" },
      { amount: 10.5, reason: "duplicate" },
    ]);
    const actions = await database.auditEntry.findMany({
      where: { subject: paid.paymentId },
      orderBy: { at: "asc" },
    });
    expect(actions).toMatchObject([
      { action: "refund", staff: signedIn.email, detail: "10.50 EUR, duplicate" },
      { action: "refund", staff: signedIn.email, detail: "14.50 EUR, customer_request" },
    ]);
  });

  test("a refund asks first, by name and amount, and is not made if staff do not confirm it", async ({
    page,
    shopper,
    sandbox,
    database,
  }) => {
    const paid = await payOrder(shopper, sandbox);
    await openPayment(page, paid);
    await page.getByLabel("Amount in EUR").fill("5");
    await pressRefund(page);
    const dialog = page.getByRole("dialog", { name: "Refund €5.00 to Robin Test?" });
    await expect(dialog).toContainText("Visa ending in 4242");
    await dialog.getByRole("button", { name: "Do not refund" }).click();
    await expect(dialog).toHaveCount(0);
    await page.getByLabel("Amount in EUR").press("Enter");
    await expect(dialog).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(dialog).toHaveCount(0);
    expect(await sandbox.listRequests(`/invoices/${paid.invoiceId}/refunds`)).toEqual([]);
    expect(await database.refund.count({ where: { paymentId: paid.paymentId } })).toBe(0);
  });

  test("a refund of a subscription's period asks what happens to the subscription @wild", async ({
    page,
    shopper,
    sandbox,
    database,
  }) => {
    const { id } = await giveSubscription(shopper, sandbox);
    const payment = await database.payment.findFirstOrThrow({ where: { order: { subscriptionId: id } } });
    await openPayment(page, { paymentId: payment.id });
    await pressRefund(page);
    await expect(
      refundForm(page).getByText("Choose whether the subscription goes on, pauses or ends."),
    ).toBeVisible();
    await page.getByLabel("The subscription").selectOption("It ends: nothing more is charged");
    await refundAndConfirm(page);
    await expect(officeTable(page, "Refunds").getByText("Subscription ends")).toBeVisible();
    expect(await database.subscription.findUniqueOrThrow({ where: { id } })).toMatchObject({
      state: "canceled",
    });
  });

  test("an invalid amount, or more than can be refunded, is rejected without a request to ProcessOut", async ({
    page,
    shopper,
    sandbox,
  }) => {
    const paid = await payOrder(shopper, sandbox);
    await openPayment(page, paid);
    for (const value of ["", "0", "-1", "abc", "1.005", "1e3", "1,250", "1.250", "1 250"]) {
      // The reload removes the previous value's answer.
      await page.reload();
      await page.getByLabel("Amount in EUR").fill(value);
      await pressRefund(page);
      await expect(
        page.getByText("Enter an amount such as 12.50, without thousands separators."),
        value,
      ).toBeVisible();
      await expect(page.getByLabel("Amount in EUR"), value).toHaveAttribute("aria-invalid", "true");
    }
    for (const value of ["25.01", "1000000000"]) {
      await page.reload();
      await page.getByLabel("Amount in EUR").fill(value);
      await refundAndConfirm(page);
      await expect(refundForm(page).getByRole("alert")).toContainText("Only €25.00 can be refunded.");
    }
    expect(await sandbox.listRequests(`/invoices/${paid.invoiceId}/refunds`)).toEqual([]);
  });

  test("a stale second tab does not refund the same money again", async ({
    page,
    context,
    shopper,
    sandbox,
    database,
  }) => {
    const paid = await payOrder(shopper, sandbox);
    const other = await context.newPage();
    for (const tab of [page, other]) await openPayment(tab, paid);
    await page.getByLabel("Amount in EUR").fill("5");
    await refundAndConfirm(page);
    await expect(refundForm(page)).toContainText("€5.00 was refunded.");
    await other.getByLabel("Amount in EUR").fill("5");
    await refundAndConfirm(other);
    await expect(refundForm(other).getByRole("alert")).toContainText("The refundable amount has changed.");
    const payment = await database.payment.findUniqueOrThrow({ where: { id: paid.paymentId } });
    expect(payment).toMatchObject({ state: "partially_refunded", refundedAmount: 500 });
  });

  test("a refund whose answer is lost is found by the worker and not made twice", async ({
    page,
    shopper,
    sandbox,
    database,
    processout,
  }) => {
    const paid = await payOrder(shopper, sandbox);
    const match = `POST /invoices/${paid.invoiceId}/refunds`;
    await sandbox.addFault({ match, kind: "status", status: 500, after: true });
    await openPayment(page, paid);
    await page.getByLabel("Amount in EUR").fill("7");
    await refundAndConfirm(page);
    await expect(refundForm(page).getByRole("alert")).toBeVisible();

    const open = { where: { paymentId: paid.paymentId } };
    await database.refund.updateMany({ ...open, data: { processAfter: new Date(0) } });
    await wake(reconcileRefunds);
    await expect.poll(async () => (await database.refund.findFirstOrThrow(open)).state).toBe("succeeded");
    const { id, refunded_amount } = await processout.transactions.findByInvoice(paid.invoiceId);
    expect(Number(refunded_amount)).toBe(7);
    const made = [];
    for await (const one of processout.transactions.listRefunds(id)) made.push(one);
    expect(made).toHaveLength(1);
    await page.reload();
    await expect(refundForm(page)).toContainText("€18.00 can be refunded.");
  });

  test("a declined refund leaves the refundable amount unchanged", async ({ page, shopper, sandbox }) => {
    const paid = await payOrder(shopper, sandbox, "refund-fails");
    await openPayment(page, paid);
    await refundAndConfirm(page);
    await expect(refundForm(page).getByRole("alert")).toContainText("No money was refunded.");
    await page.reload();
    await expect(refundForm(page)).toContainText("€25.00 can be refunded.");
    await expect(officeTable(page, "Refunds")).toContainText("Failed");
  });

  test("a refund that fails after it completed is shown, and can be made again", async ({
    page,
    shopper,
    sandbox,
    database,
  }) => {
    const paid = await payOrder(shopper, sandbox, "refund-fails-later");
    await openPayment(page, paid);
    await page.getByLabel("Amount in EUR").fill("7");
    await refundAndConfirm(page);
    await expect(refundForm(page)).toContainText("€18.00 can be refunded.");

    // ProcessOut's webhook reports the failure.
    await expect(async () => {
      await page.reload();
      await expect(officeTable(page, "Refunds")).toContainText("Failed later", {
        timeout: 1_000,
      });
    }).toPass({ timeout: 45_000 });
    await expect(page.getByText("Captured", { exact: true }).first()).toBeVisible();
    await expect(refundForm(page)).toContainText("€25.00 can be refunded.");
    await page.goto("/office");
    const { number } = await database.order.findFirstOrThrow({ where: { userId: shopper.id } });
    await officeTable(page, "Failed refunds")
      .getByRole("link", { name: `HC-${10_000 + number}` })
      .click();
    await expect(page).toHaveURL(`/office/payments/${paid.paymentId}`);
  });

  test("staff void an authorization that was never captured", async ({
    page,
    shopper,
    sandbox,
    database,
    processout,
  }) => {
    const held = await holdOrder(shopper, sandbox);
    await page.goto("/office");
    const { number } = await database.order.findFirstOrThrow({ where: { userId: shopper.id } });
    const notCaptured = officeTable(page, "Not captured");
    await expect(notCaptured.getByRole("link", { name: `HC-${10_000 + number}` })).toBeVisible();
    await openPayment(page, held);
    await expect(page.getByText("Not captured after 1 attempt")).toBeVisible();
    await page.getByRole("button", { name: "Void the authorization" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Void it" }).click();
    await expect(page.getByText("Voided", { exact: true })).toBeVisible();
    expect(await processout.transactions.findByInvoice(held.invoiceId)).toMatchObject({ status: "voided" });
    const order = await database.order.findFirstOrThrow({ where: { userId: shopper.id } });
    expect(order).toMatchObject({ state: "open", paidById: null });
  });
});
