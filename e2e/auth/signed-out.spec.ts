import { expect, signInAs, test } from "../../tests/support/fixtures";
import { signInAndContinue, signOutInAnotherTab } from "../../tests/support/sign-in-again";
import { createUser } from "../../tests/support/users";

test.describe("a press on a page of an account @wild", () => {
  test("that was signed out in another tab keeps what was typed until it is signed in again", async ({
    page,
    context,
    signedIn,
  }) => {
    await page.goto("/profile");
    await page.getByRole("textbox", { name: "City" }).fill("Bergen");
    await signOutInAnotherTab(context);
    await page.bringToFront();
    await page.getByRole("button", { name: "Save" }).click();
    await expect(page.getByRole("alert").filter({ hasText: "You are signed out." })).toBeVisible();
    await expect(page.getByRole("textbox", { name: "City" })).toHaveValue("Bergen");

    await signInAndContinue(page, signedIn);
    await expect(page).toHaveURL("/profile");
    await expect(page.getByRole("textbox", { name: "City" })).toHaveValue("Bergen");
    await page.getByRole("button", { name: "Save" }).click();
    await expect(page.getByText("Saved.")).toBeVisible();
  });

  test("changes nothing of another account that has signed in meanwhile, nor shows it what was typed", async ({
    page,
    context,
    signedIn,
    database,
  }) => {
    await page.goto("/profile");
    await page.getByRole("textbox", { name: "City" }).fill("Bergen");
    const other = await createUser();
    await signInAs(context, other);
    await page.getByRole("button", { name: "Save" }).click();
    await expect(page.getByRole("alert").filter({ hasText: "The account has changed" })).toBeVisible();
    for (const { id } of [signedIn, other]) {
      expect(await database.user.findUniqueOrThrow({ where: { id } })).toMatchObject({ city: null });
    }
    await page.getByRole("button", { name: "Reload the page" }).click();
    await expect(page.getByRole("textbox", { name: "E-mail" })).toHaveValue(other.email);
    await expect(page.getByRole("textbox", { name: "City" })).toHaveValue("");
    await database.user.delete({ where: { id: other.id } });
  });
});
