import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { answerBank } from "../../tests/support/bank";
import { cardNamed, expectDecline, pressSave } from "../../tests/support/card-form";
import { addToCart, expectPaid, openCheckout, payButton } from "../../tests/support/checkout"; // eject: payments
import { expect, test } from "../../tests/support/fixtures";
import { press } from "../../tests/support/press";

const FRAME = 'iframe[title="Test cards"]';
const testCards = (page: Page) => page.frameLocator(FRAME);

async function pressTestCard(page: Page, name: string) {
  // Chromium draws no frame of another site that is out of sight.
  await page.locator(FRAME).scrollIntoViewIfNeeded();
  await press(testCards(page).getByRole("button", { name: new RegExp(`^${name}`) }));
}

test.describe("the test cards beside a card form @demo", () => {
  test.use({ expectedErrors: [/status of 410/] });

  test("are filled in by one press, and the bank asks for a challenge", async ({ page, signedIn }) => {
    await page.goto("/cards/new");
    await expect(page.getByRole("button", { name: "Save card" }), signedIn.email).toBeVisible();
    await pressTestCard(page, "Bank asks");
    await expect(testCards(page).getByText("Bank asks: •••• 0101 is filled in.")).toBeVisible();
    await pressSave(page);
    await answerBank(page, "Approve");
    await expect(cardNamed(page, "Visa ending in 0101")).toContainText("Verified");
  });

  test("are found by what they do, replace what was typed, and leave no error of it", async ({
    page,
    signedIn,
  }) => {
    await page.goto("/cards/new");
    await expect(testCards(page).getByRole("button"), signedIn.email).toHaveCount(8);
    await pressSave(page);
    await expect(page.getByText("Type the card number.")).toBeVisible();

    const search = testCards(page).getByRole("searchbox", { name: "Search all test cards" });
    for (const words of ["No questions asked", "4000 0000 0000 3055"]) {
      await search.fill(words);
      await expect(testCards(page).getByRole("button", { name: /^Frictionless/ })).toHaveCount(1);
    }
    await search.fill("reported stolen");
    await expect(testCards(page).getByRole("button")).toHaveCount(1);
    await pressTestCard(page, "Stolen");
    await expect(page.getByText("Type the card number.")).toBeHidden();
    await pressSave(page);
    await expectDecline(page, "This card cannot be used here.");

    await search.fill("american express");
    await pressTestCard(page, "American Express");
    await expect(page.getByText("The security code (CVC) is not right.")).toBeHidden();
    await pressSave(page);
    await expect(cardNamed(page, "American Express ending in 0005")).toContainText("Verified");

    await page.goto("/cards/new");
    await search.fill("no such card");
    await expect(testCards(page).getByText("No test card matches.")).toBeVisible();
    await search.fill("");
    await expect(testCards(page).getByText("No test card matches.")).toBeHidden();
  });

  for (const colorScheme of ["light", "dark"] as const) {
    test(`have no accessibility violations on a phone in ${colorScheme} colours, and work by keyboard`, async ({
      page,
      signedIn,
    }) => {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width: 375, height: 720 });
      await page.goto("/cards/new");
      const first = testCards(page).getByRole("button", { name: /^Saved at once/ });
      await expect(first, signedIn.email).toBeVisible();
      const { violations } = await new AxeBuilder({ page }).include(FRAME).analyze();
      expect(violations).toEqual([]);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(overflow).toBeLessThanOrEqual(0);
      await first.press("Enter");
      await pressSave(page);
      await expect(cardNamed(page, "Visa ending in 4242")).toContainText("Verified");
    });
  }

  // eject:start payments
  test("fill the fields of the checkout", async ({ page }) => {
    await addToCart(page, "landfall");
    await openCheckout(page);
    await pressTestCard(page, "Saved at once");
    await press(payButton(page));
    await expectPaid(page);
  });
  // eject:end payments
});
