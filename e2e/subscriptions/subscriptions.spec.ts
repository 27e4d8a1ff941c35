import { AxeBuilder } from "@axe-core/playwright";
import { answerBank } from "../../tests/support/bank";
import { cardNamed, typeCard } from "../../tests/support/card-form";
import { giveCard, giveConfirmedCard } from "../../tests/support/cards";
import { chooseCard, chosenCardButton, expectPaid, payButton } from "../../tests/support/checkout";
import { expect, test } from "../../tests/support/fixtures";
import { press } from "../../tests/support/press";
import {
  giveRetryingSubscription,
  giveSubscription,
  letWorkerProcess,
  renewInto,
} from "../../tests/support/subscriptions";

const DECLINED = /status of 410 .*\/invoices\//;

test.describe("a subscription @payments", () => {
  test("starts with a CIT that requests a challenge, and saves the card", async ({
    page,
    signedIn,
    database,
    processout,
  }) => {
    await page.goto("/products/landfall");
    await page.getByLabel("Ground for").selectOption("Filter");
    await page.getByRole("button", { name: "Every month" }).click();
    await expect(page.getByRole("heading", { name: "Subscribe", exact: true })).toBeVisible();
    await expect(page.getByText("charge it by itself for each delivery")).toBeVisible();
    await page.getByLabel("Address", { exact: true }).fill("Strandgaten 18");
    await page.getByLabel("Postcode").fill("5013");
    await page.getByLabel("City").fill("Bergen");
    await page.getByLabel("Country").selectOption("Norway");
    await typeCard(page, "challenge");
    await press(payButton(page));
    await answerBank(page, "Approve");
    await expectPaid(page);

    const row = await database.subscription.findFirstOrThrow({
      where: { userId: signedIn.id },
      include: { orders: { include: { payments: true } } },
    });
    expect(row).toMatchObject({
      state: "active",
      interval: "month",
      count: null,
      paidPeriods: 1,
      price: 1250,
    });
    const payment = row.orders[0]?.payments[0];
    expect(row.schemeTransactionId).toBe(payment?.schemeTransactionId);
    expect(await processout.invoices.find(String(payment?.invoiceId))).toMatchObject({
      initiation_type: "CIT",
      payment_intent: "recurring-subscription",
      merchant_initiator_type: "recurring",
      challenge_indicator: "challenge-requested",
    });
    const consents = await database.cardConsent.findMany({ where: { userId: signedIn.id } });
    expect(consents).toMatchObject([{ version: "subscription-1", savedCardId: row.savedCardId }]);

    await page.goto("/subscriptions");
    await page.getByRole("link", { name: "Landfall" }).click();
    await expect(page.getByText("Active", { exact: true })).toBeVisible();
    await expect(page.getByRole("region", { name: "Next payment" })).toContainText("€12.50");
  });

  test("is charged off-session (MIT) by the worker when it is due", async ({
    page,
    signedIn,
    sandbox,
    database,
    processout,
  }) => {
    const subscription = await giveSubscription(signedIn, sandbox);
    await renewInto(subscription, "active, 2 paid");

    const renewal = await database.payment.findFirstOrThrow({
      where: { order: { subscriptionId: subscription.id, period: 2 } },
    });
    expect(await processout.invoices.find(String(renewal.invoiceId))).toMatchObject({
      initiation_type: "MIT",
      payment_intent: "recurring-subscription",
      amount: "12.5",
    });
    await page.goto(`/subscriptions/${subscription.id}`);
    await expect(page.getByRole("region", { name: "All payments" }).getByText("Paid")).toHaveCount(2);
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  });

  test("can be paused, resumed and canceled", async ({ page, signedIn, sandbox }) => {
    const subscription = await giveSubscription(signedIn, sandbox);
    await page.goto(`/subscriptions/${subscription.id}`);
    await page.getByRole("button", { name: "Pause" }).click();
    await expect(page.getByText("Nothing is charged until you resume.")).toBeVisible();
    await page.getByRole("button", { name: "Resume" }).click();
    await expect(page.getByText("Active", { exact: true })).toBeVisible();
    await page.getByRole("button", { name: "Cancel subscription" }).click();
    await page.getByRole("button", { name: "Cancel it" }).click();
    await expect(page.getByText("Canceled", { exact: true })).toBeVisible();
    await renewInto(subscription, "canceled, 1 paid");
  });

  test("is not found by another user", async ({ page, signedIn, sandbox, database, expectedErrors }) => {
    expectedErrors.push(/404/);
    const subscription = await giveSubscription(signedIn, sandbox);
    const other = await database.user.create({
      data: { email: `stranger-${subscription.id}@shoppers.example` },
    });
    await database.subscription.update({ where: { id: subscription.id }, data: { userId: other.id } });
    await page.goto(`/subscriptions/${subscription.id}`);
    await expect(page.getByRole("heading", { name: "Landfall" })).toHaveCount(0);
    await database.user.delete({ where: { id: other.id } });
  });

  test("an instalment says so in the orders, on its page and to staff, with a link to the plan", async ({
    page,
    signedIn,
    sandbox,
    database,
  }) => {
    const { id } = await giveSubscription(signedIn, sandbox, { planId: "3-months" });
    await renewInto({ id }, "active, 2 paid");
    const words = "Bosun, instalment 2 of 3, charged automatically";
    await page.goto("/orders");
    await page.getByRole("link", { name: words }).click();
    await expect(page).toHaveURL(`/subscriptions/${id}`);
    const where = { order: { subscriptionId: id, period: 2 } };
    const payment = await database.payment.findFirstOrThrow({ where });
    await page.goto(`/orders/${payment.orderId}`);
    await expect(page.getByRole("link", { name: words })).toHaveAttribute("href", `/subscriptions/${id}`);
    // eject:start office
    await database.user.update({ where: { id: signedIn.id }, data: { role: "staff" } });
    await page.goto(`/office/payments/${payment.id}`);
    await page.getByRole("link", { name: words }).click();
    await expect(page).toHaveURL(`/office/subscriptions/${id}`);
    // eject:end office
  });

  test("in instalments completes after the last one", async ({ page, signedIn, sandbox }) => {
    const instalments = await giveSubscription(signedIn, sandbox, { planId: "3-months" });
    await renewInto(instalments, "active, 2 paid");
    await renewInto(instalments, "completed, 3 paid");
    await page.goto(`/subscriptions/${instalments.id}`);
    await expect(page.getByText("Paid in full")).toBeVisible();
    await expect(page.getByText("€430.00")).toHaveCount(3);
  });
});

