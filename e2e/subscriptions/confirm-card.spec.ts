import { makeViewer } from "@/lib/auth/viewer";
import { startConfirmation } from "@/lib/cards/confirm-card";
import { answerBank } from "../../tests/support/bank";
import { giveCard } from "../../tests/support/cards";
import { chooseCard, chosenCardButton } from "../../tests/support/checkout";
import { expect, test } from "../../tests/support/fixtures";
import { authorizeInBrowser } from "../../tests/support/orders";
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
  await chosenCardButton(page).click();
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(page.getByText("Visa ending in 0101")).toBeVisible();
});

test("a card that is confirmed in another browser shows as confirmed on the open page @wild @payments", async ({
  page,
  signedIn,
  sandbox,
}) => {
  await giveSubscription(signedIn, sandbox);
  const card = await giveCard(signedIn, sandbox, "mastercard");
  await page.clock.install();
  await page.goto(`/cards/${card.id}/confirm`);
  await expect(page.getByRole("button", { name: "Confirm with your bank" })).toBeEnabled();
  const started = await startConfirmation(makeViewer(signedIn.id), card);
  if (started.kind !== "started") throw new Error("The card is confirmed already");
  await authorizeInBrowser(started.invoiceId, started.source);
  await page.clock.runFor(31_000);
  await expect(page.getByText("Your bank has confirmed Mastercard ending in 4444.")).toBeVisible();
});
