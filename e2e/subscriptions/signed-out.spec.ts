import type { Page } from "@playwright/test";
import { giveCard, giveConfirmedCard } from "../../tests/support/cards";
import {
  chooseCard,
  chosenCardButton,
  expectPaid,
  fillAddress,
  payButton,
} from "../../tests/support/checkout";
import { expect, test } from "../../tests/support/fixtures";
import { press } from "../../tests/support/press";
import { signInAndContinue } from "../../tests/support/sign-in-again";
import { giveRetryingSubscription, giveSubscription } from "../../tests/support/subscriptions";

const signedOut = (page: Page) => page.getByRole("alert").filter({ hasText: "You are signed out." });

test.describe("a session that ends before a press @wild @payments", () => {
  test("starts no subscription, and leads back to the offer with its address", async ({
    page,
    signedIn,
    sandbox,
    database,
  }) => {
    const own = { where: { userId: signedIn.id } };
    await giveCard(signedIn, sandbox);
    await page.goto("/products/landfall");
    await page.getByRole("button", { name: "Every month" }).click();
    await fillAddress(page);
    await database.session.deleteMany(own);
    await press(payButton(page));
    await expect(signedOut(page)).toBeVisible();
    expect(await database.subscription.count(own)).toBe(0);

    await signInAndContinue(page, signedIn);
    await expect(page).toHaveURL(/\/subscriptions\/new\?/);
    await expect(page.getByLabel("City")).toHaveValue("Bergen");
    await press(payButton(page));
    await expectPaid(page);
    expect(await database.subscription.count(own)).toBe(1);
  });

  test("confirms no card, and leads back to its confirmation", async ({
    page,
    signedIn,
    sandbox,
    database,
  }) => {
    await giveSubscription(signedIn, sandbox);
    const { id } = await giveCard(signedIn, sandbox, "mastercard");
    await page.goto(`/cards/${id}/confirm`);
    await database.session.deleteMany({ where: { userId: signedIn.id } });
    await page.getByRole("button", { name: /^Confirm/ }).click();
    await expect(signedOut(page)).toBeVisible();

    await signInAndContinue(page, signedIn);
    await expect(page).toHaveURL(`/cards/${id}/confirm`);
    await page.getByRole("button", { name: /^Confirm/ }).click();
    await expect(page).toHaveURL("/cards");
    const { confirmedAt } = await database.savedCard.findUniqueOrThrow({ where: { id } });
    expect(confirmedAt).not.toBeNull();
  });

  test("changes no card of a subscription, and leads back to it", async ({
    page,
    signedIn,
    sandbox,
    database,
  }) => {
    const { id } = await giveSubscription(signedIn, sandbox);
    const card = await giveConfirmedCard(signedIn, sandbox, "mastercard");
    await page.goto(`/subscriptions/${id}`);
    await page.getByRole("button", { name: "Change card" }).click();
    await chooseCard(page.getByRole("dialog"), `ending in ${card.last4}`);
    await database.session.deleteMany({ where: { userId: signedIn.id } });
    await chosenCardButton(page).click();
    await expect(signedOut(page)).toBeVisible();
    const { savedCardId } = await database.subscription.findUniqueOrThrow({ where: { id } });
    expect(savedCardId).not.toBe(card.id);

    await signInAndContinue(page, signedIn);
    await expect(page).toHaveURL(`/subscriptions/${id}`);
  });

  test("pays no outstanding renewal, and leads back to it, where it is paid once", async ({
    page,
    signedIn,
    sandbox,
    database,
  }) => {
    const subscription = await giveRetryingSubscription(signedIn, sandbox);
    const where = { order: { subscriptionId: subscription.id }, state: "captured" as const };
    await page.goto(`/subscriptions/${subscription.id}`);
    await chooseCard(page, /Mastercard/);
    await database.session.deleteMany({ where: { userId: signedIn.id } });
    await press(payButton(page));
    await expect(signedOut(page)).toBeVisible();
    expect(await database.payment.count({ where })).toBe(1);

    await signInAndContinue(page, signedIn);
    await expect(page).toHaveURL(`/subscriptions/${subscription.id}`);
    await chooseCard(page, /Mastercard/);
    await press(payButton(page));
    await expect(page.getByText("Active", { exact: true })).toBeVisible();
    expect(await database.payment.count({ where })).toBe(2);
  });
});
