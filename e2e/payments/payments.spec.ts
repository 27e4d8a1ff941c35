import { randomUUID } from "node:crypto";
import { AxeBuilder } from "@axe-core/playwright";
import { answerBank } from "../../tests/support/bank";
import { addCard, cardNamed, typeCard } from "../../tests/support/card-form";
import { giveCard } from "../../tests/support/cards";
import {
  addToCart,
  expectNotPaid,
  expectPaid,
  openCheckout,
  openCheckoutWithCard,
  payButton,
} from "../../tests/support/checkout";
import { expect, test } from "../../tests/support/fixtures";
import { press } from "../../tests/support/press";

/** The browser's own line for a card that the API refused. */
const REFUSED = /status of 410 .*\/invoices\//;

test.describe("paying with a saved card @payments", () => {
  test.use({ expectedErrors: [REFUSED] });

  test("takes one press without a challenge, even for a card that was never verified", async ({
    page,
    signedIn,
    sandbox,
    database,
    processout,
  }) => {
    await openCheckoutWithCard(page, signedIn, sandbox);
    await expect(page.getByRole("radio", { name: /Visa ending in 4242/ })).toBeChecked();
    await press(payButton(page));
    await expectPaid(page);
    await expect(page.getByRole("link", { name: "Cart, empty" })).toBeVisible();

    const { payments } = await database.order.findFirstOrThrow({
      where: { userId: signedIn.id },
      include: { payments: true },
    });
    expect(payments).toMatchObject([{ state: "captured", amount: 1250, currency: "EUR" }]);
    const transaction = await processout.transactions.findByInvoice(String(payments[0]?.invoiceId));
    expect(transaction).toMatchObject({ status: "completed", captured_amount: "12.5" });

    await page.goto("/orders");
    await expect(page.getByText("1 × Landfall")).toBeVisible();
    await page.getByRole("link", { name: /^HC-/ }).click();
    await expect(page.getByText("Visa ending in 4242")).toBeVisible();
  });

  test("shows the challenge when the issuer requires one", async ({ page, signedIn, sandbox }) => {
    await openCheckoutWithCard(page, signedIn, sandbox, "challenge");
    await press(payButton(page));
    await answerBank(page, "Approve");
    await expectPaid(page);
  });

  test("can be repeated after a failed challenge, and charges once", async ({
    page,
    signedIn,
    sandbox,
    database,
  }) => {
    await openCheckoutWithCard(page, signedIn, sandbox, "challenge");
    await press(payButton(page));
    await answerBank(page, "Decline");
    await expectNotPaid(page, "could not confirm that it was you");
    await press(payButton(page));
    await answerBank(page, "Approve");
    await expectPaid(page);
    const taken = { state: "captured", order: { userId: signedIn.id } } as const;
    expect(await database.payment.count({ where: taken })).toBe(1);
  });

  test("ends when the shopper cancels the challenge", async ({ page, signedIn, sandbox }) => {
    await openCheckoutWithCard(page, signedIn, sandbox, "challenge");
    await press(payButton(page));
    await answerBank(page, "Cancel");
    await expectNotPaid(page, "closed before it ended");
  });

  test("can be declined for a card that was verified before", async ({ page, signedIn }) => {
    await addCard(page, "verifies-then-fails");
    await addToCart(page, "landfall");
    await openCheckout(page);
    await press(payButton(page));
    await expectNotPaid(page, "declined");
    await page.goto("/cards");
    await expect(cardNamed(page, "Visa ending in 1216"), `the card of ${signedIn.email} stays`).toBeVisible();
  });

  test("is in the currency of the shopper's Customer", async ({
    page,
    signedIn,
    sandbox,
    processout,
    database,
  }) => {
    await giveCard(signedIn, sandbox);
    const { customerId, tokenId } = await database.savedCard.findFirstOrThrow({
      where: { userId: signedIn.id },
    });
    const first = { name: "A first payment", amount: "1", currency: "EUR", customer_id: customerId };
    const { id } = await processout.invoices.create(first, { idempotencyKey: randomUUID() });
    await processout.invoices.authorize(id, { source: String(tokenId) }, { idempotencyKey: randomUUID() });

    await addToCart(page, "ditty-mug");
    await page.goto("/cart");
    await page.getByLabel("Prices in").selectOption("GBP");
    await page.getByRole("button", { name: "Change" }).click();
    await expect(page.getByText("£16.50").first()).toBeVisible();
    await openCheckout(page);
    await expect(page.getByText("Your saved cards pay in EUR")).toBeVisible();
    await expect(page.getByRole("radio", { name: /Visa/ })).toBeDisabled();
    await expect(page.getByLabel("Save it for next time")).toHaveCount(0);
    await page.getByRole("button", { name: "Change to EUR" }).click();
    await expect(page.getByRole("radio", { name: /Visa/ })).toBeChecked();
    await expect(payButton(page)).toHaveText("Pay €19.00 with Visa •• 4242");
    await openCheckout(page);
    await press(payButton(page));
    await expectPaid(page);
  });
});

