import { makeViewer } from "@/lib/auth/viewer";
import { startCard } from "@/lib/cards/save-card";
import { answerBank } from "../../tests/support/bank";
import {
  addCard,
  cardNamed,
  expectDecline,
  numberOf,
  pressSave,
  typeCard,
} from "../../tests/support/card-form";
import { expect, test } from "../../tests/support/fixtures";

const VISA = "Visa ending in 4242";
const MASTERCARD = "Mastercard ending in 4444";

test.describe("saved cards @vault", () => {
  test.beforeEach(async ({ page, signedIn }) => {
    await page.goto("/cards");
    await expect(page.getByText("No cards yet"), `for ${signedIn.email}`).toBeVisible();
  });

  test("opening the form creates no Customer at ProcessOut", async ({ page, signedIn, database }) => {
    await page.getByRole("main").getByRole("link", { name: "Add a card" }).first().click();
    await expect(page.getByRole("button", { name: "Save card" })).toBeVisible();
    const customers = await database.processOutCustomer.count({ where: { userId: signedIn.id } });
    expect(customers).toBe(0);
  });

  test("the form shows what the shopper agrees to, and it is kept with the card @wild", async ({
    page,
    signedIn,
    database,
  }) => {
    await page.goto("/cards/new");
    await expect(page.getByRole("button", { name: "Save card" })).toHaveAccessibleDescription(
      /By saving it I agree: .*charged only when I agree to a payment/,
    );
    await typeCard(page, "visa");
    await pressSave(page);
    await expect(cardNamed(page, VISA)).toBeVisible();
    const { id: savedCardId } = await database.savedCard.findFirstOrThrow({ where: { userId: signedIn.id } });
    expect(await database.cardConsent.findMany({ where: { userId: signedIn.id } })).toMatchObject([
      { version: "cards-1", savedCardId },
    ]);
  });

  test("a shopper saves a card with a challenge", async ({ page, signedIn, database }) => {
    await page.getByRole("main").getByRole("link", { name: "Add a card" }).first().click();
    await typeCard(page, "challenge");
    await pressSave(page);
    await expect(page.getByRole("button", { name: "Your bank is checking…" })).toBeVisible();
    await answerBank(page, "Approve");

    const card = cardNamed(page, "Visa ending in 0101");
    await expect(card).toContainText("Verified");
    await expect(card).toContainText("Default");
    await expect(card).toContainText("12/30");
    const row = await database.savedCard.findFirstOrThrow({ where: { userId: signedIn.id } });
    expect(row).toMatchObject({ state: "attached", verificationStatus: "success", isChargeable: true });
  });

  test("a typo is shown at its field before anything is sent", async ({ page, signedIn, database }) => {
    await page.goto("/cards/new");
    const number = page.frameLocator('[data-processout-input="cc-number"] iframe').getByLabel("Card number");
    await number.click();
    await number.pressSequentially((await numberOf("visa")).replace(/.$/, "1"));
    await page.frameLocator('[data-processout-input="cc-cvc"] iframe').getByLabel("CVC").focus();
    await expect(page.getByText("The card number is not right.")).toBeVisible();
    await pressSave(page);
    await expect(page.getByText("Type the expiry date, month and year.")).toBeVisible();
    await expect(number).toBeFocused();
    expect(await database.savedCard.count({ where: { userId: signedIn.id } })).toBe(0);
  });

  test("an approval given in another browser shows on the open page of the attempt @wild", async ({
    page,
    signedIn,
    sandbox,
    processout,
    database,
  }) => {
    const cardId = await sandbox.makeCard("visa");
    const started = await startCard(makeViewer(signedIn.id), { cardId, makeDefault: false });
    if (started.kind !== "started") throw new Error(`The attempt is ${started.kind}`);
    await page.goto("/cards/new");
    await expect(page.getByRole("heading", { name: "Unfinished card verification" })).toBeVisible();
    const { customerId, tokenId, attemptId } = started;
    const idempotencyKey = `attach:${attemptId}`;
    await processout.tokens.update(customerId, tokenId, { source: cardId, verify: true }, { idempotencyKey });
    await expect(page.getByRole("button", { name: "Save card" })).toBeVisible({ timeout: 60_000 });
    const where = { id: attemptId };
    expect(await database.savedCard.findUniqueOrThrow({ where })).toMatchObject({ state: "attached" });
  });

  test("a second card does not replace the default until the shopper chooses it", async ({ page }) => {
    await addCard(page, "visa");
    await addCard(page, "mastercard");
    await expect(cardNamed(page, VISA)).toContainText("Default");
    await page.getByRole("button", { name: `Make default: ${MASTERCARD}` }).click();
    await expect(page.getByText(`${MASTERCARD} is your default card now.`)).toBeVisible();
    await page.reload();
    await expect(cardNamed(page, MASTERCARD)).toContainText("Default");
    await expect(cardNamed(page, VISA)).not.toContainText("Default");
  });

  test("a new card becomes the default when the shopper checks the box", async ({ page }) => {
    await addCard(page, "visa");
    await page.goto("/cards/new");
    await typeCard(page, "mastercard");
    await page.getByLabel("Make this my default card").check();
    await pressSave(page);
    await expect(cardNamed(page, MASTERCARD)).toContainText("Default");
  });

  for (const nickname of ["Household", "🛥️ la barque", "כרטיס של הסירה", '<b onclick="x()">&amp;']) {
    test(`a card can have the nickname "${nickname}"`, async ({ page }) => {
      await addCard(page, "visa");
      await page.getByRole("button", { name: `Rename ${VISA}` }).click();
      await page.getByLabel("Nickname").fill(nickname);
      await page.getByRole("button", { name: "Save name" }).click();
      await expect(page.getByText(`Nickname of ${VISA} saved.`)).toBeVisible();
      await page.reload();
      await expect(cardNamed(page, VISA).locator("p bdi")).toHaveText(nickname);
    });
  }

  test("a nickname of 300 characters is rejected beside its field", async ({ page }) => {
    await addCard(page, "visa");
    await page.getByRole("button", { name: `Rename ${VISA}` }).click();
    await page.getByLabel("Nickname").fill("x".repeat(300));
    await page.getByRole("button", { name: "Save name" }).click();
    await expect(page.getByText("A nickname has at most 40 characters.")).toBeVisible();
    await expect(page.getByLabel("Nickname")).toHaveValue("x".repeat(300));
  });

  test("each card is deleted after a dialog that names it, the last one too", async ({
    page,
    processout,
    signedIn,
    database,
  }) => {
    await addCard(page, "visa");
    await addCard(page, "mastercard");
    for (const name of [VISA, MASTERCARD]) {
      await page.getByRole("button", { name: `Delete ${name}` }).click();
      await expect(page.getByRole("dialog")).toContainText(name);
      await page.getByRole("button", { name: "Delete card" }).click();
      await expect(page.getByText(`${name} is deleted.`)).toBeVisible();
      await expect(cardNamed(page, name)).toHaveCount(0);
    }
    await expect(page.getByText("No cards yet")).toBeVisible();
    const where = { userId: signedIn.id };
    const { customerId } = await database.processOutCustomer.findFirstOrThrow({ where });
    for await (const token of processout.tokens.list(customerId ?? ""))
      expect(token, "left at ProcessOut").toBeNull();
  });

  test("the back button after saving creates no second card", async ({ page, signedIn, database }) => {
    await addCard(page, "visa");
    await page.goBack();
    await expect(page).toHaveURL("/cards");
    await expect(page.getByRole("article")).toHaveCount(1);
    await page.goForward();
    await expect(page.getByText(`${VISA} is saved.`)).toBeVisible();
    await expect(page.getByRole("article")).toHaveCount(1);
    expect(await database.savedCard.count({ where: { userId: signedIn.id } })).toBe(1);
  });
});

