import { giveCard } from "../../tests/support/cards";
import { expect, test } from "../../tests/support/fixtures";
import { holdScripts } from "../../tests/support/hold-scripts";

test.describe("a page whose script is late", () => {
  test("makes the buttons of the wallet wait", async ({ page, signedIn, sandbox }) => {
    await giveCard(signedIn, sandbox);
    const bringScripts = await holdScripts(page);
    await page.goto("/cards", { waitUntil: "commit" });
    const rename = page.getByRole("button", { name: "Rename Visa ending in 4242" });
    await expect(rename).toBeDisabled();
    await expect(page.getByRole("button", { name: "Delete Visa ending in 4242" })).toBeDisabled();
    bringScripts();
    await rename.click();
    await expect(page.getByRole("dialog")).toBeVisible();
  });
});
