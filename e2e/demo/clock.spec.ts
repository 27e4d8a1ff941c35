import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { makeViewer } from "@/lib/auth/viewer";
import { monthAfter } from "@/lib/cards/jobs";
import { saveCardUnverified } from "@/lib/cards/save-card";
import { now } from "@/lib/platform/clock";
import { DAY_MS } from "@/lib/platform/durations";
import { expect, test } from "../../tests/support/fixtures";
import { giveSubscription } from "../../tests/support/subscriptions"; // eject: subscriptions

const A_MONTH_MS = 28 * DAY_MS;

/** What the last move of the clock led to, below the demo bar. */
const news = (page: Page) => page.locator("#demo-news");

test.describe("the demo's clock @demo", () => {
  test("on a phone the bar is one line that opens the controls with the keyboard, and covers nothing", async ({
    page,
  }) => {
    await page.setViewportSize({ width: 375, height: 700 });
    await page.goto("/");
    const bar = page.getByRole("complementary", { name: "Demo" });
    expect((await bar.boundingBox())?.height).toBeLessThan(42);
    await page.getByRole("button", { name: "Demo" }).focus();
    await page.keyboard.press("Enter");
    const sheet = page.locator("#demo-sheet");
    for (const name of ["Maren", "Theo", "Inês", "+1 day", "+1 month", "Start over"]) {
      await expect(sheet.getByRole("button", { name })).toBeVisible();
    }
    await expect(sheet.getByRole("link", { name: "E-mails" })).toHaveAttribute("href", "/outbox");
    await expect(sheet.getByRole("link", { name: "Sandbox" })).toHaveAttribute("href", /\/_sandbox\/$/);
    const { violations } = await new AxeBuilder({ page }).include("#demo-sheet").analyze();
    expect(violations).toEqual([]);
    await page.keyboard.press("Escape");
    await expect(sheet).toBeHidden();
    await expect(page.getByRole("button", { name: "Demo" })).toBeFocused();
  });

  test("moving the clock moves the shop's time and the sandbox's, and the worker does what is then due", async ({
    page,
    signedIn,
    sandbox,
  }) => {
    test.setTimeout(150_000);
    const before = await now();
    const nextMonth = monthAfter(before);
    // Two months from now, so that it is the month to come once the clock has moved.
    const { expYear: exp_year, expMonth: exp_month } = monthAfter(
      new Date(Date.UTC(nextMonth.expYear, nextMonth.expMonth - 1)),
    );
    const cardId = await sandbox.makeCard("mastercard", { exp_year, exp_month });
    await saveCardUnverified(makeViewer(signedIn.id), { cardId, makeDefault: false });

    await page.goto("/");
    await page.getByRole("button", { name: "+1 month" }).click();
    await expect(news(page).getByRole("link", { name: /e-mail/ })).toBeVisible({ timeout: 100_000 });
    expect((await now()).getTime() - before.getTime()).toBeGreaterThanOrEqual(A_MONTH_MS);
    expect(Math.abs((await sandbox.readClock()) - (await now()).getTime())).toBeLessThan(5_000);

    await news(page)
      .getByRole("link", { name: /e-mail/ })
      .click();
    await expect(page).toHaveURL(`/outbox?to=${encodeURIComponent(signedIn.email)}`);
    const mails = page.locator("summary").filter({ hasText: "Mastercard ending in 4444 is about to expire" });
    await expect(mails).toHaveCount(1);
  });

  // eject:start subscriptions
  test("after a move the page shows what the worker charged, without a reload, and the bar lists it", async ({
    page,
    signedIn,
    sandbox,
  }) => {
    test.setTimeout(150_000);
    const { id } = await giveSubscription(signedIn, sandbox);
    await page.goto(`/subscriptions/${id}`);
    const payments = page.getByRole("region", { name: "All payments" }).getByRole("listitem");
    await expect(payments).toHaveCount(1);
    await page.getByRole("button", { name: "+1 month" }).click();
    const line = news(page).getByRole("link", { name: /Landfall: €\d+\.\d\d paid/ });
    await expect(line).toBeVisible({ timeout: 100_000 });
    await expect(line).toHaveAttribute("href", `/subscriptions/${id}`);
    await expect(payments).toHaveCount(2);
    const marked = () => page.evaluate(() => CSS.highlights.get("changed")?.size ?? 0);
    await expect.poll(marked).toBeGreaterThan(0);

    await news(page).getByRole("button", { name: "Close" }).click();
    await expect(line).toBeHidden();
  });
  // eject:end subscriptions

  test("a clock that is moved on the sandbox's dashboard moves the shop's, and never goes back by a later move", async ({
    page,
    signedIn,
    sandbox,
  }) => {
    const before = (await now()).getTime();
    await sandbox.advanceClock(10 * DAY_MS);
    expect((await now()).getTime() - before).toBeGreaterThanOrEqual(10 * DAY_MS);
    await page.goto("/cards");
    await expect(page.getByText("No cards yet"), signedIn.email).toBeVisible();
    await page.getByRole("button", { name: "+1 day" }).click();
    await expect(news(page)).toContainText("Nothing was due for you.");
    expect((await now()).getTime() - before).toBeGreaterThanOrEqual(11 * DAY_MS);
    expect((await sandbox.readClock()) - before).toBeGreaterThanOrEqual(11 * DAY_MS);
  });

  test("the clock moves forward to a chosen day", async ({ page }) => {
    await page.goto("/");
    const day = new Date((await now()).getTime() + 3 * DAY_MS);
    await page.locator("[popovertarget=demo-date]").click();
    await page.getByLabel("Forward to").fill(day.toISOString().slice(0, 10));
    await page.getByRole("button", { name: "Move the clock" }).click();
    await expect.poll(async () => (await now()).getTime() - day.getTime()).toBeGreaterThan(-DAY_MS / 24);
  });
});

