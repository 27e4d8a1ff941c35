import { expectDecline, pressSave, typeCard } from "../../tests/support/card-form";
import { useUpAttempts } from "../../tests/support/cards";
import { expect, signInAs } from "../../tests/support/fixtures";
import { officeTable } from "../../tests/support/office-tables";
import { test } from "../../tests/support/staff";
import { createUser } from "../../tests/support/users";

test("staff see which limit stopped which account and where, and nothing of the card @wild", async ({
  page,
  browser,
  database,
}) => {
  const tester = await createUser({ name: "Ada Tester" });
  const elsewhere = await browser.newContext();
  await signInAs(elsewhere, tester);
  const other = await elsewhere.newPage();
  await useUpAttempts(tester);
  await other.goto("/cards/new");
  await typeCard(other, "mastercard");
  await pressSave(other);
  await expectDecline(other, "Too many tries with cards");
  await elsewhere.close();

  await page.goto("/office");
  const list = officeTable(page, "Stopped attempts");
  const entry = list.locator("tbody tr").filter({ hasText: tester.email });
  await expect(entry).toContainText("Add a card");
  await expect(entry).toContainText("Stopped once");
  await expect(entry).toContainText("Limit of the account");
  await expect(entry).not.toContainText(/4242|4444|mastercard/i);
  await entry.getByRole("link", { name: tester.email }).click();
  await expect(page.getByRole("heading", { name: "Ada Tester" })).toBeVisible();
  await database.user.deleteMany({ where: { id: tester.id } });
});
