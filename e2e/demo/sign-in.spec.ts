import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { expect, signInAs, test } from "../../tests/support/fixtures";

const account = (page: Page) => page.getByRole("button", { name: /account menu/ });

test.describe("signing in @vault", () => {
  for (const { name, wallet } of [
    { name: "Maren Holt", wallet: "2 saved cards" },
    { name: "Theo Adeyemi", wallet: "No cards yet" },
    { name: "Inês Carvalho", wallet: "1 saved card" },
    { name: "Kit Vance", wallet: "Staff" }, // eject: office
  ]) {
    test(`${name} signs in with one click and arrives at the requested page`, async ({ page }) => {
      await page.goto("/profile");
      const persona = page.getByRole("listitem").filter({ hasText: name });
      await expect(persona).toContainText(wallet);
      await persona.getByRole("button", { name }).click();
      await expect(page).toHaveURL("/profile");
      await expect(page.getByRole("textbox", { name: "Name" })).toHaveValue(name);
    });
  }

  test("a fourth sign-in link in a row is not sent, and the response does not say so", async ({ page }) => {
    const address = newAddress();
    for (const _attempt of [1, 2, 3, 4]) {
      await requestLink(page, address, "/cards");
      await expect(page.getByRole("heading", { name: "Check your e-mail" })).toBeVisible();
    }
    await page.goto(`/outbox?to=${address}`);
    await expect(page.locator("summary").filter({ hasText: address })).toHaveCount(3);
  });

  test("a callback URL on another site is not followed after signing in", async ({ page }) => {
    await page.goto("/sign-in?callbackUrl=https://evil.example/cards");
    await page.getByRole("button", { name: "Theo Adeyemi" }).click();
    await expect(account(page)).toBeVisible();
    await expect(page).toHaveURL("/");
  });

  test("the sign-in form works without script", async ({ browser }) => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto("/profile");
    await page.getByRole("button", { name: "Theo Adeyemi" }).click();
    await expect(page).toHaveURL("/profile");
    await expect(page.getByRole("textbox", { name: "Name" })).toHaveValue("Theo Adeyemi");
    await context.close();
  });
});

test.describe("a link by e-mail @vault", () => {
  // The e-mail's frame runs no script, and the browser reports that when Playwright reads it.
  test.use({ expectedErrors: [/Blocked script execution in 'about:srcdoc'/] });

  test("a sign-in link signs in a new user once", async ({ page }) => {
    const address = newAddress();
    await requestLink(page, address, "/profile");
    await page.goto(`/outbox?to=${address}`);
    const link = page.frameLocator("iframe").getByRole("link", { name: "Sign in" });
    const href = String(await link.getAttribute("href"));
    await link.click();
    await page.getByRole("button", { name: "Sign in", exact: true }).click();
    await expect(page).toHaveURL("/profile");
    await expect(page.getByRole("textbox", { name: "E-mail" })).toHaveValue(address);

    await page.context().clearCookies();
    await page.goto(href);
    await page.getByRole("button", { name: "Sign in", exact: true }).click();
    await expect(page.getByRole("alert").filter({ hasText: "used already" })).toBeVisible();
    await expect(account(page)).toBeHidden();
  });
});

test.describe("a link that is opened by a program, or in another person's browser @wild", () => {
  test.use({ expectedErrors: [/Blocked script execution in 'about:srcdoc'/] });

  test("a mail scanner that opens a sign-in link does not use it up, and another account is asked first", async ({
    page,
    signedIn,
    playwright,
    baseURL,
  }) => {
    const address = newAddress();
    await page.context().clearCookies();
    await requestLink(page, address, "/profile");
    await page.goto(`/outbox?to=${address}`);
    const link = page.frameLocator("iframe").getByRole("link", { name: "Sign in" });
    const href = String(await link.getAttribute("href"));
    const scanner = await playwright.request.newContext({ baseURL });
    const { search } = new URL(href);
    for (const url of [href, `/api/auth/callback/email${search}`]) {
      await scanner.head(url);
      await scanner.get(url);
      await scanner.post(url, { form: {}, maxRedirects: 0 });
    }
    await scanner.dispose();

    await signInAs(page.context(), signedIn);
    await page.goto(href);
    await expect(page.getByText(`You are signed in as ${signedIn.email}`)).toBeVisible();
    await page.getByRole("button", { name: "Change the account" }).click();
    await expect(page).toHaveURL("/profile");
    await expect(page.getByRole("textbox", { name: "E-mail" })).toHaveValue(address);
  });

  test("a browser that lost its cookies after it opened a sign-in link is told to press once more", async ({
    page,
  }) => {
    const address = newAddress();
    await page.context().clearCookies();
    await requestLink(page, address, "/profile");
    await page.goto(`/outbox?to=${address}`);
    const link = page.frameLocator("iframe").getByRole("link", { name: "Sign in" });
    await page.goto(String(await link.getAttribute("href")));
    await page.context().clearCookies();
    const press = page.getByRole("button", { name: "Sign in", exact: true });
    await press.click();
    await expect(page.getByText("You are not signed in yet")).toBeVisible();
    await press.click();
    await expect(page).toHaveURL("/profile");
    await expect(page.getByRole("textbox", { name: "E-mail" })).toHaveValue(address);
  });

  test("an address with a display name is refused with a sentence", async ({ page }) => {
    await page.goto("/sign-in");
    // The browser would refuse it before it is sent.
    await page.locator("form", { has: page.getByLabel("E-mail") }).evaluate((form: HTMLFormElement) => {
      form.noValidate = true;
    });
    await page.getByLabel("E-mail").fill("Ada <ada@shoppers.example>");
    await page.getByRole("button", { name: "Send the link" }).click();
    await expect(page.getByText("Enter one e-mail address")).toBeVisible();
  });
});

/** An address that no other test uses. */
const newAddress = () => `new-${randomUUID()}@example.com`;

async function requestLink(page: Page, address: string, returnTo: string) {
  await page.goto(`/sign-in?${new URLSearchParams({ callbackUrl: returnTo })}`);
  await page.getByLabel("E-mail").fill(address);
  await page.getByRole("button", { name: "Send the link" }).click();
  await page.waitForURL("/sign-in/sent**");
}
