import type { Page } from "@playwright/test";
import { addToCart, chooseCard, expectPaid, giveCard, payButton } from "../../tests/support/checkout";
import { expect, test } from "../../tests/support/fixtures";
import { giveSubscription, renewInto } from "../../tests/support/subscriptions";

test.describe("a page whose script is late @payments", () => {
  test("lets nobody press or choose what only the script can answer", async ({ page, signedIn, sandbox }) => {
    const subscription = await giveSubscription(signedIn, sandbox, { scenario: "once-then-no-money" });
    await giveCard(signedIn, sandbox, "mastercard");
    await renewInto(subscription, "retrying, 1 paid");
    const bringScripts = await holdScripts(page);
    await page.goto(`/subscriptions/${subscription.id}`, { waitUntil: "commit" });
    await expect(page.getByRole("button", { name: "Cancel subscription" })).toBeDisabled();
    await expect(payButton(page)).toBeDisabled();
    await expect(page.getByRole("radio", { name: /4444/ })).toBeDisabled();

    bringScripts();
    await chooseCard(page, /4444/);
    await payButton(page).click();
    await expect(page.getByText("Active", { exact: true })).toBeVisible();
  });

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

  test("keeps what was typed meanwhile, out of the address as well", async ({ page, signedIn, sandbox }) => {
    await giveCard(signedIn, sandbox);
    await addToCart(page, "landfall");
    const bringScripts = await holdScripts(page);
    await page.goto("/checkout", { waitUntil: "commit" });
    await page.getByLabel("E-mail").fill("robin@shoppers.example");
    await page.getByLabel("Name", { exact: true }).fill("Robin Test");
    await page.getByLabel("Address", { exact: true }).fill("Strandgaten 18");
    await page.getByLabel("Postcode").fill("5013");
    await page.getByLabel("Country").selectOption("Norway");
    await page.getByLabel("City").fill("Bergen");
    await page.getByLabel("City").press("Enter");
    await expect(page.getByRole("button", { name: "Getting ready" })).toBeDisabled();
    await expect(page.getByRole("radio", { name: /4242/ })).toBeDisabled();

    bringScripts();
    await payButton(page).click();
    await expectPaid(page);
    expect(page.url()).not.toContain("Bergen");
  });
});

/** The page comes, and what makes it answer waits until it is let through. */
async function holdScripts(page: Page): Promise<() => void> {
  let letThrough = () => {};
  const through = new Promise<void>((resolve) => {
    letThrough = resolve;
  });
  await page.route(/\/_next\/static\/.+\.js/, async (route) => {
    await through;
    await route.continue();
  });
  return letThrough;
}
