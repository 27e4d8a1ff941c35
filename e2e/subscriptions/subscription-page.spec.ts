import { cardNamed } from "../../tests/support/card-form";
import { expect, test } from "../../tests/support/fixtures";
import { giveSubscription } from "../../tests/support/subscriptions";

test.describe("the page of a subscription @payments", () => {
  test("lists all payments, page by page", async ({ page, signedIn, sandbox, database }) => {
    const { id: subscriptionId } = await giveSubscription(signedIn, sandbox);
    const {
      paidById: _,
      number: __,
      ...first
    } = await database.order.findFirstOrThrow({
      where: { subscriptionId },
    });
    const earlier = Array.from({ length: 12 }, (_, index) => {
      const at = new Date(Date.UTC(2021, index, 3));
      return { ...first, id: `${first.id}-${index}`, period: index + 2, placedAt: at, paidAt: at };
    });
    await database.order.createMany({ data: earlier });

    await page.goto(`/subscriptions/${subscriptionId}`);
    const payments = page.getByRole("region", { name: "All payments" });
    await expect(payments.getByRole("listitem")).toHaveCount(10);
    await payments.getByRole("link", { name: "Older" }).click();
    await expect(payments.getByRole("listitem")).toHaveCount(3);
    await expect(payments.getByRole("link", { name: "3 January 2021" })).toBeVisible();
    await payments.getByRole("link", { name: "Newer" }).click();
    await expect(payments.getByRole("listitem")).toHaveCount(10);
    await page.goto(`/subscriptions/${subscriptionId}?page=none`);
    await expect(payments.getByRole("listitem")).toHaveCount(10);
    await page.goto(`/subscriptions/${subscriptionId}?page=999`);
    await expect(payments.getByRole("listitem")).toHaveCount(3);
  });

  test("the only card of a subscription cannot be deleted", async ({ page, signedIn, sandbox }) => {
    const { id } = await giveSubscription(signedIn, sandbox);
    await page.goto("/cards");
    await cardNamed(page, "Visa ending in 4242")
      .getByRole("button", { name: /^Delete/ })
      .click();
    const dialog = page.getByRole("dialog");
    await expect(dialog.getByText("This card pays for Landfall")).toBeVisible();
    await expect(dialog.getByText("Without a card it would stop.")).toBeVisible();
    await expect(dialog.getByRole("button", { name: /delete/i })).toHaveCount(0);
    // As in a request that this form cannot send.
    await dialog.locator("form").evaluate((form: HTMLFormElement) => form.requestSubmit());
    await expect(dialog.getByRole("alert")).toContainText("Choose another card for it first.");
    await dialog.getByRole("link", { name: "Add another card first" }).click();
    await expect(page).toHaveURL("/cards/new");
    await page.goto(`/subscriptions/${id}`);
    await expect(page.getByText("Visa ending in 4242")).toBeVisible();
  });
});
