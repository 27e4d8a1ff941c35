import { chooseCard, payButton } from "../../tests/support/checkout";
import { expect, test } from "../../tests/support/fixtures";
import { holdScripts } from "../../tests/support/hold-scripts";
import { press } from "../../tests/support/press";
import { giveRetryingSubscription } from "../../tests/support/subscriptions";

test.describe("before hydration @payments", () => {
  test("the controls of an outstanding payment are disabled until the page is hydrated", async ({
    page,
    signedIn,
    sandbox,
  }) => {
    const subscription = await giveRetryingSubscription(signedIn, sandbox);
    const releaseScripts = await holdScripts(page);
    await page.goto(`/subscriptions/${subscription.id}`, { waitUntil: "commit" });
    await expect(page.getByRole("button", { name: "Cancel subscription" })).toBeDisabled();
    await expect(payButton(page)).toBeDisabled();
    await expect(page.getByRole("radio", { name: /4444/ })).toBeDisabled();

    releaseScripts();
    await chooseCard(page, /4444/);
    await press(payButton(page));
    await expect(page.getByText("Active", { exact: true })).toBeVisible();
  });
});
