import { expectDecline, pressSave, typeCard } from "../../tests/support/card-form";
import { useUpAttempts } from "../../tests/support/cards";
import { addToCart, expectNotPaid, expectPaid, openCheckout, payButton } from "../../tests/support/checkout";
import { expect, test } from "../../tests/support/fixtures";
import { press } from "../../tests/support/press";

const SENTENCE =
  "Too many tries with cards in the last hour, so your bank was not asked and nothing was charged.";

test.describe("card testing @payments", () => {
  test("is stopped everywhere in an account with one sentence, and other shoppers still pay @wild", async ({
    page,
    browser,
    signedIn,
    database,
  }) => {
    await useUpAttempts(signedIn);
    await addToCart(page, "landfall");
    await openCheckout(page);
    await typeCard(page, "visa");
    await press(payButton(page));
    await expectNotPaid(page, SENTENCE);
    expect(await database.payment.count({ where: { order: { userId: signedIn.id } } })).toBe(0);

    await page.goto("/cards/new");
    await typeCard(page, "visa");
    await pressSave(page);
    await expectDecline(page, SENTENCE);
    expect(await database.savedCard.count({ where: { userId: signedIn.id } })).toBe(0);

    const elsewhere = await browser.newContext();
    const other = await elsewhere.newPage();
    await addToCart(other, "landfall");
    await openCheckout(other);
    await typeCard(other, "visa");
    await press(payButton(other));
    await expectPaid(other);
    await elsewhere.close();
  });
});
