import type { Page } from "@playwright/test";
import { answerBank, bank } from "../../tests/support/bank";
import { addCard, cardNamed, expectDecline, pressSave, typeCard } from "../../tests/support/card-form";
import { expect, test } from "../../tests/support/fixtures";

const CHALLENGE = "Visa ending in 0101";

test.use({ expectedErrors: [/410|404|Failed to load resource/] });

/** Fills in and submits the form, and leaves the challenge unanswered. */
async function startChallenge(page: Page, scenario = "challenge") {
  await page.goto("/cards/new");
  await typeCard(page, scenario);
  await pressSave(page);
  await expect(bank(page).getByRole("button", { name: "Approve" })).toBeVisible();
}

test.describe("verification @verification", () => {
  for (const [scenario, last4] of [
    ["frictionless", "3055"],
    ["frictionless-fingerprint", "3063"],
    ["no-3ds", "0119"],
  ] as const) {
    test(`a card of the scenario ${scenario} is verified without a challenge`, async ({ page, signedIn }) => {
      await addCard(page, scenario);
      await expect(cardNamed(page, `Visa ending in ${last4}`), signedIn.email).toContainText("Verified");
    });
  }

  for (const [scenario, last4] of [
    ["v1-only", "3238"],
    ["v2-only", "0259"],
  ] as const) {
    test(`a card of the scenario ${scenario} is verified when the shopper approves the challenge`, async ({
      page,
      signedIn,
    }) => {
      await startChallenge(page, scenario);
      await answerBank(page, "Approve");
      await expect(cardNamed(page, `Visa ending in ${last4}`), signedIn.email).toContainText("Verified");
    });
  }

  test("a full-page challenge returns to the shop and the card is saved", async ({ page, signedIn }) => {
    await page.goto("/cards/new");
    await typeCard(page, "v1-full-page");
    await pressSave(page);
    await page.getByRole("button", { name: "Approve" }).click();
    await expect(cardNamed(page, "Visa ending in 0110"), signedIn.email).toContainText("Verified");
  });

  test("a card whose verification stays pending cannot be the default and can be deleted", async ({
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

  test("a verification with an unknown result shows the card as not confirmed", async ({
    page,
    signedIn,
  }) => {
    await addCard(page, "unknown");
    const notice = page.getByRole("status").filter({ hasText: "your bank has not confirmed it yet" });
    await expect(notice).toHaveText("Visa ending in 0045 is here, but your bank has not confirmed it yet.");
    await expect(page.getByText("Visa ending in 0045 is saved.")).toHaveCount(0);
    await expect(cardNamed(page, "Visa ending in 0045"), signedIn.email).toContainText("Not confirmed");
  });

  test("the form can be used again after the shopper cancels a challenge", async ({ page, signedIn }) => {
    await page.goto("/cards/new");
    await typeCard(page, "challenge-hangs");
    await pressSave(page);
    await expect(page.locator("#processoutjs-action-modal")).toBeVisible();
    await page.locator("#processoutjs-action-modal").getByText("Cancel", { exact: true }).click();
    await expectDecline(page, "The bank's check was closed");
    await addCard(page, "visa");
    await expect(page.getByRole("article"), signedIn.email).toHaveCount(1);
  });
});

test.describe("an unfinished attempt @verification", () => {
  for (const [press, next] of [
    ["Start again", "/cards/new"],
    ["Discard it", "/cards"],
  ] as const) {
    test(`an unfinished attempt is shown when the shopper returns, and ends with "${press}"`, async ({
      page,
      signedIn,
      database,
      processout,
    }) => {
      await startChallenge(page);
      await page.goto("/cards");
      await expect(page.getByRole("heading", { name: "Unfinished card verification" })).toBeVisible();
      await expect(page.getByRole("article"), "the card is not listed yet").toHaveCount(0);
      await page.getByRole("button", { name: press }).click();
      await expect(page).toHaveURL(next);
      await expect(page.getByRole("heading", { name: "Unfinished card verification" })).toHaveCount(0);

      const row = await database.savedCard.findFirstOrThrow({ where: { userId: signedIn.id } });
      expect(row.state).toBe("failed");
      const find = processout.tokens.find(row.customerId, String(row.tokenId));
      await expect(find, "deleted at ProcessOut").rejects.toThrow("resource.token.not-found");
    });
  }

  test("a cancelled attempt is saved when ProcessOut recorded a success before", async ({
    page,
    signedIn,
    database,
    processout,
    sandbox,
  }) => {
    await startChallenge(page);
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

  test("an unfinished attempt is shown on a second device and can be finished on the first", async ({
    page,
    context,
    signedIn,
  }) => {
    await startChallenge(page);
    const second = await context.newPage();
    await second.goto("/cards/new");
    await expect(second.getByText("Unfinished card verification")).toBeVisible();
    await page.bringToFront();
    await answerBank(page, "Approve");
    await expect(cardNamed(page, CHALLENGE)).toContainText("Verified");
    await second.goto("/cards");
    await expect(cardNamed(second, CHALLENGE), `kept for ${signedIn.email}`).toContainText("Verified");
  });
});
