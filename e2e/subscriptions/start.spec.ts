import type { Page } from "@playwright/test";
import { answerBank, bank } from "../../tests/support/bank";
import { typeCard } from "../../tests/support/card-form";
import { giveCard } from "../../tests/support/cards";
import { chooseCard, expectNotPaid, expectPaid, fillAddress, payButton } from "../../tests/support/checkout";
import { expect, test } from "../../tests/support/fixtures";
import { press } from "../../tests/support/press";

const OTHER_BANK = "https://bank.example/challenge";

/** From a product's page to the form that starts a subscription, completed except for the card. */
async function openOffer(page: Page, slug: string, plan: string) {
  await page.goto(`/products/${slug}`);
  await page.getByRole("button", { name: plan }).click();
  await fillAddress(page);
}

test.describe("starting a subscription @payments", () => {
  test.use({ expectedErrors: [/status of 410 .*\/invoices\//] });

  test("a weekly coffee is due again seven days later", async ({ page, signedIn, database }) => {
    await openOffer(page, "landfall", "Every week");
    const summary = page.getByRole("region", { name: "Summary" });
    await expect(summary).toContainText("Then every week, on the same day, until you cancel.");
    const nextDay = await summary.getByRole("time").innerText();
    await typeCard(page, "visa");
    await press(payButton(page));
    await expectPaid(page);
    await expect(page.getByText(`€12.50 on ${nextDay} to Visa ending in 4242.`)).toBeVisible();
    await page.goto("/subscriptions");
    const item = page.getByRole("listitem").filter({ has: page.getByRole("heading", { name: "Landfall" }) });
    await expect(item).toContainText("Every week");
    await expect(item).toContainText(`€12.50 on ${nextDay}`);
    await expect(item).toContainText("Visa ending in 4242");
    const { startedAt, dueAt } = await database.subscription.findFirstOrThrow({
      where: { userId: signedIn.id },
    });
    expect(Number(dueAt) - Number(startedAt)).toBe(7 * 86_400_000);
  });

  test("the address of the form names the offer and none of React's hidden fields", async ({
    page,
    signedIn,
  }) => {
    await openOffer(page, "landfall", "Every week");
    const { pathname, searchParams } = new URL(page.url());
    expect([pathname, ...searchParams.keys()], `for ${signedIn.email}`).toEqual([
      "/subscriptions/new",
      "slug",
      "size",
      "grind",
      "quantity",
      "plan",
    ]);
  });

  test("a machine in instalments charges the first one, with a challenge and the consent to the later ones", async ({
    page,
    signedIn,
    database,
    processout,
  }) => {
    await openOffer(page, "bosun-espresso-machine", "3 × €430.00");
    await expect(page.getByRole("heading", { name: "Pay in parts" })).toBeVisible();
    const summary = page.getByRole("region", { name: "Summary" });
    await expect(summary.getByText("€430.00", { exact: true })).toHaveCount(3);
    await expect(summary.getByRole("time")).toHaveCount(2);
    await expect(page.getByText("charge it by itself for each instalment")).toBeVisible();
    await typeCard(page, "challenge");
    await expect(payButton(page)).toHaveText("Pay €430.00");
    await press(payButton(page));
    await answerBank(page, "Approve");
    await expectPaid(page);

    const { id, savedCardId, orders } = await database.subscription.findFirstOrThrow({
      where: { userId: signedIn.id },
      include: { orders: { include: { payments: true } } },
    });
    expect(await processout.invoices.find(String(orders[0]?.payments[0]?.invoiceId))).toMatchObject({
      amount: "430",
      initiation_type: "CIT",
      payment_intent: "installment",
      challenge_indicator: "challenge-requested",
    });
    const consents = await database.cardConsent.findMany({ where: { userId: signedIn.id } });
    expect(consents).toMatchObject([{ version: "instalments-1", savedCardId }]);
    await page.goto(`/subscriptions/${id}`);
    await expect(page.getByText("3 monthly instalments · €1,290.00 in all")).toBeVisible();
    await expect(page.getByRole("region", { name: "Next payment" })).toContainText("instalment 2 of 3");
    await expect(page.getByRole("button", { name: /Pause|Cancel/ })).toHaveCount(0);
  });

  test("a typed card that is saved already pays for the subscription as the saved card, and the shopper is told @wild", async ({
    page,
    signedIn,
    sandbox,
  }) => {
    await giveCard(signedIn, sandbox, "visa");
    await openOffer(page, "landfall", "Every month");
    await chooseCard(page, "Use a new card");
    await typeCard(page, "visa");
    await press(payButton(page));
    await expectPaid(page);
    await expect(page.getByText("You had saved this card before")).toBeVisible();
    await page.goto("/subscriptions");
    await page.getByRole("link", { name: "Landfall" }).click();
    const next = page.getByRole("region", { name: "Next payment" });
    await expect(next.getByText("Visa ending in 4242")).toBeVisible();
  });

  test("a declined first payment starts nothing and saves no card, and another card can start it", async ({
    page,
    signedIn,
    database,
  }) => {
    await openOffer(page, "landfall", "Every month");
    // The token is created and its first payment declined, so there is a card to discard.
    await typeCard(page, "verifies-then-fails");
    await press(payButton(page));
    await expectNotPaid(page, "declined");
    const other = await page.context().newPage();
    await other.goto("/subscriptions");
    await expect(other.getByRole("heading", { name: "Nothing on a schedule" })).toBeVisible();
    await other.goto("/cards");
    await expect(other.getByRole("heading", { name: "No cards yet" })).toBeVisible();
    await expect(other.getByRole("article")).toHaveCount(0);

    await page.bringToFront();
    await typeCard(page, "mastercard");
    await press(payButton(page));
    await expectPaid(page);
    const begun = await database.subscription.findMany({
      where: { userId: signedIn.id },
      include: { savedCard: true },
    });
    expect(begun).toMatchObject([{ state: "active", paidPeriods: 1, savedCard: { last4: "4444" } }]);
  });
});

test.describe("a bank on another origin @payments", () => {
  test.use({ expectedErrors: [new RegExp(`left this machine: ${OTHER_BANK}`)] });

  test("may show its challenge on the page that starts a subscription", async ({
    page,
    context,
    signedIn,
  }) => {
    // The sandbox's bank shares the script's origin; a real bank does not.
    await context.route(OTHER_BANK, (route) =>
      route.fulfill({ contentType: "text/html", body: "<h1>A bank on another origin</h1>" }),
    );
    await page.route(/\/invoices\/\w+\/capture/, async (route) => {
      const response = await route.fetch();
      const answer = await response.json();
      if (/^(url|redirect)$/.test(answer.customer_action?.type)) answer.customer_action.value = OTHER_BANK;
      await route.fulfill({ response, json: answer });
    });
    await openOffer(page, "landfall", "Every month");
    await typeCard(page, "challenge");
    await press(payButton(page));
    const heading = bank(page).getByRole("heading", { name: "A bank on another origin" });
    await expect(heading, `for ${signedIn.email}`).toBeVisible();
    await page.locator("#processoutjs-action-modal").getByText("Cancel", { exact: true }).click();
    await expectNotPaid(page, "closed before it ended");
  });
});
