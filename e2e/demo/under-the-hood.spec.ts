import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { answerBank } from "../../tests/support/bank";
import { cardNamed, pressSave, typeCard } from "../../tests/support/card-form";
import { giveCard } from "../../tests/support/cards";
import { expect, test } from "../../tests/support/fixtures";
import { createUser } from "../../tests/support/users";

const panel = (page: Page) => page.getByRole("region", { name: "Under the hood" });

async function openPanel(page: Page) {
  await page.getByRole("button", { name: "Under the hood" }).click();
  await expect(panel(page)).toBeVisible();
}

/** `req_9` before `req_10`: the sandbox numbers its requests as they arrive. */
const inOrder = (ids: string[]) => ids.sort((a, b) => a.localeCompare(b, "en", { numeric: true }));

/** The sentences of the panel under a press, top down. */
const sentencesUnder = (page: Page, name: string) =>
  panel(page)
    .locator("section")
    .filter({ has: page.getByRole("heading", { name: `You pressed ${name}` }) })
    .locator("summary");

test.describe("under the hood @demo", () => {
  test.use({ viewport: { width: 1440, height: 900 } });

  test("stands what a press led to, from the card number to the webhook, as the sandbox logged it", async ({
    page,
    signedIn,
    sandbox,
    database,
  }) => {
    await page.goto("/cards/new");
    await openPanel(page);
    await typeCard(page, "challenge");
    await pressSave(page);
    await answerBank(page, "Approve");
    await expect(cardNamed(page, "Visa ending in 0101")).toContainText("Verified");

    const lines = sentencesUnder(page, "Save card");
    await expect(lines.first()).toContainText("The card number goes to ProcessOut and becomes an id, card_…");
    for (const sentence of [
      "A Customer is created, once for the account.",
      "An empty token is created. The card that is put into it will be verified.",
      "The card is put into the token, and ProcessOut asks its bank",
      "The bank asks the shopper (3-D Secure challenge).",
      "The browser brings what the bank answered. It is accepted.",
      "The merchant reads the token itself: verification success.",
      "A webhook announces customer.token.updated.",
    ])
      await expect(lines.filter({ hasText: sentence }).first()).toBeVisible();

    const { tokenId, cardId, customerId } = await database.savedCard.findFirstOrThrow({
      where: { userId: signedIn.id },
    });
    const answer = await page.request.get("/api/demo/exchanges");
    const { exchanges } = await answer.json();
    const shown = exchanges.filter(({ from }: { from: string }) => from !== "processout");
    // Everything about the three objects, found again here without the shop.
    const logged = (await sandbox.listRequests("")).filter((each) => {
      const text = JSON.stringify(each);
      return [tokenId, cardId, customerId].some((id) => id && text.includes(id));
    });
    expect(shown.map(({ id }: { id: string }) => id)).toEqual(inOrder(logged.map(({ id }) => id)));

    const number = await sandbox.getCardNumber("challenge");
    const { name, email } = signedIn;
    for (const secret of [number, email, name, process.env.PROCESSOUT_PRIVATE_KEY])
      expect(await answer.text()).not.toContain(secret);
  });

  test("shows an account only what concerns it, and a visitor nothing", async ({
    page,
    context,
    signedIn,
    user,
    sandbox,
    database,
  }) => {
    const stranger = await createUser();
    await giveCard(stranger, sandbox);
    await giveCard(user, sandbox);
    const customerOf = async (userId: string) =>
      (await database.savedCard.findFirstOrThrow({ where: { userId } })).customerId;
    const read = async () => (await page.request.get("/api/demo/exchanges")).text();
    const shown = await read();
    expect(shown).toContain(await customerOf(signedIn.id));
    expect(shown).not.toContain(await customerOf(stranger.id));
    await context.clearCookies();
    expect(JSON.parse(await read())).toMatchObject({ exchanges: [] });
    await page.goto("/");
    await openPanel(page);
    await expect(panel(page)).toContainText("Become one of the people in the bar above");
    await database.user.delete({ where: { id: stranger.id } });
  });

  test("opens a call to its request, its answer, our source and a copy", async ({
    page,
    context,
    user,
    signedIn,
    sandbox,
  }) => {
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    await giveCard(user, sandbox);
    await page.goto("/cards");
    await openPanel(page);
    const call = panel(page).getByRole("listitem").filter({ hasText: "A token is created of the card" });
    await call.locator("summary").click();
    await expect(call.getByText("Idempotency key"), signedIn.id).toBeVisible();
    await expect(call.getByRole("figure", { name: "Request" })).toContainText('"source": "card_');
    await expect(call.getByRole("figure", { name: "Answer" })).toContainText('"verification_status"');
    const [request, docked] = await Promise.all([
      call.getByRole("figure", { name: "Request" }).boundingBox(),
      panel(page).boundingBox(),
    ]);
    // A long line scrolls in its box.
    expect((request?.x ?? 0) + (request?.width ?? 0)).toBeLessThan((docked?.x ?? 0) + (docked?.width ?? 0));
    await call.getByRole("button", { name: "lib/processout/tokens.ts: create" }).click();
    await expect(call.getByRole("figure", { name: "lib/processout/tokens.ts:" })).toContainText(
      "async create(",
    );
    await call.getByRole("button", { name: "Copy as curl" }).click();
    await expect(call.getByRole("status").first()).toHaveText("Copied");
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toMatch(/^curl -X POST 'http:\/\/.*\/customers\/cust_\w+\/tokens'/);
    expect(copied).toContain('-u "$PROCESSOUT_PROJECT_ID:$PROCESSOUT_PRIVATE_KEY"');
  });

  test("opens and closes with a key, stays open on the next page, and gives the focus back", async ({
    page,
  }) => {
    await page.goto("/");
    await expect(page.getByRole("button", { name: "Under the hood" })).toBeVisible();
    await page.keyboard.press("`");
    await expect(panel(page)).toBeVisible();
    await page.goto("/products/landfall");
    await expect(panel(page)).toBeVisible();
    await panel(page).getByRole("button", { name: "Close" }).click();
    await expect(panel(page)).toBeHidden();
    await expect(page.getByRole("button", { name: "Under the hood" })).toBeFocused();
    await page.reload();
    await expect(page.getByRole("button", { name: "Under the hood" })).toBeVisible();
    await expect(panel(page)).toBeHidden();
  });

  test("a press of ` in a field is typed there", async ({ page }) => {
    await page.goto("/sign-in");
    await page.getByLabel("E-mail").press("`");
    await expect(page.getByLabel("E-mail")).toHaveValue("`");
    await expect(panel(page)).toBeHidden();
  });
});