test.describe("when a renewal is declined @payments", () => {
  test.use({ expectedErrors: [DECLINED] });

  test("for insufficient funds, the worker retries it, and the shopper can pay with another card", async ({
    page,
    signedIn,
    sandbox,
  }) => {
    const subscription = await giveRetryingSubscription(signedIn, sandbox);
    await page.goto("/subscriptions");
    await expect(page.getByText("€12.50 due since")).toBeVisible();
    await page.goto(`/subscriptions/${subscription.id}`);
    await expect(page.getByText(/Try 2 of 5, on \d+ \w+ \d{4}\. You can also pay now\./)).toBeVisible();
    await chooseCard(page, /Mastercard/);
    await press(payButton(page));
    await expect(page.getByText("Active", { exact: true })).toBeVisible();
    await expect(page.getByText("Mastercard ending in 4444")).toBeVisible();
  });

  test("because SCA is required, a banner and an e-mail lead the shopper to the payment", async ({
    page,
    signedIn,
    sandbox,
    database,
  }) => {
    const subscription = await giveSubscription(signedIn, sandbox);
    const card = await giveConfirmedCard(signedIn, sandbox, "asks-again");
    await page.goto(`/subscriptions/${subscription.id}`);
    await page.getByRole("button", { name: "Change card" }).click();
    const dialog = page.getByRole("dialog");
    await chooseCard(dialog, `ending in ${card.last4}`);
    await chosenCardButton(page).click();
    await expect(page.getByRole("dialog")).toHaveCount(0);
    await renewInto(subscription, "needs_authentication, 1 paid");
    const mail = await database.queuedMail.findFirstOrThrow({
      where: { to: signedIn.email, key: { startsWith: "action:" } },
    });
    expect(mail.text).toContain(`/subscriptions/${subscription.id}`);

    await page.goto("/orders");
    await page.getByRole("link", { name: "Confirm it" }).click();
    await page.getByRole("button", { name: "Confirm and pay €12.50" }).click();
    await answerBank(page, "Approve");
    await expect(page.getByText("Active", { exact: true })).toBeVisible();
    await renewInto(subscription, "active, 3 paid");
  });

  test("with a hard decline, it is not retried", async ({ page, signedIn, sandbox, database }) => {
    const subscription = await giveSubscription(signedIn, sandbox, { scenario: "once-then-stolen" });
    await renewInto(subscription, "needs_card, 1 paid");
    await letWorkerProcess(subscription);
    const tries = { order: { subscriptionId: subscription.id, period: 2 } };
    expect(await database.payment.count({ where: tries })).toBe(1);
    await page.goto(`/subscriptions/${subscription.id}`);
    await expect(page.getByRole("heading", { name: "This subscription needs another card" })).toBeVisible();
  });
});

test("a card that pays for a subscription is deleted after the subscription has moved to another @payments", async ({
  page,
  signedIn,
  sandbox,
}) => {
  const subscription = await giveSubscription(signedIn, sandbox);
  await giveConfirmedCard(signedIn, sandbox, "mastercard");
  await page.goto("/cards");
  await cardNamed(page, "Visa ending in 4242")
    .getByRole("button", { name: /^Delete/ })
    .click();
  await expect(page.getByText("This card pays for Landfall")).toBeVisible();
  await page.getByRole("button", { name: "Move and delete" }).click();
  await expect(cardNamed(page, "Visa ending in 4242")).toHaveCount(0);
  await page.goto(`/subscriptions/${subscription.id}`);
  await expect(page.getByText("Mastercard ending in 4444")).toBeVisible();
});

test("a saved card says what it pays for, and its nickname is told wherever it is named @payments", async ({
  page,
  signedIn,
  sandbox,
  database,
}) => {
  const { id, card } = await giveSubscription(signedIn, sandbox);
  await giveCard(signedIn, sandbox, "mastercard");
  await database.savedCard.update({ where: { id: card.id }, data: { nickname: "Work" } });
  await page.goto("/cards");
  const paying = page.getByRole("article", { name: "Visa ending in 4242" });
  await expect(paying.getByText("Pays for Landfall.")).toBeVisible();
  await expect(page.getByRole("article", { name: "Mastercard" }).getByText("Pays for")).toHaveCount(0);
  const { id: orderId } = await database.order.findFirstOrThrow({ where: { subscriptionId: id } });
  for (const path of ["/subscriptions", `/subscriptions/${id}`, `/orders/${orderId}`]) {
    await page.goto(path);
    await expect(page.getByText("Work, Visa ending in 4242").first(), path).toBeVisible();
  }
});
