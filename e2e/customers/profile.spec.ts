import { expect, test } from "../../tests/support/fixtures";

test.describe("the profile @vault", () => {
  test("the profile keeps what the shopper fills in", async ({ page, signedIn }) => {
    await page.goto("/profile");
    await expect(page.getByRole("textbox", { name: "E-mail" })).toHaveValue(signedIn.email);
    await page.getByRole("textbox", { name: "Name" }).fill("Sol Okafor");
    await page.getByLabel("Dialling code").fill("0047");
    await page.getByLabel("Phone").fill("412 34 567");
    await page.getByLabel("Address").fill("Strandgaten 18");
    await page.getByLabel("City").fill("Bergen");
    await page.getByLabel("Country").selectOption("Norway");
    await page.getByRole("button", { name: "Save" }).click();
    await expect(page.getByRole("status").filter({ hasText: "Saved." })).toBeVisible();
    await expect(page.getByRole("button", { name: /Sol.*account menu/ })).toBeVisible();

    await page.reload();
    await expect(page.getByLabel("Dialling code")).toHaveValue("+47");
    await expect(page.getByLabel("Phone")).toHaveValue("41234567");
    await expect(page.getByLabel("Country")).toHaveValue("NO");
  });

  test("the profile shows each error beside its field and keeps what was typed", async ({
    page,
    signedIn,
  }) => {
    await page.goto("/profile");
    const name = page.getByRole("textbox", { name: "Name" });
    await expect(name).toHaveValue(String(signedIn.name));
    await name.fill(" ");
    await page.getByLabel("Phone").fill("12ab");
    await page.getByLabel("Postcode").fill("x".repeat(17));
    await page.getByLabel("City").fill("Bergen");
    await page.getByLabel("Country").selectOption("Norway");
    await page.getByRole("button", { name: "Save" }).click();

    await expect(name).toBeFocused();
    await expect(name).toHaveAccessibleDescription("Enter your name.");
    await expect(page.getByLabel("Phone")).toHaveAccessibleDescription("Digits only, 14 at most.");
    await expect(page.getByLabel("Postcode")).toHaveAccessibleDescription("Keep it to 16 characters.");
    await expect(page.getByLabel("City")).toHaveValue("Bergen");
    await expect(page.getByLabel("Country")).toHaveValue("NO");

    await page.reload();
    await expect(page.getByLabel("City")).toHaveValue("");
  });

  test("the profile leads to sign-in without a session", async ({ page }) => {
    await page.goto("/profile");
    await expect(page).toHaveURL("/sign-in?callbackUrl=%2Fprofile");
  });
});
