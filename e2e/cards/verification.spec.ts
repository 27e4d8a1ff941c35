import type { Page } from "@playwright/test";
import { answerBank, bank } from "../../tests/support/bank";
import { addCard, cardNamed, expectRefusal, pressSave, typeCard } from "../../tests/support/card-form";
import { expect, test } from "../../tests/support/fixtures";

const A_DAY_MS = 86_400_000;
const CHALLENGE = "Visa ending in 0101";

test.use({ expectedErrors: [/410|404|Failed to load resource/] });

/** As far as the bank's page, and no further. */
async function goToBank(page: Page, scenario = "challenge") {
  await page.goto("/cards/new");
  await typeCard(page, scenario);
  await pressSave(page);
  await expect(bank(page).getByRole("button", { name: "Approve" })).toBeVisible();
}

test.describe("how a verification ends @verification", () => {
  for (const [scenario, last4] of [
    ["frictionless", "3055"],
    ["frictionless-fingerprint", "3063"],
    ["no-3ds", "0119"],
  ] as const) {
    test(`${scenario}: the bank asks nothing`, async ({ page, signedIn }) => {
      await addCard(page, scenario);
      await expect(cardNamed(page, `Visa ending in ${last4}`), signedIn.email).toContainText("Verified");
    });
  }

  for (const [scenario, last4] of [
    ["v1-only", "3238"],
    ["v2-only", "0259"],
  ] as const) {
    test(`${scenario}: the bank asks and the shopper approves`, async ({ page, signedIn }) => {
      await goToBank(page, scenario);
      await answerBank(page, "Approve");
      await expect(cardNamed(page, `Visa ending in ${last4}`), signedIn.email).toContainText("Verified");
    });
  }

  test("a bank that takes the whole window leads back to a saved card", async ({ page, signedIn }) => {
    await page.goto("/cards/new");
    await typeCard(page, "v1-full-page");
    await pressSave(page);
    await page.getByRole("button", { name: "Approve" }).click();
    await expect(cardNamed(page, "Visa ending in 0110"), signedIn.email).toContainText("Verified");
  });

  test("a bank that answers later: every open tab hears of it, without a reload", async ({
    page,
    context,
    sandbox,
    signedIn,
  }) => {
    await addCard(page, "async-success");
    const other = await context.newPage();
    await other.goto("/cards");
    for (const tab of [page, other]) await expect(cardNamed(tab, "Visa ending in 0011")).toBeVisible();
    await sandbox.advanceClock(A_DAY_MS);
    for (const tab of [other, page]) {
      await tab.bringToFront();
      await expect(cardNamed(tab, "Visa ending in 0011"), signedIn.email).toContainText("Verified");
    }
  });

  test("a bank that says no later: the card is refused, gone at ProcessOut, and dismissed", async ({
    page,
    sandbox,
    signedIn,
    database,
  }) => {
    await addCard(page, "async-failure");
    await sandbox.advanceClock(A_DAY_MS);
    await expect(cardNamed(page, "Visa ending in 0029")).toContainText("Declined");
    const row = await database.savedCard.findFirstOrThrow({ where: { userId: signedIn.id } });
    expect(row).toMatchObject({ state: "refused", isChargeable: false });
    expect(row.removedAt, "deleted at ProcessOut").not.toBeNull();

    await page.getByRole("button", { name: "Dismiss Visa ending in 0029" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Dismiss" }).click();
    await expect(page.getByText("No cards yet")).toBeVisible();
  });

  test("a bank that never answers: being checked, never the one that pays, still deletable", async ({
    page,
    signedIn,
  }) => {
    await addCard(page, "never-answers");
    const card = cardNamed(page, "Visa ending in 0037");
    await expect(card, signedIn.email).toContainText("Being checked");
    await expect(card.getByRole("button", { name: /Make default/ })).toHaveCount(0);
    await page.getByRole("button", { name: "Delete Visa ending in 0037" }).click();
    await page.getByRole("button", { name: "Delete card" }).click();
    await expect(card).toHaveCount(0);
  });

  test("a check without a clear answer is shown as one", async ({ page, signedIn }) => {
    await addCard(page, "unknown");
    await expect(cardNamed(page, "Visa ending in 0045"), signedIn.email).toContainText("Not confirmed");
  });

  test("a shopper who stops waiting can use the form again", async ({ page, signedIn }) => {
    await page.goto("/cards/new");
    await typeCard(page, "challenge-hangs");
    await pressSave(page);
    await expect(page.locator("#processoutjs-action-modal")).toBeVisible();
    await page.locator("#processoutjs-action-modal").getByText("Cancel", { exact: true }).click();
    await expectRefusal(page, "The bank's check was closed");
    await addCard(page, "visa");
    await expect(page.getByRole("article"), signedIn.email).toHaveCount(1);
  });
});

test.describe("an attempt left half-way @verification", () => {
  for (const [press, next] of [
    ["Start again", "/cards/new"],
    ["Discard it", "/cards"],
  ] as const) {
    test(`is told of when the shopper comes back: ${press}`, async ({
      page,
      signedIn,
      database,
      processout,
    }) => {
      await goToBank(page);
      await page.goto("/cards");
      await expect(page.getByRole("heading", { name: "Unfinished card verification" })).toBeVisible();
      await expect(page.getByRole("article"), "it is no card yet").toHaveCount(0);
      await page.getByRole("button", { name: press }).click();
      await expect(page).toHaveURL(next);
      await expect(page.getByRole("heading", { name: "Unfinished card verification" })).toHaveCount(0);

      const row = await database.savedCard.findFirstOrThrow({ where: { userId: signedIn.id } });
      expect(row.state).toBe("failed");
      const find = processout.tokens.find(row.customerId, String(row.tokenId));
      await expect(find, "deleted at ProcessOut").rejects.toThrow("resource.token.not-found");
    });
  }

  test("a success that ProcessOut recorded wins over the shopper's cancel", async ({
    page,
    signedIn,
    database,
    processout,
    sandbox,
  }) => {
    await goToBank(page);
    const row = await database.savedCard.findFirstOrThrow({ where: { userId: signedIn.id } });
    const source = await sandbox.makeCard("visa");
    await processout.tokens.update(
      row.customerId,
      String(row.tokenId),
      { source, verify: true },
      { idempotencyKey: `late:${row.id}` },
    );
    await answerBank(page, "Cancel");
    await expect(cardNamed(page, "Visa ending in 4242")).toContainText("Verified");
  });

  test("a second device sees it, and finishing on the first still counts", async ({
    page,
    context,
    signedIn,
  }) => {
    await goToBank(page);
    const second = await context.newPage();
    await second.goto("/cards/new");
    await expect(second.getByText("Unfinished card verification")).toBeVisible();
    await page.bringToFront();
    await answerBank(page, "Approve");
    await expect(cardNamed(page, CHALLENGE)).toContainText("Verified");
    await second.getByRole("button", { name: "Discard it" }).click();
    await expect(cardNamed(second, CHALLENGE), `kept for ${signedIn.email}`).toContainText("Verified");
  });
});
