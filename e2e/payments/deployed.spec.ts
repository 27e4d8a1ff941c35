import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { typeCard } from "../../tests/support/card-form";
import { addToCart, expectPaid, openCheckout, payButton } from "../../tests/support/checkout";
import { expect, test } from "../../tests/support/fixtures";
import { press } from "../../tests/support/press";

/** From now on the server gets ids of actions that its build does not have, as from a tab of an earlier build. */
async function outdate(page: Page) {
  await page.route("**", (route) => {
    const headers = route.request().headers();
    if (!headers["next-action"]) return route.fallback();
    return route.continue({ headers: { ...headers, "next-action": "0".repeat(42) } });
  });
}

test.describe("a tab that was open across a deploy @wild", () => {
  test.use({ expectedErrors: [/status of 409/] });

  test("says so, reloads with what was chosen, and adds to the cart once", async ({ page }) => {
    await page.goto("/products/landfall");
    await outdate(page);
    await page.getByLabel("Ground for").selectOption("Filter");
    await page.getByLabel("Quantity").fill("3");
    await page.getByRole("button", { name: "Add to cart" }).click();
    await expect(page.getByRole("alert").filter({ hasText: "The shop was updated" })).toBeVisible();

    await page.unrouteAll();
    await page.getByRole("button", { name: "Reload the page" }).click();
    await expect(page.getByLabel("Quantity")).toHaveValue("3");
    await expect(page.getByLabel("Ground for")).toHaveValue("filter");
    await page.getByRole("button", { name: "Add to cart" }).click();
    await expect(page.getByRole("link", { name: "Cart, 3 items" })).toBeVisible();
  });

  test("keeps the contact of an order, which is then charged once", async ({ page, signedIn, database }) => {
    await addToCart(page, "landfall");
    await openCheckout(page);
    await outdate(page);
    await typeCard(page, "visa");
    await press(payButton(page));
    await expect(page.getByText("You cannot be charged twice.")).toBeVisible();

    await page.unrouteAll();
    await page.getByRole("button", { name: "Reload the page" }).click();
    await expect(page.getByLabel("City")).toHaveValue("Bergen");
    await typeCard(page, "visa");
    await press(payButton(page));
    await expectPaid(page);
    const payments = await database.payment.count({ where: { order: { userId: signedIn.id } } });
    expect(payments).toBe(1);
  });

  test("loads the whole page at the next link, because the server has another build", async ({ page }) => {
    const build = readFileSync(".next/BUILD_ID", "utf8");
    await page.route(/[?&]_rsc=/, async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, body: (await response.text()).replaceAll(build, "another-build") });
    });
    await page.goto("/cart");
    await page.evaluate(() => Object.assign(window, { isOldTab: true }));
    await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Shop" }).click();
    await expect(page).toHaveURL("/");
    await expect.poll(() => page.evaluate(() => "isOldTab" in window)).toBe(false);
  });
});

test.describe("a script of a page that was replaced by a deploy @wild", () => {
  test.use({ expectedErrors: [/status of 404|ChunkLoadError|Failed to load chunk/] });

  test("leads to a page that says so, and reloading shows the page", async ({ page }) => {
    await page.goto("/sign-in");
    await page.route("**/_next/static/chunks/**", (route) => route.fulfill({ status: 404 }));
    await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Shop" }).click();
    await page
      .getByRole("link", { name: /Landfall/ })
      .first()
      .click();
    await expect(page.getByRole("heading", { name: "The shop was updated" })).toBeVisible();

    await page.unrouteAll();
    await page.getByRole("button", { name: "Reload the page" }).click();
    await expect(page.getByRole("button", { name: "Add to cart" })).toBeVisible();
  });
});

test("an idle connection is kept longer than the 60 seconds of a load balancer @wild", async ({ page }) => {
  const answer = await page.request.get("/api/health");
  const seconds = Number(/timeout=(\d+)/.exec(answer.headers()["keep-alive"] ?? "")?.[1]);
  expect(seconds).toBeGreaterThan(60);
});
