import { makeViewer } from "@/lib/auth/viewer";
import { monthAfter, remindExpiringCards } from "@/lib/cards/jobs";
import { saveCardUnverified } from "@/lib/cards/save-card";
import { wake } from "@/lib/jobs/queue";
import { now } from "@/lib/platform/clock";
import { addCard, cardNamed } from "../../tests/support/card-form";
import { expect, test } from "../../tests/support/fixtures";
import { expectMails, mailFrame, openMail, SCRIPTLESS_FRAME } from "../../tests/support/outbox";

test.describe("mails about cards", () => {
  test.use({ expectedErrors: [SCRIPTLESS_FRAME] });

  test("the shopper gets an e-mail when a card is added and when it is deleted", async ({
    page,
    signedIn,
  }) => {
    await addCard(page, "visa");
    await expect(cardNamed(page, "Visa ending in 4242")).toContainText("Verified");
    await expectMails(page, signedIn.email, [/Visa ending in 4242 was added/]);
    await expect(mailFrame(page, "was added").getByText("We keep no card number")).toBeVisible();

    await page.goto("/cards");
    await page.getByRole("button", { name: "Delete Visa ending in 4242" }).click();
    await page.getByRole("button", { name: "Delete card" }).click();
    await expect(cardNamed(page, "Visa ending in 4242")).toHaveCount(0);
    await expectMails(page, signedIn.email, [
      /Visa ending in 4242 was removed/,
      /Visa ending in 4242 was added/,
    ]);
  });

  test("the e-mail that a card expires next month is sent once, also after a crash", async ({
    page,
    signedIn,
    sandbox,
    database,
  }) => {
    const { expMonth: exp_month, expYear: exp_year } = monthAfter(await now());
    const cardId = await sandbox.makeCard("mastercard", { exp_month, exp_year });
    await saveCardUnverified(makeViewer(signedIn.id), { cardId, makeDefault: false });

    const expiryNotifiedFor = async () =>
      (await database.savedCard.findFirstOrThrow({ where: { userId: signedIn.id } })).expiryNotifiedFor;
    const month = `${exp_year}-${String(exp_month).padStart(2, "0")}`;
    for (const _ of ["the first time", "after a crash that forgot it"]) {
      await wake(remindExpiringCards);
      await expect.poll(expiryNotifiedFor, { timeout: 40_000 }).toBe(month);
      await openMail(page, signedIn.email, "Mastercard ending in 4444 is about to expire");
      await database.savedCard.updateMany({
        where: { userId: signedIn.id },
        data: { expiryNotifiedFor: null },
      });
    }
  });
});
