import { sendMails } from "@/app/jobs";
import { makeViewer } from "@/lib/auth/viewer";
import { monthAfter, remindExpiringCards } from "@/lib/cards/jobs";
import { saveCardUnverified } from "@/lib/cards/save-card";
import { wake } from "@/lib/jobs/queue";
import { now } from "@/lib/platform/clock";
import { addCard, cardNamed } from "../../tests/support/card-form";
import { addToCart, expectPaid, giveCard, openCheckout, payButton } from "../../tests/support/checkout";
import { expect, test } from "../../tests/support/fixtures";
import { expectMails, letter, openMail, SCRIPTLESS_FRAME } from "../../tests/support/outbox";

test.describe("mails @payments", () => {
  test.use({ expectedErrors: [SCRIPTLESS_FRAME] });

  test("a card that was added is told of, and one that was removed", async ({ page, signedIn }) => {
    await addCard(page, "visa");
    await expect(cardNamed(page, "Visa ending in 4242")).toContainText("Verified");
    await expectMails(page, signedIn.email, [/Visa ending in 4242 was added/]);
    await expect(letter(page, "was added").getByText("We keep no card number")).toBeVisible();

    await page.goto("/cards");
    await page.getByRole("button", { name: "Delete Visa ending in 4242" }).click();
    await page.getByRole("button", { name: "Delete card" }).click();
    await expect(cardNamed(page, "Visa ending in 4242")).toHaveCount(0);
    await expectMails(page, signedIn.email, [
      /Visa ending in 4242 was removed/,
      /Visa ending in 4242 was added/,
    ]);
  });

  test("a payment brings one receipt, with what was bought and the way to the order", async ({
    page,
    signedIn,
    sandbox,
    database,
  }) => {
    await giveCard(signedIn, sandbox);
    await addToCart(page, "landfall");
    await openCheckout(page);
    const email = `receipts-${signedIn.id}@shoppers.example`;
    await page.getByLabel("E-mail").fill(email);
    await payButton(page).click();
    await expectPaid(page);
    const { id, number } = await database.order.findFirstOrThrow({ where: { userId: signedIn.id } });

    await expectMails(page, email, [new RegExp(`Your receipt for HC-${10_000 + number}: €12.50`)]);
    await expect(letter(page, "Your receipt").getByText("charged to Visa ending in 4242")).toBeVisible();
    const link = letter(page, "Your receipt").getByRole("link", { name: "See your order" });
    expect(await link.getAttribute("href")).toContain(`/orders/${id}`);

    // Whoever finds out again that it is paid queues nothing.
    await database.order.update({ where: { id }, data: { receiptAt: null } });
    await wake(sendMails);
    await expect
      .poll(async () => (await database.order.findUniqueOrThrow({ where: { id } })).receiptAt)
      .not.toBeNull();
    expect(await database.queuedMail.count({ where: { to: email } })).toBe(1);
    await expectMails(page, email, [/Your receipt/]);
  });

  test("a card that ends next month is told of once", async ({ page, signedIn, sandbox, database }) => {
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
