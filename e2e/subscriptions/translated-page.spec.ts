import { typeCard } from "../../tests/support/card-form";
import { addToCart, expectPaid, fillAddress, openCheckout, payButton } from "../../tests/support/checkout";
import { expect, test } from "../../tests/support/fixtures";
import { press } from "../../tests/support/press";
import { translateEveryPage } from "../../tests/support/translate";

test.describe("a page that the browser translates @wild", () => {
  test.beforeEach(({ page }) => translateEveryPage(page));

  test("pays, subscribes, and pauses, resumes and cancels the subscription", async ({ page, signedIn }) => {
    await addToCart(page, "landfall");
    await openCheckout(page);
    await typeCard(page, "visa");
    await press(payButton(page));
    await expectPaid(page);

    await page.goto("/products/landfall");
    await page.getByRole("button", { name: "Every month" }).click();
    await fillAddress(page);
    await typeCard(page, "mastercard");
    await press(payButton(page));
    await expectPaid(page);
    await page.goto("/subscriptions");
    await page.getByRole("link", { name: /Landfall/ }).click();
    await page.getByRole("button", { name: "Pause" }).click();
    await page.getByRole("button", { name: "Resume" }).click();
    await expect(page.getByRole("button", { name: "Pause" }), `for ${signedIn.email}`).toBeVisible();
    await page.getByRole("button", { name: "Cancel subscription" }).click();
    await page.getByRole("button", { name: "Cancel it" }).click();
    await expect(page.getByText("Canceled", { exact: true })).toBeVisible();
  });
});
