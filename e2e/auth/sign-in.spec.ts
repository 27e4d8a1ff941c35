import type { Page } from "@playwright/test";
import { sessionCookieName } from "@/lib/auth/cookies";
import { expect, signInAs, test } from "../../tests/support/fixtures";

const account = (page: Page) => page.getByRole("button", { name: /account menu/ });

test.describe("signing out @vault", () => {
  test("after signing out, the back button shows no page of the account", async ({ page, signedIn }) => {
    await page.goto("/profile");
    await expect(page.getByRole("textbox", { name: "E-mail" })).toHaveValue(signedIn.email);
    await account(page).click();
    await page.getByRole("button", { name: "Sign out", exact: true }).click();
    await expect(page).toHaveURL("/");
    await expect(account(page)).toBeHidden();
    await page.goBack();
    await expect(page).toHaveURL(/\/sign-in/);
  });

  test("signing out ends the session of a copied cookie too, and not that of another browser @wild", async ({
    page,
    signedIn,
    browser,
  }) => {
    await page.goto("/profile");
    const copied = await browser.newContext({ storageState: await page.context().storageState() });
    const other = await browser.newContext();
    await signInAs(other, signedIn);
    await account(page).click();
    await page.getByRole("button", { name: "Sign out", exact: true }).click();
    await expect(page).toHaveURL("/");

    const copy = await copied.newPage();
    await copy.goto("/profile");
    await expect(copy).toHaveURL("/sign-in?callbackUrl=%2Fprofile");
    const elsewhere = await other.newPage();
    await elsewhere.goto("/profile");
    await expect(elsewhere.getByRole("textbox", { name: "E-mail" })).toHaveValue(signedIn.email);
    await copied.close();
    await other.close();
  });

  test("signing out everywhere ends the session of another browser too", async ({
    page,
    signedIn,
    browser,
    database,
  }) => {
    await page.goto("/profile");
    const other = await browser.newContext({ storageState: await page.context().storageState() });
    const elsewhere = await other.newPage();
    await elsewhere.goto("/profile");
    await expect(account(elsewhere)).toBeVisible();

    await page.getByRole("button", { name: "Sign out everywhere" }).click();
    await expect(page.getByText("signed out on every device")).toBeVisible();
    await expect(account(page)).toBeHidden();
    await elsewhere.reload();
    await expect(elsewhere).toHaveURL(/\/sign-in/);
    expect(await database.session.count({ where: { userId: signedIn.id } })).toBe(0);
    await other.close();
  });

  test("a session whose user was deleted is signed out", async ({ page, signedIn, database }) => {
    await database.user.delete({ where: { id: signedIn.id } });
    const response = await page.goto("/profile");
    expect(response?.status()).toBe(200);
    await expect(page).toHaveURL("/sign-in?callbackUrl=%2Fprofile");
  });

  test("a tampered session cookie leads to the sign-in page, not to an error", async ({ page, baseURL }) => {
    await page.context().addCookies([{ name: sessionCookieName(), value: "tampered", url: baseURL }]);
    const response = await page.goto("/profile");
    expect(response?.status()).toBe(200);
    await expect(page).toHaveURL(/\/sign-in\?callbackUrl=%2Fprofile/);
  });
});

test.describe("every page @vault", () => {
  test("a page has a nonce in its content security policy and is not cached", async ({ request }) => {
    const response = await request.get("/sign-in");
    const { "content-security-policy": policy, "cache-control": cache } = response.headers();
    expect(policy).toMatch(/script-src 'self' 'nonce-[\w+/=]+'/);
    expect(policy).not.toMatch(/script-src[^;]*unsafe/);
    expect(cache).toContain("no-store");
  });

  test("the health report answers for the database", async ({ request }) => {
    const response = await request.get("/api/health");
    expect(response.status()).toBe(200);
    expect(await response.json()).toMatchObject({ status: "ok", database: "ok" });
  });
});
