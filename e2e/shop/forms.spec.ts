import { expect, test } from "../../tests/support/fixtures";

test.describe("forms @wild", () => {
  test("what was chosen stays chosen after an action, whose double press adds once", async ({ page }) => {
    await page.goto("/products/trade-wind");
    await page.getByRole("radio", { name: /1 kg/ }).check({ force: true });
    await page.getByLabel("Ground for").selectOption("Filter");
    await page.getByLabel("Quantity").fill("2");
    await page.getByRole("button", { name: "Add to cart" }).dblclick();
    await expect(page.getByRole("link", { name: "Cart, 2 items" })).toBeVisible();
    await expect(page.getByRole("radio", { name: /1 kg/ })).toBeChecked();
    await expect(page.getByLabel("Ground for")).toHaveValue("filter");
    await page.getByLabel("Quantity").press("Enter");
    await expect(page.getByRole("link", { name: "Cart, 4 items" })).toBeVisible();
    await expect(page.getByLabel("Ground for")).toHaveValue("filter");
  });

  test("with text at 200 % no page is wider than the window", async ({ page, signedIn }) => {
    await page.setViewportSize({ width: 1280, height: 800 });
    for (const path of ["/", "/products/landfall", "/cart", "/cards", "/cards/new", "/profile", "/sign-in"]) {
      await page.goto(path);
      const excess = await page.evaluate(() => {
        const { documentElement: root } = document;
        root.style.fontSize = "200%";
        return root.scrollWidth - root.clientWidth;
      });
      expect(excess, `${path} for ${signedIn.email}`).toBe(0);
    }
  });
});
