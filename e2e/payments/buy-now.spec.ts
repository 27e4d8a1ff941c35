import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { makeViewer } from "@/lib/auth/viewer";
import { giveCard, saveCard } from "../../tests/support/cards";
import { addToCart, expectNotPaid, expectPaid, giveAddress, payButton } from "../../tests/support/checkout";
import { expect, signInAs, test } from "../../tests/support/fixtures";
import { press } from "../../tests/support/press";

const buyNow = (page: Page) => page.getByRole("button", { name: /^Buy now/ });

const paysWith = (page: Page, text: string) => expect(payButton(page)).toHaveText(text);

test.describe("Buy now @payments", () => {
  test.beforeEach(async ({ signedIn, sandbox }) => {
    await giveAddress(signedIn);
    await giveCard(signedIn, sandbox);
  });

  test("buys what is chosen on the product page with two presses, and leaves the cart as it is", async ({
    page,
    signedIn,
    database,
    processout,
  }) => {
    await addToCart(page, "ditty-mug");
    await page.goto("/products/landfall");
    await page.getByRole("radio", { name: /1 kg/ }).check({ force: true });
    await page.getByLabel("Ground for").selectOption("Filter");
    await page.getByLabel("Quantity").fill("2");
    await expect(buyNow(page)).toHaveText("Buy now with Visa •• 4242");
    await buyNow(page).click();
    await expect(page).toHaveURL("/checkout?sku=landfall.1kg.filter&quantity=2");
    await expect(page.getByRole("region", { name: "Summary" })).toContainText("2 × Landfall1 kg, filter");
    await expect(page.getByRole("radio", { name: /Visa ending in 4242/ })).toBeChecked();
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
    await paysWith(page, "Pay €88.00 with Visa •• 4242");
    await press(payButton(page));
    await expectPaid(page);

    await expect(page.getByRole("link", { name: "Cart, 1 item" })).toBeVisible();
    const orders = await database.order.findMany({
      where: { userId: signedIn.id },
      include: { lines: true, payments: true },
    });
    const line = { sku: "landfall.1kg.filter", quantity: 2, unitPrice: 4400 };
    expect(orders).toMatchObject([
      { state: "paid", total: 8800, city: "Bergen", lines: [line], payments: [{ state: "captured" }] },
    ]);
    const invoiceId = String(orders[0]?.payments[0]?.invoiceId);
    expect(await processout.transactions.findByInvoice(invoiceId)).toMatchObject({
      status: "completed",
      captured_amount: "88",
    });
  });

  test("works by keyboard, and a double press of each button orders once", async ({
    page,
    signedIn,
    database,
  }) => {
    await page.goto("/products/ditty-mug");
    await buyNow(page).focus();
    await page.keyboard.press("Enter");
    await page.keyboard.press("Enter");
    await paysWith(page, "Pay €19.00 with Visa •• 4242");
    await expect(payButton(page)).not.toHaveAttribute("aria-disabled");
    await payButton(page).focus();
    await page.keyboard.press("Enter");
    await page.keyboard.press("Enter");
    await expectPaid(page);
    const orders = await database.order.findMany({
      where: { userId: signedIn.id },
      include: { payments: true },
    });
    expect(orders).toMatchObject([{ total: 1900, payments: [{ state: "captured" }] }]);
  });

  test("in two tabs orders once: the second shows the order, and its checkout has nothing to pay", async ({
    page,
    context,
    signedIn,
    database,
  }) => {
    const other = await context.newPage();
    for (const tab of [other, page]) {
      await tab.bringToFront();
      await tab.goto("/products/ditty-mug");
      await buyNow(tab).click();
      await expect(payButton(tab)).not.toHaveAttribute("aria-disabled");
    }
    await press(payButton(page));
    await expectPaid(page);
    await other.bringToFront();
    await press(payButton(other));
    await expect(other).toHaveURL(page.url());
    expect(await database.payment.count({ where: { order: { userId: signedIn.id } } })).toBe(1);

    await other.goto("/checkout?sku=ditty-mug&quantity=1");
    await expect(other.getByRole("heading", { name: "Nothing to pay here" })).toBeVisible();
    await other.getByRole("link", { name: "See Ditty" }).click();
    await expect(buyNow(other)).toBeVisible();
  });

  test("charges nothing when the currency was changed in another tab, and the page says so", async ({
    page,
    context,
  }) => {
    await page.goto("/products/ditty-mug");
    await buyNow(page).click();
    await expect(payButton(page)).not.toHaveAttribute("aria-disabled");
    const other = await context.newPage();
    await addToCart(other, "ditty-mug");
    await other.goto("/cart");
    await other.getByLabel("Prices in").selectOption("GBP");
    await other.getByRole("button", { name: "Change" }).click();
    await expect(other.getByText("£16.50").first()).toBeVisible();
    await page.bringToFront();
    await press(payButton(page));
    await paysWith(page, "Pay £16.50 with Visa •• 4242");
  });

  test("cannot be used for another account's card, or at another price @wild", async ({
    page,
    signedIn,
    sandbox,
    database,
  }) => {
    const victim = await database.user.create({ data: { email: `victim-${signedIn.id}@shoppers.example` } });
    const own = await database.savedCard.findFirstOrThrow({ where: { userId: signedIn.id } });
    const stolen = await giveCard(victim, sandbox, "mastercard");
    await page.goto("/products/ditty-mug");
    await buyNow(page).click();
    await expect(payButton(page)).not.toHaveAttribute("aria-disabled");
    await page.route("**/checkout?*", (route) =>
      route.continue({ postData: route.request().postData()?.replaceAll(own.id, stolen.id) }),
    );
    await press(payButton(page));
    await expectNotPaid(page, "This card cannot be used to pay.");
    await page.unrouteAll();
    // Twenty-four for the fingerprint of one: the cart of that item was never filled.
    await page.route("**/checkout?*", (route) =>
      route.continue({ postData: route.request().postData()?.replace('"quantity":1', '"quantity":24') }),
    );
    await press(payButton(page));
    await expectNotPaid(page, "There is nothing in your cart.");
    const userId = { in: [signedIn.id, victim.id] };
    expect(await database.payment.count({ where: { order: { userId }, state: "captured" } })).toBe(0);
    await database.user.delete({ where: { id: victim.id } });
  });

  test.describe("with a wrong address of the checkout", () => {
    test.use({ expectedErrors: [/404/] });

    test("shows that there is no such page @wild", async ({ page }) => {
      for (const query of ["sku=grog&quantity=1", "sku=ditty-mug&quantity=25", "sku=ditty-mug"]) {
        expect((await page.goto(`/checkout?${query}`))?.status(), query).toBe(404);
      }
    });
  });

  test("says what is wrong with the quantity, without a script's check @wild", async ({ page }) => {
    await page.goto("/products/ditty-mug");
    await page.getByLabel("Quantity").fill("25");
    await page.locator("form", { has: buyNow(page) }).evaluate((form: HTMLFormElement) => {
      form.noValidate = true;
    });
    await buyNow(page).click();
    await expect(page.getByText("Choose a whole number from 1 to 24.")).toBeVisible();
    await expect(page).toHaveURL("/products/ditty-mug");
  });
});

