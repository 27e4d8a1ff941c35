import type { Page } from "@playwright/test";
import { answerBank, bank } from "../../tests/support/bank";
import { giveCard } from "../../tests/support/cards";
import { expectNotPaid, expectPaid, payButton } from "../../tests/support/checkout";
import { expect, test } from "../../tests/support/fixtures";
import { press } from "../../tests/support/press";

async function openOffer(page: Page) {
  await page.goto("/products/landfall");
  await page.getByLabel("Ground for").selectOption("Filter");
  await page.getByRole("button", { name: "Every month" }).click();
  await page.getByLabel("Address", { exact: true }).fill("Strandgaten 18");
  await page.getByLabel("Postcode").fill("5013");
  await page.getByLabel("City").fill("Bergen");
  await page.getByLabel("Country").selectOption("Norway");
  await expect(payButton(page)).not.toHaveAttribute("aria-disabled");
}

test.describe("two tabs with the same offer @payments", () => {
  test("start one subscription: the later press shows why and charges nothing", async ({
    page,
    context,
    signedIn,
    sandbox,
    database,
  }) => {
    await giveCard(signedIn, sandbox);
    const other = await context.newPage();
    await openOffer(other);
    await page.bringToFront();
    await openOffer(page);
    await press(payButton(page));
    await expectPaid(page);

    await other.bringToFront();
    await press(payButton(other));
    await expectNotPaid(other, "you may have started this in another tab");
    const ofShopper = { userId: signedIn.id };
    expect(await database.subscription.findMany({ where: ofShopper })).toMatchObject([{ paidPeriods: 1 }]);
    expect(await database.payment.count({ where: { order: ofShopper } })).toBe(1);
  });

  test("start one subscription when both show a challenge", async ({
    page,
    context,
    signedIn,
    sandbox,
    database,
  }) => {
    await giveCard(signedIn, sandbox, "challenge");
    const other = await context.newPage();
    for (const tab of [other, page]) {
      await tab.bringToFront();
      await openOffer(tab);
      await press(payButton(tab));
      await expect(bank(tab).getByRole("button", { name: "Approve" })).toBeVisible();
    }
    await answerBank(page, "Approve");
    await expectPaid(page);
    await other.bringToFront();
    await answerBank(other, "Approve");
    await expectPaid(other);
    const ofShopper = { userId: signedIn.id };
    expect(await database.subscription.findMany({ where: ofShopper })).toMatchObject([{ paidPeriods: 1 }]);
    const taken = { state: "captured", order: ofShopper } as const;
    expect(await database.payment.count({ where: taken })).toBe(1);
  });
});
