import type { Page } from "@playwright/test";
import { wake } from "@/lib/jobs/queue";
import { reconcileRefunds } from "@/lib/payments/jobs";
import { expect } from "../../tests/support/fixtures";
import { test } from "../../tests/support/office-people";
import { holdOrder, payOrder } from "../../tests/support/paid-order";

const refund = (page: Page) => page.getByRole("region", { name: "Refund", exact: true });
const press = (page: Page) => refund(page).getByRole("button", { name: "Refund" }).click();

async function openPayment(page: Page, { paymentId }: { paymentId: string }) {
  await page.goto(`/office/payments/${paymentId}`);
}

test.describe("money given back @payments", () => {
  test("gives a part back, then the rest, and writes down who did", async ({
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
    await page.getByLabel("Reason").selectOption("Paid twice");
    await press(page);
    await expect(refund(page)).toContainText("€10.50 is on its way back.");
    await expect(refund(page)).toContainText("€14.50 is left to refund.");
    await expect(page.getByText("Refunded in part")).toBeVisible();

    await expect(page.getByLabel("Amount in EUR")).toHaveValue("14.50");
    await press(page);
    await expect(page.getByRole("main").getByText("Refunded", { exact: true }).first()).toBeVisible();
    await expect(refund(page)).toHaveCount(0);

    const { id } = await processout.transactions.findByInvoice(paid.invoiceId);
    const made = [];
    for await (const one of processout.transactions.listRefunds(id)) made.push(one);
    expect(made.map(({ amount, reason }) => ({ amount: Number(amount), reason }))).toEqual([
      { amount: 14.5, reason: "customer_request" },
      { amount: 10.5, reason: "duplicate" },
    ]);
    const acts = await database.auditEntry.findMany({
      where: { subject: paid.paymentId },
      orderBy: { at: "asc" },
    });
    expect(acts).toMatchObject([
      { act: "refund", staff: signedIn.email, detail: "10.50 EUR, duplicate" },
      { act: "refund", staff: signedIn.email, detail: "14.50 EUR, customer_request" },
    ]);
  });

  test("refuses what is no amount, or more than is left, and asks ProcessOut nothing", async ({
    page,
    shopper,
    sandbox,
  }) => {
    const paid = await payOrder(shopper, sandbox);
    await openPayment(page, paid);
    for (const typed of ["", "0", "-1", "abc", "1.005", "1e3"]) {
      // Each answer is to be this value's own, not what the last one left on the page.
      await page.reload();
      await page.getByLabel("Amount in EUR").fill(typed);
      await press(page);
      await expect(page.getByText("Type an amount such as 12.50."), typed).toBeVisible();
      await expect(page.getByLabel("Amount in EUR"), typed).toHaveAttribute("aria-invalid", "true");
    }
    for (const typed of ["25.01", "1000000000"]) {
      await page.reload();
      await page.getByLabel("Amount in EUR").fill(typed);
      await press(page);
      await expect(refund(page).getByRole("alert")).toContainText("Only €25.00 is left to refund.");
    }
    expect(await sandbox.listRequests(`/invoices/${paid.invoiceId}/refunds`)).toEqual([]);
  });

  test("a second tab does not give the same money back again", async ({
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
    await press(page);
    await expect(refund(page)).toContainText("€5.00 is on its way back.");
    await other.getByLabel("Amount in EUR").fill("5");
    await press(other);
    await expect(refund(other).getByRole("alert")).toContainText(
      "Something was refunded since this page was opened.",
    );
    const payment = await database.payment.findUniqueOrThrow({ where: { id: paid.paymentId } });
    expect(payment).toMatchObject({ state: "partially_refunded", refundedAmount: 500 });
  });

  test("a refund whose answer is lost is found again, not made twice", async ({
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
    await press(page);
    await expect(refund(page).getByRole("alert")).toBeVisible();

    const open = { where: { paymentId: paid.paymentId } };
    await database.refund.updateMany({ ...open, data: { wakeAt: new Date(0) } });
    await wake(reconcileRefunds);
    await expect.poll(async () => (await database.refund.findFirstOrThrow(open)).state).toBe("done");
    const { id, refunded_amount } = await processout.transactions.findByInvoice(paid.invoiceId);
    expect(Number(refunded_amount)).toBe(7);
    const made = [];
    for await (const one of processout.transactions.listRefunds(id)) made.push(one);
    expect(made).toHaveLength(1);
    await page.reload();
    await expect(refund(page)).toContainText("€18.00 is left to refund.");
  });

  test("a refund that the bank declines leaves the money where it was", async ({
    page,
    shopper,
    sandbox,
  }) => {
    const paid = await payOrder(shopper, sandbox, "refund-fails");
    await openPayment(page, paid);
    await press(page);
    await expect(refund(page).getByRole("alert")).toContainText("Nothing was given back.");
    await page.reload();
    await expect(refund(page)).toContainText("€25.00 is left to refund.");
    await expect(page.getByRole("list", { name: "Refunds" })).toContainText("Refused");
  });

  test("a refund that the bank sends back later is seen, and may be made again", async ({
    page,
    shopper,
    sandbox,
    database,
  }) => {
    const paid = await payOrder(shopper, sandbox, "refund-fails-later");
    await openPayment(page, paid);
    await page.getByLabel("Amount in EUR").fill("7");
    await press(page);
    await expect(refund(page)).toContainText("€18.00 is left to refund.");

    // ProcessOut's event brings it.
    await expect(async () => {
      await page.reload();
      await expect(page.getByRole("list", { name: "Refunds" })).toContainText("Sent back later", {
        timeout: 1_000,
      });
    }).toPass({ timeout: 45_000 });
    await expect(page.getByText("Captured", { exact: true }).first()).toBeVisible();
    await expect(refund(page)).toContainText("€25.00 is left to refund.");
    await page.goto("/office");
    const { number } = await database.order.findFirstOrThrow({ where: { userId: shopper.id } });
    await page
      .getByRole("list", { name: "Refunds sent back" })
      .getByRole("link", { name: `HC-${10_000 + number}` })
      .click();
    await expect(page).toHaveURL(`/office/payments/${paid.paymentId}`);
  });

  test("voids an authorization that was never captured", async ({
    page,
    shopper,
    sandbox,
    database,
    processout,
  }) => {
    const held = await holdOrder(shopper, sandbox);
    await openPayment(page, held);
    await page.getByRole("button", { name: "Void the authorization" }).click();
    await expect(page.getByText("Voided", { exact: true })).toBeVisible();
    expect(await processout.transactions.findByInvoice(held.invoiceId)).toMatchObject({ status: "voided" });
    const order = await database.order.findFirstOrThrow({ where: { userId: shopper.id } });
    expect(order).toMatchObject({ state: "open", paidById: null });
  });
});
