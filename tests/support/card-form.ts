import type { Page } from "@playwright/test";
import { expect } from "./fixtures";
import scenarios from "./scenarios.json" with { type: "json" };

/** The number of a scenario, typed as a person would. Only the sandbox and its list know it. */
export function numberOf(name: string): string {
  const scenario = scenarios.find((known) => known.name === name);
  if (!scenario) throw new Error(`There is no scenario called ${name}.`);
  return scenario.number;
}

type Typed = { expiry?: string; cvc?: string };

/** Types a card into the hosted fields, wherever on the page they are. */
export async function typeCard(page: Page, scenario: string, { expiry = "12 / 30", cvc }: Typed = {}) {
  const field = (slot: string) => page.frameLocator(`[data-processout-input="${slot}"] iframe`);
  await field("cc-number").getByLabel("Card number").fill(numberOf(scenario));
  await field("cc-exp").getByLabel("Expiry date").fill(expiry);
  await field("cc-cvc")
    .getByLabel("CVC")
    .fill(cvc ?? (scenario === "amex" ? "1234" : "123"));
}

export const pressSave = (page: Page) => page.getByRole("button", { name: "Save card" }).click();

/** One saved card on the page, by the name a screen reader gives it. */
export const cardNamed = (page: Page, name: string) => page.getByRole("article", { name });

/** From the form to the list. */
export async function addCard(page: Page, scenario: string, typed?: Typed) {
  await page.goto("/cards/new");
  await typeCard(page, scenario, typed);
  await pressSave(page);
  await expect(page).toHaveURL(/\/cards\?added=/);
}

/** The form has said why and can be used again. */
export async function expectRefusal(page: Page, sentence: string | RegExp) {
  const alert = page.getByRole("alert").filter({ hasText: "Your card was not saved" });
  await expect(alert).toContainText(sentence);
  await expect(page.getByRole("button", { name: "Save card" })).not.toHaveAttribute("aria-disabled");
}
