import { giveCard } from "../../tests/support/cards";
import { expect, test } from "../../tests/support/fixtures";
import { holdScripts } from "../../tests/support/hold-scripts";

test.describe("before hydration", () => {
  test("the buttons of a saved card are disabled until the page is hydrated", async ({
    page,
    signedIn,
    sandbox,
  }) => {
    await giveCard(signedIn, sandbox);
    const releaseScripts = await holdScripts(page);
    await page.goto("/cards", { waitUntil: "commit" });
    const rename = page.getByRole("button", { name: "Rename Visa ending in 4242" });
    await expect(rename).toBeDisabled();
    await expect(page.getByRole("button", { name: "Delete Visa ending in 4242" })).toBeDisabled();
    releaseScripts();
    await rename.click();
    await expect(page.getByRole("dialog")).toBeVisible();
  });
});
