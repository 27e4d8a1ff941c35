import { expect, type FrameLocator, type Page } from "@playwright/test";

/** The issuer's 3-D Secure page, in the dialog that the browser script opens. */
export const bank = (page: Page): FrameLocator => page.frameLocator("#processoutjs-action-modal iframe");

/**
 * Clicks a button of the issuer's page until it disappears: Chromium can lose a click on a frame of another site that has
 * just loaded. The sandbox's own tests check that one click is enough.
 */
export async function answerBank(page: Page, name: string) {
  const button = bank(page).getByRole("button", { name, disabled: false });
  await expect(button).toBeVisible();
  await expect(async () => {
    if (await button.isVisible()) await button.click({ timeout: 1_000 });
    await expect(button).toHaveCount(0, { timeout: 1_000 });
  }).toPass();
}