test.describe("paying with a new card @payments", () => {
  test.use({ expectedErrors: [REFUSED] });

  test("saves the card on request, with the payment as its verification", async ({
    page,
    signedIn,
    database,
  }) => {
    await addToCart(page, "landfall");
    await openCheckout(page);
    await typeCard(page, "mastercard");
    const save = page.getByRole("checkbox", { name: "Save it for next time" });
    await expect(save).toHaveAccessibleDescription(/charged only when I place an order myself/);
    await save.check();
    await press(payButton(page));
    await expectPaid(page);
    await page.goto("/cards");
    await expect(cardNamed(page, "Mastercard ending in 4444")).toBeVisible();
    expect(await database.cardConsent.count({ where: { userId: signedIn.id, version: "checkout-1" } })).toBe(
      1,
    );
  });

  test("saves no card without a request", async ({ page, signedIn, database }) => {
    await addToCart(page, "landfall");
    await openCheckout(page);
    await typeCard(page, "visa");
    await press(payButton(page));
    await expectPaid(page);
    expect(await database.savedCard.count({ where: { userId: signedIn.id } })).toBe(0);
    expect(await database.processOutCustomer.count({ where: { userId: signedIn.id } })).toBe(0);
  });

  test("a declined card is not saved, and the page says why", async ({
    page,
    signedIn,
    database,
    processout,
  }) => {
    await addToCart(page, "landfall");
    await openCheckout(page);
    await typeCard(page, "no-money");
    await page.getByRole("checkbox", { name: "Save it for next time" }).check();
    await press(payButton(page));
    await expectNotPaid(page, "not enough money");
    await page.goto("/cards");
    await expect(page.getByRole("article")).toHaveCount(0);
    const { customerId } = await database.processOutCustomer.findFirstOrThrow({
      where: { userId: signedIn.id },
    });
    const tokens = processout.tokens.list(String(customerId));
    expect((await tokens.next()).done, "no token is left at ProcessOut").toBe(true);
  });

  test("an empty form marks contact and card at once, with a summary beside the button, and focuses the first field @wild", async ({
    page,
  }) => {
    await addToCart(page, "landfall");
    await page.goto("/checkout");
    await expect(payButton(page)).not.toHaveAttribute("aria-disabled");
    await press(payButton(page));
    // Six fields of the contact are required, and three of the card.
    await expect(page.getByRole("region", { name: "Summary" })).toContainText(
      "9 things are missing or wrong",
    );
    await expect(page.getByLabel("E-mail")).toBeFocused();
    await expect(page.getByLabel("E-mail")).toHaveAccessibleDescription(/Enter an e-mail address/);
    await expect(page.getByLabel("City")).toHaveAccessibleDescription("Enter a city.");
    await expect(page.getByText("Type the card number.")).toBeVisible();
    await expect(page.getByText("Type the security code (CVC).")).toBeVisible();
    await typeCard(page, "visa");
    await press(payButton(page));
    await expect(page.getByText("Type the card number.")).toHaveCount(0);
    await expect(page.getByRole("region", { name: "Summary" })).toContainText(
      "6 things are missing or wrong",
    );
  });
});

test.describe("a guest @payments", () => {
  test.use({ expectedErrors: [/404/] });

  test("pays, and only the link leads back to the order", async ({ page, browser, database }) => {
    await addToCart(page, "first-light");
    await openCheckout(page);
    await expect(page.getByLabel("Save it for next time")).toHaveCount(0);
    await typeCard(page, "frictionless");
    await press(payButton(page));
    await expectPaid(page);
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
    const address = page.url().replace("?thanks", "");

    const elsewhere = await browser.newContext();
    const other = await elsewhere.newPage();
    await other.goto(address);
    await expect(other.getByRole("region", { name: "Receipt" })).toContainText("First Light");
    const { id } = await database.order.findFirstOrThrow({ where: { guestKey: address.split("/").pop() } });
    expect((await other.goto(new URL(`/orders/${"x".repeat(43)}`, address).href))?.status()).toBe(404);
    // What is no guest's key may be an order of an account.
    for (const wrong of [id, "..%2Fcards"]) {
      await other.goto(new URL(`/orders/${wrong}`, address).href);
      await expect(other).toHaveURL(/\/sign-in\?callbackUrl=/);
    }
    await elsewhere.close();
  });
});
