import { giveCard } from "../../tests/support/cards";
import { addToCart, expectPaid, payButton } from "../../tests/support/checkout";
import { expect, test } from "../../tests/support/fixtures";
import { holdScripts } from "../../tests/support/hold-scripts";
import { press } from "../../tests/support/press";

test.describe("before hydration @payments", () => {
  test("the checkout keeps what was typed before hydration, and never puts it into the URL", async ({
    page,
    signedIn,
    sandbox,
  }) => {
    await giveCard(signedIn, sandbox);
    await addToCart(page, "landfall");
    const releaseScripts = await holdScripts(page);
    await page.goto("/checkout", { waitUntil: "commit" });
    await page.getByLabel("E-mail").fill("robin@shoppers.example");
    await page.getByLabel("Name", { exact: true }).fill("Robin Test");
    await page.getByLabel("Address", { exact: true }).fill("Strandgaten 18");
    await page.getByLabel("Postcode").fill("5013");
    await page.getByLabel("Country").selectOption("Norway");
    await page.getByLabel("City").fill("Bergen");
    await page.getByLabel("City").press("Enter");
    await expect(page.getByRole("button", { name: "Loading" })).toBeDisabled();
    await expect(page.getByRole("radio", { name: /4242/ })).toBeDisabled();

    releaseScripts();
    await press(payButton(page));
    await expectPaid(page);
    expect(page.url()).not.toContain("Bergen");
  });
});
