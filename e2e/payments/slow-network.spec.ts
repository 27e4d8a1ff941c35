import { cardNamed, pressSave, typeCard } from "../../tests/support/card-form";
import { expectPaid, openCheckoutWithCard, payButton } from "../../tests/support/checkout";
import { expect, test } from "../../tests/support/fixtures";
import { press } from "../../tests/support/press";
import { holdRequests } from "../../tests/support/slow-network";

test.describe("on a slow network @wild @payments", () => {
  test("presses of Pay while the first is on its way say so and pay once", async ({
    page,
    signedIn,
    sandbox,
    database,
  }) => {
    await openCheckoutWithCard(page, signedIn, sandbox);
    const network = await holdRequests(page);
    await press(payButton(page));
    await expect.poll(network.held).toBe(1);
    const busy = page.locator("form button[aria-disabled=true]").first();
    await expect(busy).toBeVisible();
    await busy.click({ force: true });
    await page.keyboard.press("Enter");
    expect(await network.held()).toBe(1);
    network.release();
    await expectPaid(page);
    expect(network.calls).toEqual([...new Set(network.calls)]);
    expect(await database.payment.count({ where: { order: { userId: signedIn.id } } })).toBe(1);
  });

  test("presses of Add to cart while the first is on its way add once", async ({ page }) => {
    await page.goto("/products/landfall");
    const network = await holdRequests(page);
    const button = page.getByRole("button", { name: "Add to cart" });
    await button.click();
    await expect.poll(network.held).toBe(1);
    await page.locator("form button[aria-disabled=true]").first().click({ force: true });
    expect(await network.held()).toBe(1);
    network.release();
    await expect(page.getByRole("link", { name: "Cart, 1 item" })).toBeVisible();
  });

  test("presses of Save card while the first is on its way save one card", async ({
    page,
    signedIn,
    database,
  }) => {
    await page.goto("/cards/new");
    await typeCard(page, "visa");
    const network = await holdRequests(page);
    await pressSave(page);
    await expect.poll(network.held).toBe(1);
    await page.keyboard.press("Enter");
    expect(await network.held()).toBe(1);
    network.release();
    await expect(cardNamed(page, "Visa ending in 4242")).toContainText("Verified");
    expect(network.calls).toEqual([...new Set(network.calls)]);
    expect(await database.savedCard.count({ where: { userId: signedIn.id } })).toBe(1);
  });
});
