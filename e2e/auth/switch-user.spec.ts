import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { addCard } from "../../tests/support/card-form";
import { expect, signInAs, test } from "../../tests/support/fixtures";

const VISA = "Visa ending in 4242";

/** Simulates the return to a background tab; repeated until the hydrated page reacts. */
async function comeBack(page: Page) {
  await expect(async () => {
    await Promise.all([
      page.waitForResponse(/\/cards\/pending$/, { timeout: 2_000 }),
      page.evaluate(() => document.dispatchEvent(new Event("visibilitychange"))),
    ]);
  }).toPass();
}

test.describe("two users in one browser @verification", () => {
  test.use({ expectedErrors: [/401|503/] });

  test("the second user never sees a card of the first, neither in an open tab nor with the back button", async ({
    page,
    context,
    signedIn,
    database,
  }) => {
    await addCard(page, "visa");
    await expect(page.getByText(VISA).first()).toBeVisible();
    await page.goto("/profile");

    const email = `second-${randomUUID()}@shoppers.example`;
    const second = await database.user.create({ data: { email, name: "Second User" } });
    const open = await context.newPage();
    await open.goto("/cards");
    await expect(open.getByRole("article", { name: VISA }), `of ${signedIn.email}`).toBeVisible();

    await signInAs(context, second);
    await page.goBack();
    await expect(page.getByText("No cards yet")).toBeVisible();
    await expect(page.getByText(VISA)).toHaveCount(0);

    await comeBack(open);
    await expect(open.getByText("No cards yet")).toBeVisible();
    await expect(open.getByText(VISA)).toHaveCount(0);
    await database.user.delete({ where: { id: second.id } });
  });

  test("after signing out, an open page of cards becomes the sign-in page, even if one request fails", async ({
    page,
    context,
    signedIn,
  }) => {
    await addCard(page, "visa");
    await expect(page.getByRole("article"), signedIn.email).toHaveCount(1);
    await context.clearCookies();
    await page.route("**/cards/pending", (route) => route.fulfill({ status: 503 }), { times: 1 });
    await comeBack(page);
    await expect(page).toHaveURL(/\/sign-in/);
    await page.goBack();
    await expect(page.getByRole("article")).toHaveCount(0);
  });
});
