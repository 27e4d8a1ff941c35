import { expect } from "../../tests/support/fixtures";
import { officeRows } from "../../tests/support/office-tables";
import { refundAndConfirm, refundForm } from "../../tests/support/refunds";
import { test } from "../../tests/support/staff";
import { giveSubscription } from "../../tests/support/subscriptions";

test.describe("disputes in the back office @payments", () => {
  test("a dispute is listed, refuses a refund from an open form, and pauses the subscription until staff decide @wild", async ({
    page,
    shopper,
    sandbox,
    database,
  }) => {
    const { id } = await giveSubscription(shopper, sandbox);
    const where = { order: { subscriptionId: id } };
    const payment = await database.payment.findFirstOrThrow({ where });
    await page.goto(`/office/payments/${payment.id}`);
    const refund = refundForm(page);
    await expect(refund).toContainText("€12.50 can be refunded.");

    await sandbox.dispute(String(payment.transactionId), "created");
    const step = { paymentId: payment.id, state: "opened" } as const;
    await expect.poll(() => database.disputeStep.count({ where: step })).toBe(1);
    await refund.getByLabel("The subscription").selectOption("It goes on");
    await refundAndConfirm(page);
    await expect(refund).toContainText("A refund would pay it twice");
    expect(await sandbox.listRequests(`/invoices/${payment.invoiceId}/refunds`)).toEqual([]);

    await page.goto("/office");
    const { number } = await database.order.findUniqueOrThrow({ where: { id: payment.orderId } });
    const row = officeRows(page, "Disputes").filter({ hasText: `HC-${10_000 + number}` });
    await expect(row).toContainText("Disputed");
    await row.getByRole("link").click();
    await expect(refund.getByRole("button")).toHaveCount(0);
    await page.getByRole("link", { name: "Landfall, every month" }).click();

    const panel = page.getByRole("region", { name: "Paused by a dispute" });
    await panel.getByRole("button", { name: "Charge it again" }).click();
    await expect(panel).toHaveCount(0);
    await expect(page.getByRole("main").getByText("Active", { exact: true })).toBeVisible();
    const actions = await database.auditEntry.findMany({ where: { subject: id } });
    expect(actions).toMatchObject([{ action: "resume" }]);
  });
});
