import { DAY_MS } from "@/lib/platform/durations";
import { addCard, cardNamed } from "../../tests/support/card-form";
import { expect, test } from "../../tests/support/fixtures";

test.describe("verification that is answered a day later @verification", () => {
  test("a verification that succeeds later updates every open tab without a reload", async ({
    page,
    context,
    sandbox,
    signedIn,
  }) => {
    await addCard(page, "async-success");
    const other = await context.newPage();
    await other.goto("/cards");
    for (const tab of [page, other]) await expect(cardNamed(tab, "Visa ending in 0011")).toBeVisible();
    await sandbox.advanceClock(DAY_MS);
    for (const tab of [other, page]) {
      await tab.bringToFront();
      await expect(cardNamed(tab, "Visa ending in 0011"), signedIn.email).toContainText("Verified");
    }
  });

  test("a verification that is declined later deletes the token, and the shopper dismisses the card", async ({
    page,
    sandbox,
    signedIn,
    database,
  }) => {
    await addCard(page, "async-failure");
    await sandbox.advanceClock(DAY_MS);
    await expect(cardNamed(page, "Visa ending in 0029")).toContainText("Declined");
    const row = await database.savedCard.findFirstOrThrow({ where: { userId: signedIn.id } });
    expect(row).toMatchObject({ state: "declined", isChargeable: false });
    expect(row.removedAt, "deleted at ProcessOut").not.toBeNull();

    await page.getByRole("button", { name: "Dismiss Visa ending in 0029" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Dismiss" }).click();
    await expect(page.getByText("No cards yet")).toBeVisible();
  });
});
