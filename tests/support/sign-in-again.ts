import type { BrowserContext, Page } from "@playwright/test";
import { expect, signInAs } from "./fixtures";

/** Signs out with the account menu, in a tab of its own. */
export async function signOutInAnotherTab(context: BrowserContext): Promise<void> {
  const other = await context.newPage();
  await other.goto("/profile");
  await other.getByRole("button", { name: /account menu/ }).click();
  await other.getByRole("button", { name: "Sign out", exact: true }).click();
  await expect(other.getByRole("button", { name: /account menu/ })).toBeHidden();
  await other.close();
}

/** Follows the link to sign in, signs in, and is led back by the sign-in page. */
export async function signInAndContinue(
  page: Page,
  user: { id: string },
  link = "Sign in and continue",
): Promise<void> {
  await page.getByRole("link", { name: link }).click();
  await expect(page).toHaveURL(/\/sign-in\?callbackUrl=/);
  await signInAs(page.context(), user);
  await page.reload();
  await expect(page).not.toHaveURL(/\/sign-in/);
}
