import { answerBank, bank } from "../../tests/support/bank";
import { addToCart, expectPaid, openCheckoutWithCard, payButton } from "../../tests/support/checkout";
import { expect, signInAs, test } from "../../tests/support/fixtures";
import { press } from "../../tests/support/press";
import { signInAndContinue, signOutInAnotherTab } from "../../tests/support/sign-in-again";
import { createUser } from "../../tests/support/users";

test.describe("a session that ends while paying @wild @payments", () => {
  test("in another tab before Pay: the page says so, keeps the address and pays once after signing in", async ({
    page,
    context,
    signedIn,
    sandbox,
    database,
  }) => {
    await openCheckoutWithCard(page, signedIn, sandbox);
    await signOutInAnotherTab(context);
    await page.bringToFront();
    await press(payButton(page));
    await expect(page.getByRole("alert").filter({ hasText: "You are signed out." })).toBeVisible();
    const where = { order: { userId: signedIn.id } };
    expect(await database.payment.count({ where })).toBe(0);

    await signInAndContinue(page, signedIn);
    await expect(page).toHaveURL("/checkout");
    await expect(page.getByLabel("City")).toHaveValue("Bergen");
    await press(payButton(page));
    await expectPaid(page);
    expect(await database.payment.count({ where })).toBe(1);
  });

  test("during a challenge: signing in leads to the order, which is paid once", async ({
    page,
    signedIn,
    sandbox,
    database,
  }) => {
    await openCheckoutWithCard(page, signedIn, sandbox, "challenge");
    await press(payButton(page));
    await expect(bank(page).getByRole("button", { name: "Approve" })).toBeVisible();
    await database.session.deleteMany({ where: { userId: signedIn.id } });
    await answerBank(page, "Approve");
    await expect(page.getByText("You were signed out during the payment.")).toBeVisible();

    await signInAndContinue(page, signedIn);
    await expect(page).toHaveURL(/\/orders\//);
    await expect(page.getByRole("main").getByText("Paid", { exact: true }).first()).toBeVisible();
    const payments = await database.payment.findMany({ where: { order: { userId: signedIn.id } } });
    expect(payments).toMatchObject([{ state: "captured" }]);
  });

  test("before the checkout is opened: the page says that the cart belongs to an account", async ({
    page,
    context,
    signedIn,
  }) => {
    await addToCart(page, "landfall");
    await signOutInAnotherTab(context);
    await page.goto("/checkout");
    await expect(page.getByRole("heading", { name: "You are signed out" })).toBeVisible();
    await signInAndContinue(page, signedIn);
    await expect(page).toHaveURL("/checkout");
    await expect(payButton(page)).toBeVisible();
  });

  test("and another account signs in: nothing is ordered for it", async ({
    page,
    context,
    signedIn,
    sandbox,
    database,
  }) => {
    await openCheckoutWithCard(page, signedIn, sandbox);
    const other = await createUser();
    await signInAs(context, other);
    await press(payButton(page));
    await expect(page.getByRole("alert").filter({ hasText: "The account has changed" })).toBeVisible();
    const userId = { in: [signedIn.id, other.id] };
    expect(await database.order.count({ where: { userId } })).toBe(0);
    await page.getByRole("button", { name: "Reload the page" }).click();
    await expect(page.getByRole("heading", { name: "This cart belongs to another account" })).toBeVisible();
    await database.user.delete({ where: { id: other.id } });
  });
});
