import type { Page } from "@playwright/test";
import { now } from "@/lib/platform/clock";
import { DAY_MS } from "@/lib/platform/durations";
import { expect, test } from "../../tests/support/fixtures";
import { giveSubscription, stateAfterWork } from "../../tests/support/subscriptions";

async function letPass(page: Page, step: "+1 day" | "+1 month") {
  const before = (await now()).getTime();
  await page.getByRole("button", { name: step }).click();
  await expect.poll(async () => (await now()).getTime() - before).toBeGreaterThan(DAY_MS - 1);
}

test.describe("the demo's clock @payments", () => {
  test("over three months, instalments are charged, declined, recovered by retries and completed", async ({
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
    await letPass(page, "+1 month");
    await expect.poll(() => stateAfterWork(series)).toBe("retrying, 1 paid");
    await page.reload();
    await expect(page.getByText(/Try 2 of 5, on \d+ \w+ \d{4}\. You can also pay now\./)).toBeVisible();

    // Tried again on the first, third and fifth day after: on the last one there is money.
    const tries = {
      order: { subscriptionId: series.id, period: 2 },
      state: { in: ["failed" as const, "captured" as const] },
    };
    for (const made of [2, 2, 3, 3, 4]) {
      await letPass(page, "+1 day");
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

    await letPass(page, "+1 month");
    await expect.poll(() => stateAfterWork(series)).toBe("completed, 3 paid");
    await page.reload();
    await expect(page.getByText("Paid in full")).toBeVisible();
    await expect(payments.getByText("Paid", { exact: true })).toHaveCount(3);

    await page.goto(`/outbox?to=${encodeURIComponent(signedIn.email)}`);
    await expect(page.locator("summary").filter({ hasText: "could not be paid" })).not.toHaveCount(0);
    const receipts = { subscriptionId: series.id, receiptQueuedAt: { not: null } };
    await expect.poll(() => database.order.count({ where: receipts }), { timeout: 75_000 }).toBe(3);
  });
});
