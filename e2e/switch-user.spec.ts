import { randomUUID } from "node:crypto";
import type { BrowserContext } from "@playwright/test";
import { sealSession, sessionCookieName } from "@/lib/auth/session-cookie";
import { env } from "@/lib/env";
import { addCard } from "./card-form";
import { expect, test } from "./fixtures";

const VISA = "Visa ending in 4242";

async function signInAs(context: BrowserContext, userId: string) {
  const value = await sealSession({ userId, epoch: 0 });
  await context.addCookies([
    { name: sessionCookieName(), value, url: env().NEXTAUTH_URL, httpOnly: true, sameSite: "Lax" },
  ]);
}

test.describe("two people in one browser @verification", () => {
  test.use({ expectedErrors: [/401/] });

  test("the second is never shown a card of the first: not in an open tab, not by the back button", async ({
    page,
    context,
    signedIn,
    database,
  }) => {
    await addCard(page, "visa");
    await expect(page.getByText(VISA).first()).toBeVisible();
    await page.goto("/profile");

    const email = `second-${randomUUID()}@shoppers.example`;
    const second = await database.user.create({ data: { email, name: "Second Mate" } });
    const open = await context.newPage();
    await open.goto("/cards");
    await expect(open.getByRole("article", { name: VISA }), `of ${signedIn.email}`).toBeVisible();

    await signInAs(context, second.id);
    await page.goBack();
    await expect(page.getByText("No card on board yet")).toBeVisible();
    await expect(page.getByText(VISA)).toHaveCount(0);

    await open.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
    await expect(open.getByText("No card on board yet")).toBeVisible();
    await expect(open.getByText(VISA)).toHaveCount(0);
    await database.user.delete({ where: { id: second.id } });
  });

  test("after signing out, an open page of cards becomes the sign-in page", async ({
    page,
    context,
    signedIn,
  }) => {
    await addCard(page, "visa");
    await expect(page.getByRole("article"), signedIn.email).toHaveCount(1);
    await context.clearCookies();
    await page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
    await expect(page).toHaveURL(/\/sign-in/);
    await page.goBack();
    await expect(page.getByRole("article")).toHaveCount(0);
  });
});
