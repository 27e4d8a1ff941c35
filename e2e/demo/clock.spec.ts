import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { makeViewer } from "@/lib/auth/viewer";
import { monthAfter } from "@/lib/cards/jobs";
import { saveCardUnverified } from "@/lib/cards/save-card";
import { now } from "@/lib/platform/clock";
import { expect, test } from "../../tests/support/fixtures";
import { giveSubscription, stateAfterWork } from "../../tests/support/subscriptions";

const A_DAY_MS = 86_400_000;
const A_MONTH_MS = 28 * A_DAY_MS;

async function letPass(page: Page, step: "A day on" | "A month on") {
  const panel = page.locator("#demo-panel");
  await page.getByRole("button", { name: /^Demo/ }).click();
  const before = (await now()).getTime();
  await panel.getByRole("button", { name: step }).click();
  await expect.poll(async () => (await now()).getTime() - before).toBeGreaterThan(A_DAY_MS - 1);
  await page.keyboard.press("Escape");
  await expect(panel).toBeHidden();
}

test.describe("the demo's clock @demo", () => {
  test("opens and closes by keyboard, and leads behind the curtain", async ({ page }) => {
    await page.setViewportSize({ width: 375, height: 700 });
    await page.goto("/");
    const tab = page.getByRole("button", { name: /^Demo/ });
    await tab.focus();
    await page.keyboard.press("Enter");
    const panel = page.locator("#demo-panel");
    await expect(panel.getByRole("heading", { name: "The demo’s time" })).toBeVisible();
    await expect(panel.getByRole("link", { name: /^Outbox/ })).toHaveAttribute("href", "/outbox");
    await expect(panel.getByRole("link", { name: /^Back office/ })).toBeVisible();
    await expect(panel.getByRole("link", { name: /^Sandbox/ })).toHaveAttribute("href", /\/_sandbox\/$/);
    const { violations } = await new AxeBuilder({ page }).include("#demo-panel").analyze();
    expect(violations).toEqual([]);
    await page.keyboard.press("Escape");
    await expect(panel).toBeHidden();
    await expect(tab).toBeFocused();
  });

  test("moves the shop's time and the sandbox's, and what falls due is done", async ({
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
    await panel.getByRole("button", { name: "A month on" }).click();
    await expect(panel.getByText("A month went by.")).toBeVisible();
    await expect(panel.getByText(/^\d+ days ahead of your own\.$/)).toBeVisible();
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

  test("shows a series renew, fail, recover by itself and finish @payments", async ({
    page,
    signedIn,
    sandbox,
    database,
  }) => {
    test.setTimeout(240_000);
    const series = await giveSubscription(signedIn, sandbox, {
      scenario: "no-money-until-payday",
      planId: "3-months",
    });
    const payments = page.getByRole("region", { name: "All payments" });

    await page.goto(`/subscriptions/${series.id}`);
    await letPass(page, "A month on");
    await expect.poll(() => stateAfterWork(series)).toBe("retrying, 1 paid");
    await page.reload();
    await expect(page.getByText("We will try again automatically; you can also pay now.")).toBeVisible();

    // Tried again on the first, third and fifth day after: on the last one there is money.
    const tries = {
      order: { subscriptionId: series.id, period: 2 },
      state: { in: ["failed" as const, "captured" as const] },
    };
    for (const made of [2, 2, 3, 3, 4]) {
      await letPass(page, "A day on");
      await expect
        .poll(
          async () => {
            await stateAfterWork(series);
            return database.payment.count({ where: tries });
          },
          { timeout: 30_000 },
        )
        .toBe(made);
    }
    await expect.poll(() => stateAfterWork(series)).toBe("active, 2 paid");
    await page.reload();
    await expect(page.getByText("Active", { exact: true })).toBeVisible();
    await expect(payments.getByText("Paid", { exact: true })).toHaveCount(2);

    await letPass(page, "A month on");
    await expect.poll(() => stateAfterWork(series)).toBe("completed, 3 paid");
    await page.reload();
    await expect(page.getByText("Paid in full")).toBeVisible();
    await expect(payments.getByText("Paid", { exact: true })).toHaveCount(3);

    await page.goto(`/outbox?to=${encodeURIComponent(signedIn.email)}`);
    await expect(page.locator("summary").filter({ hasText: "could not be paid" })).not.toHaveCount(0);
    const receipts = { subscriptionId: series.id, receiptAt: { not: null } };
    await expect.poll(() => database.order.count({ where: receipts }), { timeout: 75_000 }).toBe(3);
  });
});
