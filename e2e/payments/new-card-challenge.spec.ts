import { answerBank } from "../../tests/support/bank";
import { typeCard } from "../../tests/support/card-form";
import { addToCart, expectNotPaid, expectPaid, openCheckout, payButton } from "../../tests/support/checkout";
import { expect, test } from "../../tests/support/fixtures";
import { press } from "../../tests/support/press";

const ENDINGS = [
  { answer: "Decline", sentence: "could not confirm that it was you" },
  { answer: "Cancel", sentence: "closed before it ended" },
] as const;

test.describe("a new card with a challenge @payments", () => {
  test.use({ expectedErrors: [/status of 410 .*\/invoices\//] });

  for (const { answer, sentence } of ENDINGS) {
    test(`is not kept after ${answer}, and is kept when a second attempt succeeds`, async ({
      page,
      signedIn,
      database,
      processout,
    }) => {
      await addToCart(page, "landfall");
      await openCheckout(page);
      await typeCard(page, "challenge");
      await page.getByRole("checkbox", { name: "Save it for next time" }).check();
      await press(payButton(page));
      await answerBank(page, answer);
      await expectNotPaid(page, sentence);

      const other = await page.context().newPage();
      await other.goto("/cards");
      await expect(other.getByRole("heading", { name: "No cards yet" })).toBeVisible();
      await expect(other.getByRole("article")).toHaveCount(0);
      const { customerId } = await database.processOutCustomer.findFirstOrThrow({
        where: { userId: signedIn.id },
      });
      const tokens = () => processout.tokens.list(String(customerId));
      expect((await tokens().next()).done, "no token is left at ProcessOut").toBe(true);

      await page.bringToFront();
      await press(payButton(page));
      await answerBank(page, "Approve");
      await expectPaid(page);
      expect((await tokens().next()).done, "the token is kept").toBe(false);
    });
  }

  test("pays for a guest, and is not kept anywhere", async ({ page, database }) => {
    await addToCart(page, "landfall");
    await openCheckout(page);
    await typeCard(page, "challenge");
    await press(payButton(page));
    await answerBank(page, "Approve");
    await expectPaid(page);
    const guestKey = new URL(page.url()).pathname.split("/").at(-1);
    const order = await database.order.findFirstOrThrow({
      where: { guestKey },
      include: { payments: true },
    });
    expect(order).toMatchObject({
      userId: null,
      payments: [{ state: "captured", customerId: null, savedCardId: null }],
    });
  });
});
