import { expect, type FrameLocator, type Page } from "@playwright/test";

/** The page of the bank, in the dialog that the browser script opens. */
export const bank = (page: Page): FrameLocator => page.frameLocator("#processoutjs-action-modal iframe");

/**
 * Presses one of the bank's buttons until the bank has taken it: Chromium can lose a press on another site's frame that
 * has only just come. That one press is enough is for the tests of the bank's page itself.
 */
export async function answerBank(page: Page, name: string) {
  const button = bank(page).getByRole("button", { name, disabled: false });
  await expect(button).toBeVisible();
  await expect(async () => {
    if (await button.isVisible()) await button.click({ timeout: 1_000 });
    await expect(button).toHaveCount(0, { timeout: 1_000 });
  }).toPass();
}