for (const width of [1440, 375]) {
  test(`under the hood covers nothing of a page that is ${width} pixels wide @demo`, async ({
    page,
    signedIn,
    user,
    sandbox,
  }) => {
    await page.setViewportSize({ width, height: 812 });
    await giveCard(user, sandbox);
    await page.goto("/cards");
    if (width < 1440) await page.getByRole("button", { name: "Demo" }).click();
    await openPanel(page);
    await page.keyboard.press("Escape");
    await expect(panel(page).locator("summary").first(), signedIn.id).toBeVisible();
    const last = page.getByRole("contentinfo").getByRole("link").last();
    await last.focus();
    const isClear = async () => {
      const [link, docked] = await Promise.all([last.boundingBox(), panel(page).boundingBox()]);
      const isBeside = (link?.x ?? 0) + (link?.width ?? 0) <= (docked?.x ?? 0);
      const isAbove = (link?.y ?? 0) + (link?.height ?? 0) <= (docked?.y ?? 0);
      return isBeside || isAbove;
    };
    await expect.poll(isClear).toBe(true);
    const { violations } = await new AxeBuilder({ page }).include("#under-the-hood").analyze();
    expect(violations).toEqual([]);
    await panel(page).getByRole("button", { name: "Close" }).click();
    await expect(page.getByRole("button", { name: width < 1440 ? "Demo" : "Under the hood" })).toBeFocused();
  });
}
