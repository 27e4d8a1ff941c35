import { AxeBuilder } from "@axe-core/playwright";
import { expect } from "../../tests/support/fixtures";
import { officeRows, officeTable } from "../../tests/support/office-tables";
import { test } from "../../tests/support/staff";
import { giveSubscription, renewInto } from "../../tests/support/subscriptions";

test.describe("subscriptions in the back office @payments", () => {
  test("staff find a subscription by name, e-mail, order number, every ProcessOut id and status", async ({
    page,
    shopper,
    sandbox,
    database,
  }) => {
    const { id, card } = await giveSubscription(shopper, sandbox);
    const payment = await database.payment.findFirstOrThrow({
      where: { order: { subscriptionId: id } },
      include: { order: true },
    });
    const { customerId, tokenId, cardId } = await database.savedCard.findUniqueOrThrow({
      where: { id: card.id },
    });
    const rows = officeRows(page, "Subscriptions");
    for (const search of [
      shopper.name,
      shopper.email.toUpperCase(),
      `HC-${10_000 + payment.order.number}`,
      customerId,
      tokenId,
      cardId,
      payment.invoiceId,
      payment.transactionId,
    ]) {
      await page.goto("/office/subscriptions");
      await page.getByLabel("Find a subscription").fill(String(search));
      await page.getByRole("button", { name: "Find" }).click();
      await expect(rows, String(search)).toHaveCount(1);
      await expect(rows).toContainText(shopper.name);
    }
    await page.getByLabel("Status").selectOption("Active");
    await page.getByRole("button", { name: "Find" }).click();
    await expect(page).toHaveURL(/state=active/);
    await expect(rows).toHaveCount(1);
    await page.getByLabel("Status").selectOption("Paused");
    await page.getByRole("button", { name: "Find" }).click();
    await expect(page.getByText("No subscriptions found.")).toBeVisible();
  });

  test("the page of a subscription shows its terms, next charge, card, and every attempt of every period", async ({
    page,
    shopper,
    sandbox,
  }) => {
    const subscription = await giveSubscription(shopper, sandbox, { scenario: "once-then-no-money" });
    await renewInto(subscription, "retrying, 1 paid");

    await page.goto(`/office/subscriptions?q=${encodeURIComponent(shopper.name)}`);
    await page.getByRole("link", { name: shopper.name }).click();
    await expect(page.getByRole("heading", { level: 1 })).toContainText("Landfall");
    await expect(page.getByText("Retrying")).toBeVisible();
    const facts = page.getByRole("region", { name: "Facts" });
    await expect(facts).toContainText("€12.50 a month, 1 paid");
    await expect(facts).toContainText(/Next charge€12\.50, due/);
    await expect(facts).toContainText("Visa ending in 6009");
    await expect(facts).toContainText(/tok_/);

    const periods = page.getByRole("list", { name: "Periods", exact: true });
    await expect(periods.getByRole("heading")).toHaveText(["Period 2", "Period 1"]);
    const second = officeTable(page, "Attempts of period 2");
    await expect(second).toContainText("There is not enough money on this card.");
    await expect(second).toContainText("card.no-money");
    await expect(second).toContainText("off-session");
    await expect(officeTable(page, "Attempts of period 1")).toContainText("Captured");
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);

    await second.getByRole("link").click();
    await expect(page).toHaveURL(/\/office\/payments\//);
    await expect(page.getByText("Merchant, off-session")).toBeVisible();
    await page.goBack();
    await facts.getByRole("link", { name: shopper.name }).click();
    await expect(page).toHaveURL(`/office/customers/${shopper.id}`);
  });

  test("the pages of subscriptions fit a narrow screen", async ({ page, shopper, sandbox }) => {
    const { id } = await giveSubscription(shopper, sandbox, { planId: "6-months" });
    await page.setViewportSize({ width: 375, height: 800 });
    for (const path of ["/office/subscriptions", `/office/subscriptions/${id}`]) {
      await page.goto(path);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(overflow, path).toBeLessThanOrEqual(0);
    }
  });
});
