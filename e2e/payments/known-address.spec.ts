import type { Page } from "@playwright/test";
import { giveCard } from "../../tests/support/cards";
import { addToCart, expectPaid, giveAddress, payButton } from "../../tests/support/checkout";
import { expect, test } from "../../tests/support/fixtures";
import { holdScripts } from "../../tests/support/hold-scripts";
import { press } from "../../tests/support/press";
import { signInAndContinue } from "../../tests/support/sign-in-again";

const delivery = (page: Page) => page.getByRole("region", { name: "Delivery" });
const line = (page: Page) => delivery(page).getByText("Strandgaten 18, 5013 Bergen");

/** The checkout of a shopper who has an address, a saved card and a bag in the cart. */
async function openCheckout(page: Page) {
  await addToCart(page, "landfall");
  await page.goto("/checkout");
  await expect(payButton(page)).not.toHaveAttribute("aria-disabled");
}

test.describe("a known address @payments", () => {
  test.beforeEach(async ({ signedIn, sandbox }) => {
    await giveAddress(signedIn);
    await giveCard(signedIn, sandbox);
  });

  test("is one line at the checkout, and the order is delivered to it", async ({
    page,
    signedIn,
    database,
  }) => {
    await openCheckout(page);
    await expect(line(page)).toBeVisible();
    await expect(delivery(page)).toContainText(`Robin Test, ${signedIn.email}`);
    await expect(page.getByLabel("City")).toBeHidden();
    await press(payButton(page));
    await expectPaid(page);
    expect(await database.order.findFirstOrThrow({ where: { userId: signedIn.id } })).toMatchObject({
      email: signedIn.email,
      name: "Robin Test",
      address1: "Strandgaten 18",
      address2: null,
      zip: "5013",
      city: "Bergen",
      countryCode: "NO",
    });
  });

  test("opens by keyboard with the focus in the first field, and the order has what is typed", async ({
    page,
    signedIn,
    database,
  }) => {
    await openCheckout(page);
    await delivery(page).locator("summary").focus();
    await page.keyboard.press("Enter");
    await expect(page.getByLabel("E-mail")).toBeFocused();
    await expect(line(page)).toBeHidden();
    await page.getByLabel("City").fill("Oslo");
    await press(payButton(page));
    await expectPaid(page);
    const { city, zip } = await database.order.findFirstOrThrow({ where: { userId: signedIn.id } });
    expect([city, zip]).toEqual(["Oslo", "5013"]);
  });

  test("opens by itself at the first wrong field when the server finds one", async ({ page, signedIn }) => {
    await openCheckout(page);
    const tooLong = "5".repeat(17);
    await page.route("**/checkout", (route) =>
      route.continue({ postData: route.request().postData()?.replaceAll('"5013"', `"${tooLong}"`) }),
    );
    await press(payButton(page));
    await expect(page.getByLabel("Postcode")).toBeFocused();
    await expect(page.getByLabel("Postcode")).toHaveAccessibleDescription("At most 16 characters.");
    await expect(page.getByLabel("E-mail")).toHaveValue(signedIn.email);
  });

  test("opens before hydration, and keeps what is typed then", async ({ page }) => {
    await addToCart(page, "landfall");
    const releaseScripts = await holdScripts(page);
    await page.goto("/checkout", { waitUntil: "commit" });
    await delivery(page).getByText("Change").click();
    await page.getByLabel("City").fill("Oslo");

    releaseScripts();
    await press(payButton(page));
    await expectPaid(page);
    await expect(page.getByText("5013 Oslo")).toBeVisible();
  });

  test("is not shown in place of another one that was typed before the session ended @wild", async ({
    page,
    signedIn,
    database,
  }) => {
    await openCheckout(page);
    await delivery(page).getByText("Change").click();
    await page.getByLabel("City").fill("Oslo");
    await database.session.deleteMany({ where: { userId: signedIn.id } });
    await press(payButton(page));
    await signInAndContinue(page, signedIn);
    await expect(page.getByLabel("City")).toHaveValue("Oslo");
    await expect(page.getByLabel("City")).toBeVisible();
    await expect(line(page)).toBeHidden();
  });

  test("is not shown in place of another one that the browser fills in on the way back @wild", async ({
    page,
  }) => {
    await openCheckout(page);
    await delivery(page).getByText("Change").click();
    await page.getByLabel("City").fill("Oslo");
    await page.goto("/cards");
    await page.goBack();
    await expect(page.getByLabel("City")).toHaveValue("Oslo");
    await expect(page.getByLabel("City")).toBeVisible();
  });
});

test.describe("the pay button @payments", () => {
  test("names the saved card that is chosen, and no card once a new one is", async ({
    page,
    signedIn,
    sandbox,
  }) => {
    await giveAddress(signedIn);
    await giveCard(signedIn, sandbox, "mastercard");
    await giveCard(signedIn, sandbox);
    await openCheckout(page);
    await expect(payButton(page)).toHaveText("Pay €12.50 with Mastercard •• 4444");
    const mastercard = page.getByRole("radio", { name: /Mastercard/ });
    await expect(mastercard).toBeChecked();
    await mastercard.focus();
    await page.keyboard.press("ArrowDown");
    await expect(payButton(page)).toHaveText("Pay €12.50 with Visa •• 4242");
    await page.keyboard.press("ArrowDown");
    await expect(payButton(page)).toHaveText("Pay €12.50");
  });
});