test.describe("no Buy now @payments", () => {
  test("is shown to a guest, without an address, or without a card that can pay", async ({
    page,
    user,
    context,
    sandbox,
    database,
  }) => {
    const expectNone = async () => {
      await page.goto("/products/ditty-mug");
      await expect(page.getByRole("button", { name: "Add to cart" })).toBeVisible();
      await expect(buyNow(page)).toHaveCount(0);
    };
    await expectNone();
    await signInAs(context, user);
    const card = await giveCard(user, sandbox);
    await expectNone();
    await giveAddress(user);
    await page.goto("/products/ditty-mug");
    await expect(buyNow(page)).toBeVisible();
    await database.savedCard.update({ where: { id: card.id }, data: { isChargeable: false } });
    await expectNone();
  });
});

test.describe("an expired card @payments", () => {
  test("is named at the checkout, where its successor is asked for", async ({
    page,
    signedIn,
    sandbox,
    database,
  }) => {
    const expiry = { exp_month: 3, exp_year: 2025 };
    const { id } = await saveCard(makeViewer(signedIn.id), await sandbox.makeCard("amex", expiry));
    const sentence = page.getByRole("region", { name: "Payment" }).getByRole("status").first();
    await addToCart(page, "landfall");
    await page.goto("/checkout");
    await expect(sentence).toHaveText("American Express •• 0005 expired in March 2025. Enter its successor.");
    await database.savedCard.update({ where: { id }, data: { nickname: "Old faithful" } });
    await page.reload();
    await expect(sentence).toHaveText("Old faithful •• 0005 expired in March 2025. Enter its successor.");
    await expect(page.getByRole("checkbox", { name: "Save it for next time" })).not.toBeChecked();

    await giveCard(signedIn, sandbox);
    await page.reload();
    await expect(page.getByRole("radio", { name: /Visa/ })).toBeChecked();
    await expect(page.getByText("Enter its successor.")).toHaveCount(0);
  });
});
