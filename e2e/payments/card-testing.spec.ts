import { typeCard } from "../../tests/support/card-form";
import { addToCart, expectNotPaid, expectPaid, openCheckout, payButton } from "../../tests/support/checkout";
import { expect, test } from "../../tests/support/fixtures";

test.describe("card testing @payments", () => {
  test.use({ expectedErrors: [/status of 410 .*\/invoices\//] });

  test("is refused after a few attempts, and other shoppers are not", async ({ page, browser, database }) => {
    await addToCart(page, "landfall");
    await openCheckout(page);
    await typeCard(page, "no-money");
    await payButton(page).click();
    await expectNotPaid(page, "not enough money");

    const cart = (await page.context().cookies()).find(({ name }) => name.endsWith(".cart"));
    const { orderId, projectId, amount, currency, startedAt } = await database.payment.findFirstOrThrow({
      where: { order: { cart: { key: cart?.value ?? "" } } },
    });
    const failed = { orderId, projectId, amount, currency, startedAt, state: "failed" } as const;
    await database.payment.createMany({ data: Array.from({ length: 7 }, () => failed) });
    await typeCard(page, "visa");
    await payButton(page).click();
    await expectNotPaid(page, "Too many tries to pay. Nothing was charged.");
    expect(await database.payment.count({ where: { orderId, invoiceId: { not: null } } })).toBe(1);

    const elsewhere = await browser.newContext();
    const other = await elsewhere.newPage();
    await addToCart(other, "landfall");
    await openCheckout(other);
    await typeCard(other, "visa");
    await payButton(other).click();
    await expectPaid(other);
    await elsewhere.close();
  });
});
