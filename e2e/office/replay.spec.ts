import { expect, test } from "../../tests/support/fixtures";
import { officeRows } from "../../tests/support/office-tables";
import { entriesAbout, saveAndVanish } from "../../tests/support/unreported-card";

test.describe("webhook deliveries @office", () => {
  test("staff see and replay an event in the back office", async ({
    page,
    signedIn,
    sandbox,
    processout,
    database,
  }) => {
    await database.user.update({ where: { id: signedIn.id }, data: { role: "staff" } });
    const { tokenId } = await saveAndVanish({ user: signedIn, sandbox, processout, database });
    await expect.poll(async () => (await entriesAbout(database, tokenId)).length).toBeGreaterThan(0);
    const [event] = await entriesAbout(database, tokenId);
    await page.goto("/office/webhooks");
    await page.getByLabel("Find a delivery").fill(String(event?.id));
    await page.getByRole("button", { name: "Find" }).click();
    const rows = officeRows(page, "Webhook deliveries");
    await expect(rows).toHaveCount(1);
    await expect(rows).toContainText("customer.token.");
    await rows.getByRole("button", { name: /^Replay/ }).click();
    await expect(rows).toContainText("Processed.");
    await expect(rows).toContainText("2 attempts");
    const actions = await database.auditEntry.findMany({ where: { subject: event?.id } });
    expect(actions).toMatchObject([{ action: "replay", staff: signedIn.email, detail: "done" }]);
  });
});
