import { answerBank } from "../../tests/support/bank";
import { cardNamed, expectDecline, pressSave, typeCard } from "../../tests/support/card-form";
import { expect, test } from "../../tests/support/fixtures";
import { translateEveryPage } from "../../tests/support/translate";

test.describe("a page that the browser translates @wild", () => {
  test.use({ expectedErrors: [/status of 410/] });
  test.beforeEach(({ page }) => translateEveryPage(page));

  test("saves a card after a decline and a challenge, renames and deletes it", async ({ page, signedIn }) => {
    await page.goto("/cards/new");
    await expect(page.locator("h1 > font > font"), `for ${signedIn.email}`).toHaveText("Add a card");
    await typeCard(page, "no-money");
    await pressSave(page);
    await expectDecline(page, "There is not enough money");
    await typeCard(page, "challenge");
    await pressSave(page);
    await answerBank(page, "Approve");
    await expect(cardNamed(page, "Visa ending in 0101")).toContainText("Verified");

    await page.getByRole("button", { name: "Rename Visa ending in 0101" }).click();
    await page.getByLabel("Nickname").fill("Blue");
    await page.getByRole("button", { name: "Save name" }).click();
    await expect(page.getByText("Nickname of Visa ending in 0101 saved.")).toBeVisible();
    await page.getByRole("button", { name: "Delete Visa ending in 0101" }).click();
    await page.getByRole("button", { name: "Delete card" }).click();
    await expect(page.getByText("No cards yet")).toBeVisible();
  });
});
