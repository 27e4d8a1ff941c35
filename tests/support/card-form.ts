import type { Page } from "@playwright/test";
import { expect } from "./fixtures";
import { press } from "./press";
import { createSandboxControl } from "./sandbox-control";

/** The number of a scenario's test card. Only the sandbox knows it. */
export const numberOf = (scenario: string) => createSandboxControl().getCardNumber(scenario);

type Typed = { expiry?: string; cvc?: string };

/** Types a card into the hosted fields of the page. */
export async function typeCard(page: Page, scenario: string, { expiry = "12 / 30", cvc }: Typed = {}) {
  const field = (slot: string) => page.frameLocator(`[data-processout-input="${slot}"] iframe`);
  await field("cc-number")
    .getByLabel("Card number")
    .fill(await numberOf(scenario));
  await field("cc-exp").getByLabel("Expiry date").fill(expiry);
  await field("cc-cvc")
    .getByLabel("CVC")
    .fill(cvc ?? (scenario === "amex" ? "1234" : "123"));
}

export const pressSave = (page: Page) => press(page.getByRole("button", { name: "Save card" }));

/** A saved card on the page, by its accessible name. */
export const cardNamed = (page: Page, name: string) => page.getByRole("article", { name });

/** Adds a card with the form, and waits for the list. */
export async function addCard(page: Page, scenario: string, typed?: Typed) {
  await page.goto("/cards/new");
  await typeCard(page, scenario, typed);
  await pressSave(page);
  await expect(page).toHaveURL(/\/cards\?added=/);
}

/** The form shows the reason and can be submitted again. */
export async function expectDecline(page: Page, sentence: string | RegExp) {
  const alert = page.getByRole("alert").filter({ hasText: "Your card was not saved" });
  await expect(alert).toContainText(sentence);
  await expect(page.getByRole("button", { name: "Save card" })).not.toHaveAttribute("aria-disabled");
}
