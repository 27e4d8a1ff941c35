import { AxeBuilder } from "@axe-core/playwright";
import { addToCart } from "../../tests/support/checkout";
import { expect, test } from "../../tests/support/fixtures";

test.describe("the shop @payments", () => {
  test("leads from the home page to a product in the cart", async ({ page }) => {
    await page.goto("/");
    await page.getByRole("link", { name: "Trade Wind" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Trade Wind" })).toBeVisible();
    await page.getByRole("radio", { name: /1 kg/ }).check({ force: true });
    await page.getByLabel("Ground for").selectOption("Filter");
    await page.getByLabel("Quantity").fill("2");
    await page.getByRole("button", { name: "Add to cart" }).click();
    await page.getByRole("link", { name: "Cart, 2 items" }).click();
    await expect(page.getByText("1 kg, filter · €61.00 each")).toBeVisible();
    await expect(page.getByRole("region", { name: "Summary" })).toContainText("€122.00");
  });

  test("changes and empties the cart", async ({ page }) => {
    await addToCart(page, "landfall");
    await addToCart(page, "landfall");
    await page.goto("/cart");
    const quantity = page.getByLabel("How many Landfall");
    await expect(quantity).toHaveValue("2");
    await quantity.fill("5");
    await page.getByRole("button", { name: "Update" }).click();
    await expect(page.getByRole("link", { name: "Cart, 5 items" })).toBeVisible();
    await page.getByRole("button", { name: "Remove Landfall" }).click();
    await expect(page.getByRole("heading", { name: "Nothing aboard yet" })).toBeVisible();
  });

  for (const quantity of ["-1", "0", "1000000000", "25", "1.5", "two", ""]) {
    test(`refuses a quantity of ${quantity || "nothing"}`, async ({ page }) => {
      await page.goto("/products/landfall");
      const input = page.getByLabel("Quantity");
      // As a request that did not come from this form would be.
      await input.evaluate((element: HTMLInputElement, value) => {
        element.type = "text";
        element.value = value;
        if (element.form) element.form.noValidate = true;
      }, quantity);
      await page.getByRole("button", { name: "Add to cart" }).click();
      await expect(page.getByText("Choose a whole number from 1 to 24.")).toBeVisible();
      await expect(page.getByRole("link", { name: "Cart, empty" })).toBeVisible();
    });
  }

  test("allows 24 of a product in a cart, also in two presses", async ({ page }) => {
    await page.goto("/products/ditty-mug");
    await page.getByLabel("Quantity").fill("20");
    await page.getByRole("button", { name: "Add to cart" }).click();
    await expect(page.getByRole("link", { name: "Cart, 20 items" })).toBeVisible();
    await page.getByLabel("Quantity").fill("5");
    await page.getByRole("button", { name: "Add to cart" }).click();
    await expect(page.getByRole("alert").filter({ hasText: "24 is the most we sell at once" })).toBeVisible();
    await expect(page.getByRole("link", { name: "Cart, 20 items" })).toBeVisible();
  });

  test("shows prices in yen without decimals", async ({ page }) => {
    await addToCart(page, "landfall");
    await page.goto("/cart");
    await page.getByLabel("Prices in").selectOption("JPY");
    await page.getByRole("button", { name: "Change" }).click();
    await expect(page.getByRole("region", { name: "Summary" })).toContainText("¥2,100");
    await page.goto("/");
    await expect(page.getByText("¥209,000")).toBeVisible();
  });

  test("does not show one account's cart to another", async ({ page, context, signedIn }) => {
    await addToCart(page, "landfall");
    await context.clearCookies({ name: /session/ });
    await page.goto("/cart");
    await expect(page.getByRole("heading", { name: "You are signed out" }), signedIn.email).toBeVisible();
    await addToCart(page, "ditty-mug");
    await page.goto("/cart");
    await expect(page.getByText("Landfall")).toHaveCount(0);
  });

  test.describe("a product that is not sold", () => {
    test.use({ expectedErrors: [/404/] });

    test("is not found", async ({ page }) => {
      expect((await page.goto("/products/grog"))?.status()).toBe(404);
    });
  });

  test.describe("without script", () => {
    test.use({ javaScriptEnabled: false });

    test("adds a product to the cart", async ({ page }) => {
      await page.goto("/products/landfall");
      await page.getByRole("button", { name: "Add to cart" }).click();
      await expect(page.getByText("Landfall is in your cart.")).toBeVisible();
      await page.goto("/cart");
      await page.getByLabel("How many Landfall").fill("3");
      await page.getByRole("button", { name: "Update" }).click();
      await expect(page.getByRole("link", { name: "Cart, 3 items" })).toBeVisible();
    });
  });

  test("has no accessibility violations", async ({ page }) => {
    await addToCart(page, "landfall");
    for (const path of ["/", "/products/landfall", "/cart", "/checkout"]) {
      await page.goto(path);
      const { violations } = await new AxeBuilder({ page }).exclude("iframe").analyze();
      expect(violations.map(({ id, nodes }) => `${path} ${id}: ${nodes[0]?.html}`)).toEqual([]);
    }
  });
});