test.describe("a card that is not saved @vault", () => {
  test.use({ expectedErrors: [/410|Failed to load resource/] });

  for (const [scenario, sentence] of [
    ["do-not-honor", "Your bank declined this card."],
    ["no-money", "There is not enough money on this card."],
    ["stolen", "This card cannot be used here."],
    ["failed-cvc", "The security code (CVC) is not right."],
  ] as const) {
    test(`a card of the scenario ${scenario} is declined with a sentence, and its token is deleted`, async ({
      page,
      signedIn,
      database,
    }) => {
      await page.goto("/cards/new");
      await typeCard(page, scenario);
      await pressSave(page);
      await expectDecline(page, sentence);
      const row = await database.savedCard.findFirstOrThrow({ where: { userId: signedIn.id } });
      expect(row.state).toBe("failed");
      expect(row.removedAt, "deleted at ProcessOut").not.toBeNull();

      await typeCard(page, "visa");
      await pressSave(page);
      await expect(cardNamed(page, VISA)).toContainText("Verified");
      await expect(page.getByRole("article")).toHaveCount(1);
    });
  }

  test("a card is saved after its challenge was declined, then closed, then approved", async ({
    page,
    signedIn,
  }) => {
    await page.goto("/cards/new");
    await typeCard(page, "challenge");
    await pressSave(page);
    await answerBank(page, "Decline");
    await expectDecline(page, "Your bank could not confirm that it was you.");
    await pressSave(page);
    await answerBank(page, "Cancel");
    await expectDecline(page, "The bank's check was closed");
    await pressSave(page);
    await answerBank(page, "Approve");
    await expect(page.getByRole("article"), `of ${signedIn.email}`).toHaveCount(1);
  });

  test("a card is saved on the second try when the network fails during verification", async ({
    page,
    signedIn,
  }) => {
    await page.goto("/cards/new");
    await typeCard(page, "visa");
    await page.route("**/customers/*/tokens/*", (route) => route.abort("connectionreset"), { times: 1 });
    await pressSave(page);
    await expectDecline(page, "We could not reach the payment service.");
    await pressSave(page);
    await expect(page.getByRole("article"), `of ${signedIn.email}`).toHaveCount(1);
  });
});
