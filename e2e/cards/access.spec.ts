import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { addCard, numberOf, pressSave } from "../../tests/support/card-form";
import { expect, test } from "../../tests/support/fixtures";

/** Frames are excluded: the hosted fields and the challenge belong to the sandbox, whose own tests cover them. */
const faults = async (page: Page) =>
  (await new AxeBuilder({ page }).exclude("iframe").analyze()).violations.map(({ id, nodes }) => [
    id,
    nodes.map((node) => node.html),
  ]);

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(`in ${colorScheme} colours @vault`, () => {
    test.use({ colorScheme, viewport: { width: 375, height: 720 } });

    test("the pages of cards have no accessibility violations and do not scroll sideways on a phone", async ({
      page,
      signedIn,
    }) => {
      await page.goto("/cards");
      await expect(page.getByText("No cards yet"), signedIn.email).toBeVisible();
      const places = page.getByRole("navigation", { name: "Account" }).getByRole("link");
      expect(await places.count()).toBeGreaterThan(1);
      for (const place of await places.all()) await expect(place).toBeInViewport({ ratio: 1 });
      expect(await faults(page)).toEqual([]);

      await page.goto("/cards/new");
      await expect(page.getByRole("button", { name: "Save card" })).toBeVisible();
      expect(await faults(page)).toEqual([]);

      await addCard(page, "carte-bancaire");
      await expect(page.getByRole("article")).toHaveCount(1);
      expect(await faults(page)).toEqual([]);
      await page.getByRole("button", { name: /^Delete/ }).click();
      await expect(page.getByRole("dialog")).toBeVisible();
      expect(await faults(page)).toEqual([]);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(overflow).toBeLessThanOrEqual(0);
    });
  });
}

test("a card is saved with the keyboard alone @vault", async ({ page, signedIn }) => {
  await page.goto("/cards/new");
  const number = page.frameLocator('[data-processout-input="cc-number"] iframe').getByLabel("Card number");
  await number.focus();
  await page.keyboard.type(await numberOf("mastercard"));
  await page.frameLocator('[data-processout-input="cc-exp"] iframe').getByLabel("Expiry date").focus();
  await page.keyboard.type("1230");
  await page.frameLocator('[data-processout-input="cc-cvc"] iframe').getByLabel("CVC").focus();
  await page.keyboard.type("123");
  const save = page.getByRole("button", { name: "Save card" });
  await save.focus();
  await expect(save).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(
    page.getByRole("article", { name: "Mastercard ending in 4444" }),
    signedIn.email,
  ).toBeVisible();
});

test("a focused field shows a ring, and keeps the focus until Tab @vault @wild", async ({
  page,
  signedIn,
}) => {
  await page.goto("/cards/new");
  const container = page.locator('[data-processout-input="cc-number"]');
  const number = container.frameLocator("iframe").getByLabel("Card number");
  const expiry = page.frameLocator('[data-processout-input="cc-exp"] iframe').getByLabel("Expiry date");
  await expect(expiry, signedIn.email).toHaveAttribute("placeholder", "MM / YY");
  await expect(container).toHaveCSS("outline-style", "none");
  await number.click();
  await expect(container).toHaveCSS("outline-style", "solid");
  await number.pressSequentially(await numberOf("visa"));
  await expect(number).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(expiry).toBeFocused();
  await expiry.pressSequentially("0120");
  await pressSave(page);
  await expect(page.getByText("Type the security code (CVC).")).toBeVisible();
  // An input is the active one of its frame even when the window's focus is elsewhere: what is typed must reach it.
  await expect(async () => {
    await page.keyboard.press("Backspace");
    await expect(expiry).toHaveValue("", { timeout: 100 });
  }).toPass();
});
