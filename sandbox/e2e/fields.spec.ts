import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { cvcOnly, expect, field, split, test } from "./support/merchant";

const result = (page: Page) => page.locator("#result");
const number = (page: Page) => field(page, "number").getByLabel("Card number");
const expiry = (page: Page) => field(page, "exp").getByLabel("Expiry date");
const cvc = (page: Page) => field(page, "cvc").getByLabel("CVC");
const save = (page: Page) => page.getByRole("button", { name: "Save" }).click();

async function cardOf(page: Page): Promise<string> {
  await expect(result(page)).toHaveText(/^card card_\w+;$/);
  return (await result(page).innerText()).slice("card ".length, -1);
}

test.describe("@sandbox hosted fields", () => {
  test("hosted fields can be filled by keyboard alone and move the focus forward", async ({
    page,
    merchant,
  }) => {
    await merchant.open({});
    await page.keyboard.press("Tab");
    await expect(number(page)).toBeFocused();
    await page.keyboard.type(merchant.numberOf("visa"));
    await expect(number(page)).toHaveValue(merchant.numberOf("visa").replace(/.{4}(?=.)/g, "$& "));
    await expect(expiry(page)).toBeFocused();
    await page.keyboard.type("234");
    await expect(expiry(page)).toHaveValue("02 / 34");
    await expect(cvc(page)).toBeFocused();
    await page.keyboard.type("123x4");
    await expect(cvc(page)).toHaveValue("1234");
    await page.keyboard.press("Backspace");
    await page.keyboard.press("Tab");
    await expect(page.getByRole("button", { name: "Save" })).toBeFocused();
    await page.keyboard.press("Enter");
    const card = await merchant.getCard(await cardOf(page));
    expect(card).toMatchObject({ last_4_digits: "4242", exp_month: 2, exp_year: 2034, name: "Ada Lovelace" });
  });

  test("hosted fields keep the focus when auto-next is off", async ({ page, merchant }) => {
    await merchant.open({ options: JSON.stringify({ cardNumberAutoNext: false, expiryAutoNext: false }) });
    await number(page).click();
    await page.keyboard.type(merchant.numberOf("visa"));
    await expect(number(page)).toBeFocused();
    await page.keyboard.press("Tab");
    await page.keyboard.type("1234");
    await expect(expiry(page)).toBeFocused();
    await page.keyboard.press("Shift+Tab");
    await expect(number(page)).toBeFocused();
  });

  test("hosted fields accept month and year separately", async ({ page, merchant }) => {
    await merchant.open({}, split);
    await number(page).fill(merchant.numberOf("mastercard"));
    await field(page, "exp-month").getByLabel("Expiry month").fill("7");
    await field(page, "exp-year").getByLabel("Expiry year").fill("31");
    await cvc(page).fill("123");
    await save(page);
    const card = await merchant.getCard(await cardOf(page));
    expect(card).toMatchObject({ scheme: "mastercard", exp_month: 7, exp_year: 2031 });
  });

  test("each hosted field announces its error once, and its correction", async ({ page, merchant }) => {
    await merchant.open({ options: JSON.stringify({ requireCVC: true }) });
    await number(page).fill(merchant.numberOf("visa").replace(/.$/, "1"));
    await expiry(page).fill("01 / 20");
    await save(page);
    await expect(result(page)).toContainText("failed card.invalid-number;");
    await expect(result(page)).toContainText("failed card.invalid-year;");
    await expect(result(page)).toContainText("failed card.invalid-cvc;");
    await expect(number(page)).toHaveAttribute("aria-invalid", "true");
    await expect(field(page, "number").getByRole("alert")).toHaveText("The card number is not valid.");
    await number(page).fill(merchant.numberOf("visa"));
    await expect(number(page)).not.toHaveAttribute("aria-invalid");
    await expect(field(page, "number").getByRole("alert")).toBeEmpty();
  });

  test("the CVC field requires four digits for American Express", async ({ page, merchant }) => {
    await merchant.open({});
    await number(page).fill(merchant.numberOf("amex"));
    await expect(number(page)).toHaveValue(/^\d{4} \d{6} \d{5}$/);
    await expiry(page).fill("12 / 34");
    await cvc(page).fill("123");
    await save(page);
    await expect(result(page)).toHaveText("failed card.invalid-cvc;");
    await cvc(page).fill("1234");
    await save(page);
    await cardOf(page);
  });

  test("hosted fields have autofill names and accept a four-digit year", async ({ page, merchant }) => {
    await merchant.open({});
    await expect(number(page)).toHaveAttribute("autocomplete", "cc-number");
    await expect(expiry(page)).toHaveAttribute("autocomplete", "cc-exp");
    await expect(cvc(page)).toHaveAttribute("autocomplete", "cc-csc");
    await expect(number(page)).toHaveAttribute("inputmode", "numeric");
    await expiry(page).fill("11/2033");
    await expect(expiry(page)).toHaveValue("11 / 33");
  });

  test("hosted fields apply the merchant's styles", async ({ page, merchant }) => {
    const style = {
      color: "rgb(10, 20, 30)",
      fontSize: "20px",
      height: "50px",
      ":focus": { color: "rgb(1, 2, 3)" },
      "::placeholder": { color: "rgb(9, 9, 9)" },
    };
    await merchant.open({ options: JSON.stringify({ style, placeholder: "Type here" }) });
    await expect(number(page)).toHaveCSS("color", "rgb(10, 20, 30)");
    await expect(number(page)).toHaveCSS("font-size", "20px");
    await expect(number(page)).toHaveAttribute("placeholder", "Type here");
    const placeholder = await number(page).evaluate(
      (input) => getComputedStyle(input, "::placeholder").color,
    );
    expect(placeholder).toBe("rgb(9, 9, 9)");
    await number(page).focus();
    await expect(number(page)).toHaveCSS("color", "rgb(1, 2, 3)");
    expect((await page.locator("iframe").first().boundingBox())?.height).toBe(50);
  });

  test("the shopper chooses the network of a co-badged card", async ({ page, merchant }) => {
    const options = { enableCardSchemeSelection: true, preferredSchemes: ["visa"] };
    await merchant.open({ options: JSON.stringify(options) });
    await number(page).fill(merchant.numberOf("carte-bancaire"));
    const choice = field(page, "number").getByRole("radiogroup", { name: "Card network" });
    await expect(choice.getByRole("radio", { name: "Visa" })).toBeChecked();
    await choice.getByRole("radio", { name: "Visa" }).focus();
    await page.keyboard.press("ArrowRight");
    await expect(choice.getByRole("radio", { name: "Carte Bancaire" })).toBeChecked();
    await expiry(page).fill("12 / 34");
    await cvc(page).fill("123");
    await save(page);
    const card = await merchant.getCard(await cardOf(page));
    expect(card).toMatchObject({ preferred_scheme: "carte bancaire", co_scheme: "visa" });
    const events = await page.evaluate(() => (window as unknown as { events: unknown[] }).events);
    expect(events).toContainEqual(expect.objectContaining({ card_number_length: 16, card_iin: "436000" }));
  });

  test("the CVC field refreshes the CVC of an existing card", async ({ page, merchant }) => {
    await merchant.open({});
    await number(page).fill(merchant.numberOf("visa"));
    await expiry(page).fill("12 / 34");
    await save(page);
    const card = await cardOf(page);
    await merchant.open({ refresh: card }, cvcOnly);
    await save(page);
    await expect(result(page)).toHaveText("failed card.invalid-cvc;");
    await cvc(page).fill("321");
    await save(page);
    await expect(result(page)).toHaveText(`refreshed ${card};`);
    expect(await merchant.getCard(card)).toMatchObject({ update_type: "new-cvc2" });
  });

  test("the card number never reaches the shop's server, page or storage", async ({ page, merchant }) => {
    await merchant.open({});
    await merchant.save("visa");
    await cardOf(page);
    const seen = await page.evaluate(() => {
      const { messages, events } = window as unknown as { messages: unknown[]; events: unknown[] };
      return JSON.stringify([messages, events, document.documentElement.outerHTML, { ...sessionStorage }]);
    });
    expect(seen).toContain("card_number_length");
    expect(`${seen} ${merchant.shop.received.join(" ")}`.replaceAll(" ", "")).not.toContain(
      merchant.numberOf("visa"),
    );
  });

  test("hosted fields have no accessibility faults and fit a phone", async ({ page, merchant }) => {
    await page.setViewportSize({ width: 375, height: 667 });
    const options = { enableCardSchemeSelection: true };
    await merchant.open({ options: JSON.stringify(options) });
    await number(page).fill(merchant.numberOf("carte-bancaire"));
    await expect(field(page, "number").getByRole("radio")).toHaveCount(2);
    await cvc(page).fill("1");
    await number(page).focus();
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations).toEqual([]);
    const hidden = await number(page).evaluate((input) => input.scrollWidth - input.clientWidth);
    expect(hidden).toBeLessThanOrEqual(0);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
  });
});
