import { AxeBuilder } from "@axe-core/playwright";
import { makeViewer } from "@/lib/auth/viewer";
import { monthAfter } from "@/lib/cards/jobs";
import { saveCardUnverified } from "@/lib/cards/save-card";
import { now } from "@/lib/platform/clock";
import { expect, test } from "../../tests/support/fixtures";

const A_MONTH_MS = 28 * 86_400_000;

test.describe("the demo's clock @demo", () => {
  test("the panel opens and closes with the keyboard, and links to outbox, back office and sandbox", async ({
    page,
  }) => {
    await page.setViewportSize({ width: 375, height: 700 });
    await page.goto("/");
    const tab = page.getByRole("button", { name: /^Demo/ });
    await tab.focus();
    await page.keyboard.press("Enter");
    const panel = page.locator("#demo-panel");
    await expect(panel.getByRole("heading", { name: "Demo clock" })).toBeVisible();
    await expect(panel.getByRole("link", { name: /^Outbox/ })).toHaveAttribute("href", "/outbox");
    await expect(panel.getByRole("link", { name: /^Back office/ })).toBeVisible(); // eject: office
    await expect(panel.getByRole("link", { name: /^Sandbox/ })).toHaveAttribute("href", /\/_sandbox\/$/);
    const { violations } = await new AxeBuilder({ page }).include("#demo-panel").analyze();
    expect(violations).toEqual([]);
    await page.keyboard.press("Escape");
    await expect(panel).toBeHidden();
    await expect(tab).toBeFocused();
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
    await page.getByRole("button", { name: /^Demo/ }).click();
    const panel = page.locator("#demo-panel");
    await panel.getByRole("button", { name: "Forward one month" }).click();
    await expect(panel.getByText("The clock moved forward by one month.")).toBeVisible();
    await expect(panel.getByText(/^\d+ days ahead of your own clock\.$/)).toBeVisible();
    expect((await now()).getTime() - before.getTime()).toBeGreaterThanOrEqual(A_MONTH_MS);
    expect(Math.abs((await sandbox.readClock()) - (await now()).getTime())).toBeLessThan(5_000);

    await expect(async () => {
      await page.goto(`/outbox?to=${encodeURIComponent(signedIn.email)}`);
      const mails = page
        .locator("summary")
        .filter({ hasText: "Mastercard ending in 4444 is about to expire" });
      await expect(mails).toHaveCount(1, { timeout: 1_000 });
    }).toPass({ timeout: 100_000 });
  });
});
