import { cardNamed } from "../../tests/support/card-form";
import { giveCard } from "../../tests/support/cards";
import { expect, test } from "../../tests/support/fixtures";

test.describe("without a script @wild", () => {
  test.use({ javaScriptEnabled: false });

  test("the wallet shows its cards", async ({ page, signedIn, sandbox }) => {
    await giveCard(signedIn, sandbox);
    await page.goto("/cards");
    await expect(cardNamed(page, "Visa ending in 4242")).toBeVisible();
  });
});
