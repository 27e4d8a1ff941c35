import { makeViewer } from "@/lib/auth/viewer";
import { DAY_MS } from "@/lib/platform/durations";
import { changeCard } from "@/lib/subscriptions/change-subscription";
import { answerBank, bank } from "../../tests/support/bank";
import { addCard } from "../../tests/support/card-form";
import { giveCard, giveConfirmedCard } from "../../tests/support/cards";
import { chooseCard, chosenCardButton, payButton } from "../../tests/support/checkout";
import { expect, test } from "../../tests/support/fixtures";
import { openMail, SCRIPTLESS_FRAME } from "../../tests/support/outbox";
import { press } from "../../tests/support/press";
import {
  giveRetryingSubscription,
  giveSubscription,
  letWorkerProcess,
  renewInto,
  stateAfterWork,
} from "../../tests/support/subscriptions";

test.describe("after a declined renewal @payments", () => {
  test.use({ expectedErrors: [SCRIPTLESS_FRAME] });

  test("a card whose network advises against a retry is not charged again, and the shopper pays with another", async ({
    page,
    signedIn,
    sandbox,
    database,
  }) => {
    const subscription = await giveSubscription(signedIn, sandbox);
    await giveConfirmedCard(signedIn, sandbox, "do-not-retry");
    await page.goto(`/subscriptions/${subscription.id}`);
    await page.getByRole("button", { name: "Change card" }).click();
    await chooseCard(page.getByRole("dialog"), /ending in 7168/);
    await chosenCardButton(page).click();
    await expect(page.getByRole("dialog")).toHaveCount(0);

    await renewInto(subscription, "needs_card, 1 paid");
    await letWorkerProcess(subscription);
    const tries = { order: { subscriptionId: subscription.id, period: 2 } };
    expect(await database.payment.findMany({ where: tries })).toMatchObject([
      { last4: "7168", failureCode: "card.declined", retryAdvice: "do-not-retry" },
    ]);

    const mail = await openMail(page, signedIn.email, "Your Landfall could not be paid");
    await expect(mail.getByText("We do not try again until you choose a card.")).toBeVisible();
    await mail.getByRole("link", { name: "Choose another card" }).click();
    await expect(page).toHaveURL(`/subscriptions/${subscription.id}`);
    await expect(page.getByText("Mastercard ending in 7168 cannot pay for this any more.")).toBeVisible();
    await expect(page.getByRole("radio", { name: /7168/ })).toHaveCount(0);
    await press(payButton(page));
    await expect(page.getByText("Active", { exact: true })).toBeVisible();
    await expect(page.getByText("Visa ending in 4242")).toBeVisible();
  });

  test("an expired card has to be replaced, and the shopper pays with the one they add", async ({
    page,
    signedIn,
    sandbox,
  }) => {
    const subscription = await giveSubscription(signedIn, sandbox, { scenario: "once-then-expired" });
    await renewInto(subscription, "needs_card, 1 paid");
    await page.goto(`/subscriptions/${subscription.id}`);
    await expect(page.getByRole("heading", { name: "This subscription needs another card" })).toBeVisible();
    await expect(page.getByText("This card has expired.")).toBeVisible();
    await expect(payButton(page)).toHaveCount(0);
    await page.getByRole("link", { name: "Add another card" }).click();
    await expect(page).toHaveURL("/cards/new");
    await addCard(page, "mastercard");
    await page.getByRole("link", { name: "Choose another card" }).click();
    await press(payButton(page));
    await expect(page.getByText("Active", { exact: true })).toBeVisible();
    await expect(page.getByText("Mastercard ending in 4444")).toBeVisible();
  });

  test("a card that was deleted at ProcessOut has to be replaced", async ({
    page,
    signedIn,
    sandbox,
    processout,
    database,
  }) => {
    const subscription = await giveSubscription(signedIn, sandbox);
    await giveCard(signedIn, sandbox, "mastercard");
    const where = { id: subscription.card.id };
    const { customerId, tokenId } = await database.savedCard.findUniqueOrThrow({ where });
    await processout.tokens.delete(customerId, String(tokenId), { idempotencyKey: `gone:${tokenId}` });
    await expect
      .poll(async () => (await database.savedCard.findUniqueOrThrow({ where })).state)
      .toBe("removed");

    await renewInto(subscription, "needs_card, 1 paid");
    const mail = await openMail(page, signedIn.email, "Your Landfall could not be paid");
    await expect(mail.getByText("The card that paid for this was deleted.")).toBeVisible();
    await page.goto(`/subscriptions/${subscription.id}`);
    await expect(page.getByText("The card that paid for this was deleted.")).toBeVisible();
    await expect(page.getByText(/Landfall ends on \d+ \w+ \d{4} unless it is paid\./)).toBeVisible();
    await press(payButton(page));
    await expect(page.getByText("Active", { exact: true })).toBeVisible();
    await expect(page.getByText("Mastercard ending in 4444")).toBeVisible();
  });

  test("the e-mail leads the shopper to the page where they complete SCA", async ({
    page,
    signedIn,
    sandbox,
  }) => {
    const subscription = await giveSubscription(signedIn, sandbox);
    const card = await giveConfirmedCard(signedIn, sandbox, "asks-again");
    await changeCard(makeViewer(signedIn.id), { id: subscription.id, cardId: card.id });
    await renewInto(subscription, "needs_authentication, 1 paid");

    const mail = await openMail(page, signedIn.email, "Your Landfall: please confirm");
    await expect(mail.getByText("your bank asks you to confirm €12.50")).toBeVisible();
    await mail.getByRole("link", { name: "Confirm with your bank" }).click();
    await expect(page).toHaveURL(`/subscriptions/${subscription.id}`);
    await page.getByRole("button", { name: "Confirm and pay €12.50" }).click();
    await answerBank(page, "Approve");
    await expect(page.getByText("Active", { exact: true })).toBeVisible();
  });

  test("a payment whose outcome is unknown leads to the order's page, which shows the outcome when it is known", async ({
    page,
    signedIn,
    sandbox,
    database,
  }) => {
    const subscription = await giveRetryingSubscription(signedIn, sandbox, "challenge");
    await page.goto(`/subscriptions/${subscription.id}`);
    await chooseCard(page, /0101/);
    await press(payButton(page));
    await expect(bank(page).getByRole("button", { name: "Approve" })).toBeVisible();
    const where = { order: { subscriptionId: subscription.id }, state: "authorizing" } as const;
    const { invoiceId } = await database.payment.findFirstOrThrow({ where });
    const match = `GET /invoices/${invoiceId}/transactions`;
    await sandbox.addFault({ match, kind: "status", status: 503 });
    await answerBank(page, "Approve");
    await expect(page).toHaveURL(/\/orders\//);
    await expect(page.getByText("Your bank has not responded yet")).toBeVisible();
    await sandbox.removeFaults();
    await expect(page.getByText("Paid", { exact: true })).toBeVisible();
    await page.goto(`/subscriptions/${subscription.id}`);
    await expect(page.getByText("Active", { exact: true })).toBeVisible();
  });

  test("a subscription lapses after thirty days without a working card, and its page says so", async ({
    page,
    signedIn,
    sandbox,
    database,
  }) => {
    const subscription = await giveSubscription(signedIn, sandbox, { scenario: "once-then-stolen" });
    await renewInto(subscription, "needs_card, 1 paid");
    const { dueAt } = await database.subscription.findUniqueOrThrow({ where: { id: subscription.id } });
    await database.subscription.update({
      where: { id: subscription.id },
      data: { dueAt: new Date(Number(dueAt) - 30 * DAY_MS), processAfter: dueAt },
    });
    await expect.poll(() => stateAfterWork(subscription)).toBe("canceled, 1 paid");

    const mail = await openMail(page, signedIn.email, "Your Landfall has ended");
    await mail.getByRole("link", { name: "See your subscription" }).click();
    await expect(page).toHaveURL(`/subscriptions/${subscription.id}`);
    await expect(page.getByText("no other card was chosen within 30 days")).toBeVisible();
    await page.getByRole("link", { name: "Subscribe again" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Landfall" })).toBeVisible();
  });
});
