import { AxeBuilder } from "@axe-core/playwright";
import { expect } from "../../tests/support/fixtures";
import { officeRows, officeTable } from "../../tests/support/office-tables";
import { payOrder } from "../../tests/support/orders";
import { test } from "../../tests/support/staff";

test.describe("tables and facts of the back office @payments", () => {
  test("the columns of a table have headings, which name the cells of a row on a narrow screen", async ({
    page,
    shopper,
    sandbox,
  }) => {
    const { invoiceId } = await payOrder(shopper, sandbox);
    await page.goto(`/office/payments?q=${invoiceId}`);
    const headings = officeTable(page, "Payments").getByRole("columnheader");
    await expect(headings).toHaveText(["Order", "Customer", "Card", "Started", "Status", "Amount"]);
    await expect(headings.first()).toBeVisible();
    await page.setViewportSize({ width: 375, height: 800 });
    const cell = officeRows(page, "Payments").getByRole("cell").last();
    await expect(cell).toHaveText("€25.00");
    expect(await cell.evaluate((element) => getComputedStyle(element, "::before").content)).toBe('"Amount"');
  });

  test("a declined payment says what the shopper reads, and leads to its order and back", async ({
    page,
    shopper,
    sandbox,
    database,
  }) => {
    const { paymentId } = await payOrder(shopper, sandbox);
    const data = { state: "failed", failureCode: "card.no-money" } as const;
    const { orderId } = await database.payment.update({ where: { id: paymentId }, data });
    await page.goto(`/office/payments/${paymentId}`);
    const facts = page.getByRole("region", { name: "Facts" });
    await expect(facts).toContainText("There is not enough money on this card. Try another card.");
    await expect(facts).toContainText("card.no-money");
    await facts.getByRole("link", { name: /^HC-/ }).click();
    await expect(page).toHaveURL(`/office/orders/${orderId}`);
    await expect(officeTable(page, "Items")).toContainText("Landfall");
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    await officeRows(page, "Payments").getByRole("link").click();
    await expect(page).toHaveURL(`/office/payments/${paymentId}`);
  });

  test("an id of ProcessOut can be copied, and a live region says so", async ({
    page,
    context,
    shopper,
    sandbox,
  }) => {
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    const { paymentId, invoiceId } = await payOrder(shopper, sandbox);
    await page.goto(`/office/payments/${paymentId}`);
    await page.getByRole("button", { name: `Copy Invoice ${invoiceId}` }).click();
    await expect(page.getByRole("status").filter({ hasText: "Copied" })).toBeVisible();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(invoiceId);
  });

  // eject:start demo
  test("in the demo an id leads to its object in the sandbox", async ({ page, shopper, sandbox }) => {
    const { paymentId, invoiceId } = await payOrder(shopper, sandbox);
    await page.goto(`/office/payments/${paymentId}`);
    await page.getByRole("link", { name: `Open Invoice ${invoiceId} in the sandbox` }).click();
    await expect(page.getByRole("heading", { name: invoiceId })).toBeVisible();
  });
  // eject:end demo
});
