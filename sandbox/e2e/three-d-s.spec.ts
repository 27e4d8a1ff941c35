import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { bank } from "./support/bank";
import { expect, type Merchant, test } from "./support/merchant";

const result = (page: Page) => page.locator("#result");
const modal = (page: Page) => page.locator("#processoutjs-action-modal");
const answer = (page: Page, name: string) => bank(page).getByRole("button", { name }).click();

/** Opens the shop with a token to verify and saves the card into it. */
async function verify(merchant: Merchant, scenario: string) {
  const ids = await merchant.createToken(`${merchant.shop.url}?returned`);
  await merchant.open(ids);
  await merchant.save(scenario);
  return {
    ...ids,
    status: async () => (await merchant.getToken(ids.customer, ids.token)).verification_status,
  };
}

test.describe("@sandbox 3-D Secure", () => {
  for (const scenario of ["no-3ds", "frictionless", "frictionless-fingerprint"]) {
    test(`${scenario} verifies without a challenge`, async ({ page, merchant }) => {
      const saved = await verify(merchant, scenario);
      await expect(result(page)).toHaveText(`saved ${saved.token};`);
      await expect(modal(page)).toHaveCount(0);
      expect(await saved.status()).toBe("success");
    });
  }

  test("a challenge is approved", async ({ page, merchant }) => {
    const saved = await verify(merchant, "challenge");
    await expect(bank(page).getByRole("heading", { name: "Northsea Bank" })).toBeVisible();
    await expect(bank(page).getByText("•••• 0101")).toBeVisible();
    expect(await modal(page).locator("iframe").boundingBox()).toMatchObject({ width: 440, height: 480 });
    await answer(page, "Approve");
    await expect(result(page)).toHaveText(`saved ${saved.token};`);
    await expect(modal(page)).toHaveCount(0);
    expect(await merchant.getToken(saved.customer, saved.token)).toMatchObject({
      verification_status: "success",
      is_chargeable: true,
    });
  });

  test("a challenge cannot be answered before its script has loaded", async ({ page, merchant }) => {
    let serveScript = () => {};
    const served = new Promise<void>((serve) => {
      serveScript = serve;
    });
    await page.route("**/challenge.js", async (route) => {
      await served;
      await route.continue();
    });
    const saved = await verify(merchant, "challenge");
    const buttons = bank(page).getByRole("button");
    await expect(buttons).toHaveText(["Approve", "Decline", "Cancel"]);
    for (const button of await buttons.all()) await expect(button).toBeDisabled();
    serveScript();
    await answer(page, "Approve");
    await expect(result(page)).toHaveText(`saved ${saved.token};`);
  });

  test("a challenge ignores a press in its first moment, since it opens under a double click", async ({
    page,
    merchant,
  }) => {
    await page.clock.install();
    const ids = await merchant.createToken(merchant.shop.url);
    await merchant.open(ids);
    await page.clock.pauseAt(await page.evaluate(() => Date.now() + 1_000));
    await merchant.save("challenge");
    const approve = bank(page).getByRole("button", { name: "Approve" });
    await expect(approve).toBeVisible();
    await page.frame({ url: /three-d-s\/challenge/ })?.waitForLoadState("load");
    await page.clock.runFor(300);
    await expect(approve).toBeDisabled();
    await page.clock.runFor(200);
    await answer(page, "Approve");
    await expect(result(page)).toHaveText(`saved ${ids.token};`);
  });

  test("a challenge is declined", async ({ page, merchant }) => {
    const saved = await verify(merchant, "challenge");
    await answer(page, "Decline");
    await expect(result(page)).toHaveText("failed card.failed-3ds;");
    expect(await saved.status()).toBe("failed");
  });

  test("a challenge is cancelled at the bank", async ({ page, merchant }) => {
    const saved = await verify(merchant, "challenge");
    await answer(page, "Cancel");
    await expect(result(page)).toHaveText("failed customer.canceled;");
    await expect(modal(page)).toHaveCount(0);
    expect(await saved.status()).not.toBe("success");
  });

  test("a challenge is closed by the shopper", async ({ page, merchant }) => {
    const saved = await verify(merchant, "challenge");
    await expect(bank(page).getByRole("button", { name: "Approve" })).toBeVisible();
    await expect(page.locator("main")).toHaveAttribute("inert");
    await modal(page).getByText("Cancel", { exact: true }).click();
    await expect(page.locator("main")).not.toHaveAttribute("inert");
    await expect(result(page)).toHaveText('failed customer.canceled {"reason":"tab_closed"};');
    await expect(modal(page)).toHaveCount(0);
    expect(await saved.status()).toBe("pending");
  });

  test("Escape closes a challenge that never loads", async ({ page, merchant }) => {
    const saved = await verify(merchant, "challenge-hangs");
    await expect(bank(page).getByRole("progressbar", { name: "Loading" })).toBeVisible();
    await expect(bank(page).getByRole("button")).toHaveCount(0);
    await modal(page).getByText("Cancel", { exact: true }).focus();
    await page.keyboard.press("Escape");
    await expect(result(page)).toHaveText('failed customer.canceled {"reason":"tab_closed"};');
    expect(await saved.status()).toBe("pending");
  });

  test("a dead fingerprint times out after ten seconds and leads to the challenge", async ({
    page,
    merchant,
  }) => {
    await page.clock.install();
    const saved = await verify(merchant, "fingerprint-fails");
    await expect(page.locator("#processoutjs-fingerprint-wrapper iframe")).toHaveCount(1);
    await page.clock.fastForward(10_000);
    await answer(page, "Approve");
    await expect(result(page)).toHaveText(`saved ${saved.token};`);
    await expect(page.locator("#processoutjs-fingerprint-wrapper")).toHaveCount(0);
    expect(await saved.status()).toBe("success");
  });

  test("3-D Secure 1 is approved in a frame", async ({ page, merchant }) => {
    const saved = await verify(merchant, "v1-required");
    await expect(bank(page).getByText("3-D Secure 1")).toBeVisible();
    await answer(page, "Approve");
    await expect(result(page)).toHaveText(`saved ${saved.token};`);
    expect(await saved.status()).toBe("success");
  });

  test("3-D Secure 1 is declined in a frame", async ({ page, merchant }) => {
    const saved = await verify(merchant, "v1-required");
    await answer(page, "Decline");
    await expect(result(page)).toHaveText("failed card.failed-3ds;");
    expect(await saved.status()).toBe("failed");
  });

  test("3-D Secure 1 replaces the whole page and returns", async ({ page, merchant }) => {
    const saved = await verify(merchant, "v1-full-page");
    await page.getByRole("button", { name: "Approve" }).click();
    await page.waitForURL(`${merchant.shop.url}?returned*`);
    expect(new URL(page.url()).searchParams.get("token")).toMatch(/^gway_req_/);
    expect(await saved.status()).not.toBe("failed");
    const again = { customer: saved.customer, token: saved.token, resume: "yes" };
    await page.goto(`${merchant.shop.url}?${new URLSearchParams(again)}`);
    await expect(result(page)).toHaveText(`saved ${saved.token};`);
    expect(await saved.status()).toBe("success");
  });

  test("the bank's page works by keyboard, fits a phone and has no accessibility faults", async ({
    page,
    merchant,
  }) => {
    await page.setViewportSize({ width: 375, height: 667 });
    const saved = await verify(merchant, "challenge");
    await expect(bank(page).getByRole("button", { name: "Approve" })).toBeEnabled();
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations).toEqual([]);
    const box = await modal(page).locator("iframe").boundingBox();
    expect(box?.width).toBeLessThanOrEqual(375);
    await page.keyboard.press("Tab");
    await expect(bank(page).getByRole("button", { name: "Approve" })).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(result(page)).toHaveText(`saved ${saved.token};`);
  });
});
