import { answerBank } from "../../tests/support/bank";
import { giveCard } from "../../tests/support/cards";
import { chooseCard } from "../../tests/support/checkout";
import { expect, test } from "../../tests/support/fixtures";
import { giveSubscription } from "../../tests/support/subscriptions";

test("a card that was only saved pays for a subscription after the bank has confirmed it @wild @payments", async ({
  page,
  signedIn,
  sandbox,
}) => {
  const { id } = await giveSubscription(signedIn, sandbox);
  await giveCard(signedIn, sandbox, "challenge");
  await page.goto(`/subscriptions/${id}`);
  await page.getByRole("button", { name: "Change card" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByRole("radio")).toHaveCount(1);
  await dialog.getByRole("link", { name: "Confirm Visa ending in 0101 with your bank" }).click();
  await page.getByRole("button", { name: "Confirm with your bank" }).click();
  await answerBank(page, "Approve");

  await expect(page).toHaveURL(`/subscriptions/${id}`);
  await page.getByRole("button", { name: "Change card" }).click();
  await chooseCard(dialog, "ending in 0101");
  await page.getByRole("button", { name: "Use this card" }).click();
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(page.getByText("Visa ending in 0101")).toBeVisible();
});
