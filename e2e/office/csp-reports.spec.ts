import { env } from "@/lib/platform/env";
import { expect } from "../../tests/support/fixtures";
import { officeTable } from "../../tests/support/office-tables";
import { test } from "../../tests/support/staff";

test.describe("what the content security policy blocks @payments", () => {
  // The browser's own line about the blocked image, and the request that it then did not send.
  test.use({
    expectedErrors: [/Content Security Policy|^left this machine: https:\/\/[0-9a-f-]+\.example\//],
  });

  test("a blocked image is reported by the browser and shown to staff without its query string @wild", async ({
    page,
    database,
  }) => {
    const blocked = `https://${crypto.randomUUID()}.example`;
    await page.goto("/");
    await page.evaluate((src) => {
      document.body.append(Object.assign(new Image(), { src: `${src}/pixel?who=ann` }));
    }, blocked);
    await expect.poll(() => database.cspReport.count({ where: { blocked } })).toBe(1);
    await page.goto("/office");
    const list = officeTable(page, "Blocked by the content security policy");
    const row = list.locator("tbody tr").filter({ hasText: blocked });
    await expect(row).toContainText("img-src");
    await expect(row).toContainText("1 report, on ");
    await expect(row).not.toContainText("ann");
    await database.cspReport.deleteMany({ where: { blocked } });
  });

  test("static files have the security headers, and the image optimiser is off @wild", async ({ page }) => {
    const { NEXTAUTH_URL } = env();
    const icon = await page.request.get(`${NEXTAUTH_URL}/icon.svg`);
    expect(icon.headers()).toMatchObject({ "x-content-type-options": "nosniff", "x-frame-options": "DENY" });
    await page.goto("/");
    const script = await page.locator("script[src^='/_next/']").first().getAttribute("src");
    const answer = await page.request.get(`${NEXTAUTH_URL}${script}`);
    expect(answer.headers()).toMatchObject({ "x-content-type-options": "nosniff" });
    const image = `${NEXTAUTH_URL}/_next/image?url=${encodeURIComponent("/icon.svg")}&w=640&q=75`;
    expect((await page.request.get(image)).status()).toBe(404);
  });
});