test.describe("the demo's fresh start @demo", () => {
  test("starting over puts shop, sandbox and clock back, and keeps a user signed in who is one of the demo's people", async ({
    page,
    user,
    sandbox,
    database,
    processout,
  }) => {
    await page.goto("/");
    await page.getByRole("button", { name: "Maren" }).click();
    await expect(page).toHaveURL("/cards");
    await sandbox.advanceClock(DAY_MS);
    const customer = await processout.customers.create({ email: user.email }, { idempotencyKey: user.id });
    await database.savedCard.updateMany({ data: { nickname: "Changed" } });

    await page.goto("/profile");
    await page.getByRole("button", { name: "Start over" }).first().click();
    await page.locator("#start-over").getByRole("button", { name: "Start over" }).click();
    await expect(page).toHaveURL("/");

    expect(Math.abs((await now()).getTime() - Date.now())).toBeLessThan(DAY_MS / 2);
    expect(Math.abs((await sandbox.readClock()) - Date.now())).toBeLessThan(DAY_MS / 2);
    expect(await database.user.findUnique({ where: { id: user.id } })).toBeNull();
    await expect(processout.customers.find(customer.id)).rejects.toMatchObject({ status: 404 });
    await page.goto("/cards");
    for (const name of ["Household", "The boat"]) await expect(page.getByText(name).first()).toBeVisible();
    await expect(page.getByText("Changed")).toHaveCount(0);
  });

  test("a sandbox that is emptied on its dashboard takes the shop along", async ({
    page,
    user,
    database,
  }) => {
    const response = await fetch(`${process.env.SANDBOX_CONTROL_URL}/reset`, { method: "POST" });
    expect(await response.json()).toEqual({ success: true, is_followed: true });
    expect(await database.user.findUnique({ where: { id: user.id } })).toBeNull();
    await page.goto("/");
    await page.getByRole("button", { name: "Maren" }).click();
    await expect(page.getByText("Household").first()).toBeVisible();
  });
});
