import { MINUTE_MS } from "@/lib/platform/durations";
import { expect } from "../../tests/support/fixtures";
import { payOrder } from "../../tests/support/orders";
import { refundAndConfirm, refundForm } from "../../tests/support/refunds";
import { signInAndContinue } from "../../tests/support/sign-in-again";
import { test } from "../../tests/support/staff";

const ago = (minutes: number) => new Date(Date.now() - minutes * MINUTE_MS);

test.describe("the sessions of staff @wild @payments", () => {
  test("staff who signed in a while ago sign in again before they refund, and find what they typed", async ({
    page,
    signedIn,
    shopper,
    sandbox,
    database,
  }) => {
    const { paymentId } = await payOrder(shopper, sandbox);
    const own = { where: { userId: signedIn.id } };
    await database.session.updateMany({ ...own, data: { signedInAt: ago(16) } });
    await page.goto(`/office/payments/${paymentId}`);
    const form = refundForm(page);
    await page.getByLabel("Amount in EUR").fill("5");
    await refundAndConfirm(page);
    await expect(form.getByRole("alert")).toContainText("Sign in again to continue.");
    expect(await database.refund.count({ where: { paymentId } })).toBe(0);

    await signInAndContinue(page, signedIn, "Sign in again and continue");
    await expect(page).toHaveURL(`/office/payments/${paymentId}`);
    await expect(page.getByLabel("Amount in EUR")).toHaveValue("5");
    await refundAndConfirm(page);
    await expect(form).toContainText("€5.00 was refunded.");
  });

  test("staff whose second sign-in failed are told why, and may try again", async ({
    page,
    signedIn,
    database,
  }) => {
    const where = { userId: signedIn.id };
    await database.session.updateMany({ where, data: { signedInAt: ago(16) } });
    await page.goto("/sign-in?error=Verification");
    await expect(
      page.getByRole("alert").filter({ hasText: "That link has been used already" }),
    ).toBeVisible();
    await expect(page.getByText(`Sign in as ${signedIn.email} again to continue.`)).toBeVisible();
  });

  test("staff who did not use their session for half an hour are signed out, and led back", async ({
    page,
    signedIn,
    database,
  }) => {
    await database.session.updateMany({
      where: { userId: signedIn.id },
      data: { signedInAt: ago(60), seenAt: ago(31) },
    });
    await page.goto("/office/payments");
    await expect(page).toHaveURL("/sign-in?callbackUrl=%2Foffice%2Fpayments");
  });
});
