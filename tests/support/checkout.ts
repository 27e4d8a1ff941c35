import type { Locator, Page } from "@playwright/test";
import { db } from "@/lib/platform/db";
import { giveCard } from "./cards";
import { expect } from "./fixtures";
import type { SandboxControl } from "./sandbox-control";

/** Adds a product to the cart on its page. */
export async function addToCart(page: Page, slug: string) {
  await page.goto(`/products/${slug}`);
  await page.getByRole("button", { name: "Add to cart" }).click();
  await expect(page.getByText("is in your cart.")).toBeVisible();
}

/** Opens the checkout of a shopper with a saved card and a bag in the cart. Returns the card. */
export async function openCheckoutWithCard(
  page: Page,
  user: { id: string },
  sandbox: SandboxControl,
  scenario = "visa",
) {
  const card = await giveCard(user, sandbox, scenario);
  await addToCart(page, "landfall");
  await openCheckout(page);
  return card;
}

/** Opens the checkout of a shopper without a known address, and fills in the contact. */
export async function openCheckout(page: Page) {
  await page.goto("/checkout");
  await page.getByLabel("E-mail").fill("robin@shoppers.example");
  await page.getByLabel("Name", { exact: true }).fill("Robin Test");
  await fillAddress(page);
  await expect(payButton(page)).not.toHaveAttribute("aria-disabled");
}

/** Gives a shopper a complete address: forms that ask for one show it as a line. */
export const giveAddress = ({ id }: { id: string }) =>
  db().user.update({
    where: { id },
    data: { address1: "Strandgaten 18", zip: "5013", city: "Bergen", countryCode: "NO" },
  });

export async function fillAddress(page: Page) {
  await page.getByLabel("Address", { exact: true }).fill("Strandgaten 18");
  await page.getByLabel("Postcode").fill("5013");
  await page.getByLabel("City").fill("Bergen");
  await page.getByLabel("Country").selectOption("Norway");
}

export const payButton = (page: Page) => page.getByRole("button", { name: /^Pay / });

// eject:start subscriptions
/** Chooses a card of a list. The radio button is visually hidden, so its check is forced once it is enabled. */
export async function chooseCard(list: Page | Locator, name: string | RegExp) {
  const card = list.getByRole("radio", { name });
  await expect(card).toBeEnabled();
  await card.check({ force: true });
}

/** The button of *Which card pays?*, with the card that is chosen. */
export const chosenCardButton = (page: Page) => page.getByRole("button", { name: /^Use \S.* •• \d{4}$/ });
// eject:end subscriptions

export async function expectPaid(page: Page) {
  await expect(page.getByRole("heading", { name: "Thank you. It is on its way." })).toBeVisible();
}

/** The form shows the reason and can be submitted again. */
export async function expectNotPaid(page: Page, sentence: string | RegExp) {
  const alert = page.getByRole("alert").filter({ hasText: "Not paid" });
  await expect(alert).toContainText(sentence);
  await expect(payButton(page)).not.toHaveAttribute("aria-disabled");
}
