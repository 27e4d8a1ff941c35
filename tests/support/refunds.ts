import type { Page } from "@playwright/test";

/** The form of a payment's page in the back office. */
export const refundForm = (page: Page) => page.getByRole("region", { name: "Refund", exact: true });

export const pressRefund = (page: Page) =>
  refundForm(page).getByRole("button", { name: "Refund", exact: true }).click();

/** Presses *Refund* and confirms it. */
export async function refundAndConfirm(page: Page) {
  await pressRefund(page);
  await page.getByRole("dialog").getByRole("button", { name: "Refund it" }).click();
}
