import { answerBank, bank } from "../../tests/support/bank";
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

test.describe("charged once @payments", () => {
  test("after two presses of Pay and a step back", async ({ page, signedIn, sandbox, database }) => {
    await openCheckoutWithCard(page, signedIn, sandbox);
    await payButton(page).dblclick();
    await expectPaid(page);
    await page.goBack();
    await expect(payButton(page)).toHaveCount(0);
    expect(await database.payment.count({ where: { order: { userId: signedIn.id } } })).toBe(1);
  });

  test("in two tabs: the second shows the order", async ({ page, context, signedIn, sandbox, database }) => {
    await giveCard(signedIn, sandbox);
    await addToCart(page, "landfall");
    const other = await context.newPage();
    await openCheckout(other);
    await page.bringToFront();
    await openCheckout(page);
    await press(payButton(page));
    await expectPaid(page);
    await other.bringToFront();
    await press(payButton(other));
    await expect(other).toHaveURL(page.url());
    expect(await database.payment.count({ where: { order: { userId: signedIn.id } } })).toBe(1);
  });

  test("when the cart changed in another tab: nothing is charged, and the page says so", async ({
    page,
    context,
    signedIn,
    sandbox,
  }) => {
    await openCheckoutWithCard(page, signedIn, sandbox);
    await addToCart(await context.newPage(), "bosun-espresso-machine");
    await page.bringToFront();
    await press(payButton(page));
    await expectNotPaid(page, "Your cart has changed. Check it before you pay.");
    await expect(payButton(page)).toHaveText("Pay €1,302.50 with Visa •• 4242");
  });

  test("while ProcessOut does not respond: the order's page waits, and shows the outcome when it is known", async ({
    page,
    signedIn,
    sandbox,
    database,
  }) => {
    await openCheckoutWithCard(page, signedIn, sandbox, "challenge");
    await press(payButton(page));
    await expect(bank(page).getByRole("button", { name: "Approve" })).toBeVisible();
    const where = { order: { userId: signedIn.id } };
    const { invoiceId } = await database.payment.findFirstOrThrow({ where });
    const match = `GET /invoices/${invoiceId}/transactions`;
    await sandbox.addFault({ match, kind: "status", status: 503 });
    await answerBank(page, "Approve");
    await expect(page.getByText("Your bank has not responded yet")).toBeVisible();
    await sandbox.removeFaults();
    await expectPaid(page);
  });

  test.describe("offline", () => {
    test.use({ expectedErrors: [/ERR_FAILED/] });

    test("a second press finds the payment whose outcome was lost", async ({
      page,
      signedIn,
      sandbox,
      database,
    }) => {
      await openCheckoutWithCard(page, signedIn, sandbox);
      let calls = 0;
      // The first call makes the invoice. The second one would tell the server that the bank said yes.
      await page.route("**/checkout", (route) =>
        route.request().method() === "POST" && ++calls === 2 ? route.abort() : route.continue(),
      );
      await press(payButton(page));
      await expect(page.getByText("The connection was lost while paying")).toBeVisible();
      await press(payButton(page));
      await expectPaid(page);
      const where = { order: { userId: signedIn.id } };
      expect(await database.payment.findMany({ where })).toMatchObject([{ state: "captured" }]);
    });
  });
});
