import { answerBank, bank } from "../../tests/support/bank";
import { cardNamed, pressSave, typeCard } from "../../tests/support/card-form";
import { expect, test } from "../../tests/support/fixtures";
import { signInAndContinue, signOutInAnotherTab } from "../../tests/support/sign-in-again";

// The attempt that goes on after signing in uses a card id which is used already.
test.use({ expectedErrors: [/Failed to load resource/] });

test.describe("a session that ends while a card is saved @wild @verification", () => {
  test("in another tab before Save: the page says so and leads back to it", async ({
    page,
    context,
    signedIn,
    database,
  }) => {
    await page.goto("/cards/new");
    await typeCard(page, "visa");
    await signOutInAnotherTab(context);
    await page.bringToFront();
    await pressSave(page);
    await expect(page.getByRole("alert").filter({ hasText: "You are signed out." })).toBeVisible();
    expect(await database.savedCard.count({ where: { userId: signedIn.id } })).toBe(0);

    await signInAndContinue(page, signedIn);
    await expect(page).toHaveURL("/cards/new");
    await typeCard(page, "visa");
    await pressSave(page);
    await expect(page).toHaveURL(/\/cards\?added=/);
  });

  test("during a challenge: signing in goes on with the attempt, and the card is saved", async ({
    page,
    signedIn,
    database,
  }) => {
    await page.goto("/cards/new");
    await typeCard(page, "challenge");
    await pressSave(page);
    await expect(bank(page).getByRole("button", { name: "Approve" })).toBeVisible();
    await database.session.deleteMany({ where: { userId: signedIn.id } });
    await answerBank(page, "Approve");
    await expect(page.getByRole("alert").filter({ hasText: "You are signed out." })).toBeVisible();

    await signInAndContinue(page, signedIn);
    await expect(cardNamed(page, "Visa ending in 0101")).toContainText("Verified");
    expect(await database.savedCard.count({ where: { userId: signedIn.id } })).toBe(1);
  });
});
