import type { PrismaClient } from "@/prisma/generated/client";
import { addCard, cardNamed, pressSave, typeCard } from "../../tests/support/card-form";
import { expect, test } from "../../tests/support/fixtures";

const VISA = "Visa ending in 4242";
const MASTERCARD = "Mastercard ending in 4444";

/** The Customer of a shopper who has a card. */
async function customerOf(database: PrismaClient, userId: string): Promise<string> {
  const { customerId } = await database.processOutCustomer.findFirstOrThrow({ where: { userId } });
  return String(customerId);
}

test.describe("the page of saved cards @verification", () => {
  test("adding the same card again shows the saved one", async ({ page, signedIn, database }) => {
    await addCard(page, "visa");
    await page.goto("/cards/new");
    await typeCard(page, "visa");
    await pressSave(page);
    await expect(page.getByRole("heading", { name: "You have this card already" })).toBeVisible();
    expect(await database.savedCard.count({ where: { userId: signedIn.id } })).toBe(1);
  });

  test("another card becomes the default when the default card is deleted", async ({ page, signedIn }) => {
    await addCard(page, "visa");
    await addCard(page, "mastercard");
    await page.getByRole("button", { name: `Delete ${VISA}` }).click();
    await expect(page.getByRole("dialog")).toContainText("Another of your cards takes over");
    await page.getByRole("button", { name: "Delete card" }).click();
    await expect(cardNamed(page, MASTERCARD), signedIn.email).toContainText("Default");
  });

  test("a card that was saved without verification is marked as such and can pay", async ({
    page,
    signedIn,
    database,
  }) => {
    await page.goto("/cards/new");
    await page.getByText("Your bank checks the card now").click();
    await page.getByLabel("Save it without asking").check();
    await typeCard(page, "challenge");
    await pressSave(page);
    await expect(cardNamed(page, "Visa ending in 0101")).toContainText("Not yet verified");
    const row = await database.savedCard.findFirstOrThrow({ where: { userId: signedIn.id } });
    expect(row).toMatchObject({ verificationStatus: "not-requested", isChargeable: true });
  });

  test("a co-badged card shows the network that the shopper chose", async ({
    page,
    signedIn,
    database,
    processout,
  }) => {
    await page.goto("/cards/new");
    await typeCard(page, "carte-bancaire");
    await page
      .frameLocator('[data-processout-input="cc-number"] iframe')
      .getByRole("radio", { name: "Visa" })
      .check({ force: true });
    await pressSave(page);
    const card = cardNamed(page, "Visa ending in 0005");
    await expect(card).toContainText("Verified");
    await expect(
      card.getByRole("img", { name: "Carte Bancaire" }),
      "the other network beside it",
    ).toBeVisible();
    const row = await database.savedCard.findFirstOrThrow({ where: { userId: signedIn.id } });
    expect(row.preferredScheme).toBe("visa");
    const found = await processout.cards.find(String(row.cardId));
    expect(found.preferred_scheme).toBe("visa");
  });

  test("twenty-five cards are shown in pages, and an expired one is marked", async ({
    page,
    signedIn,
    processout,
    database,
    sandbox,
  }) => {
    await addCard(page, "mastercard");
    const customerId = await customerOf(database, signedIn.id);
    for (let n = 0; n < 24; n++) {
      const source = await sandbox.makeCard("visa", n === 23 ? { exp_month: 3, exp_year: 2025 } : {});
      const idempotencyKey = `many:${customerId}:${n}`;
      await processout.tokens.create(customerId, { source }, { idempotencyKey });
    }
    await page.goto("/cards");
    await expect(page.getByRole("article")).toHaveCount(12);
    const expired = page.getByRole("article").filter({ hasText: "Expired" });
    await expect(expired).toHaveCount(1);
    await page.getByRole("link", { name: "Older" }).click();
    await expect(page.getByText("Page 2 of 3")).toBeVisible();
    await page.getByRole("link", { name: "Older" }).click();
    await expect(page.getByRole("article")).toHaveCount(1);
  });

  test("the cards as last read are shown, with their date and disabled buttons, when ProcessOut cannot be reached", async ({
    page,
    signedIn,
    database,
    sandbox,
  }) => {
    await addCard(page, "visa");
    const customerId = await customerOf(database, signedIn.id);
    await sandbox.addFault({
      match: `GET /customers/${customerId}/tokens`,
      kind: "status",
      status: 503,
      times: 50,
    });
    await page.goto("/cards");
    await expect(page.getByText("We cannot reach our payment partner just now")).toBeVisible();
    await expect(page.getByText(/as they were on .* UTC/)).toBeVisible();
    await expect(cardNamed(page, VISA)).toBeVisible();
    await expect(page.getByRole("button", { name: `Delete ${VISA}` })).toBeDisabled();

    await sandbox.removeFaults();
    await page.reload();
    await expect(page.getByRole("button", { name: `Delete ${VISA}` })).toBeEnabled();
  });

  test("the next card creates a new Customer after the Customer was deleted at ProcessOut", async ({
    page,
    signedIn,
    processout,
    database,
  }) => {
    await addCard(page, "visa");
    const lost = await customerOf(database, signedIn.id);
    await processout.customers.delete(lost, { idempotencyKey: `gone:${lost}` });
    await page.goto("/cards");
    await expect(page.getByText("No cards yet")).toBeVisible();
    await addCard(page, "mastercard");
    await expect(page.getByRole("article")).toHaveCount(1);
    const row = await database.processOutCustomer.findFirstOrThrow({ where: { userId: signedIn.id } });
    expect(row.generation).toBe(2);
    expect(row.customerId).not.toBe(lost);
  });

  test("another user's card is not found when its id is put into the form", async ({
    page,
    signedIn,
    database,
  }) => {
    const stranger = await database.user.create({
      data: { email: `stranger-${signedIn.id}@shoppers.example` },
    });
    const card = await database.savedCard.create({
      data: {
        userId: stranger.id,
        projectId: "test-proj_gAO1Uu0ysZJvDuUpOGPkUBeE3pGalk3x",
        customerId: "cust_of_a_stranger",
        tokenId: `tok_${stranger.id}`,
        state: "attached",
        startedAt: new Date(),
      },
    });
    await addCard(page, "visa");
    await page.getByRole("button", { name: `Delete ${VISA}` }).click();
    await page
      .locator("dialog[open] input[name=id]")
      .evaluate((input, id) => input.setAttribute("value", id), card.id);
    await page.getByRole("button", { name: "Delete card" }).click();
    await expect(page.getByRole("alert").filter({ hasText: "We could not find that card." })).toBeVisible();
    const kept = await database.savedCard.findUniqueOrThrow({ where: { id: card.id } });
    expect(kept.state).toBe("attached");
    await database.user.delete({ where: { id: stranger.id } });
  });
});
