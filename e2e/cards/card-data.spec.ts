import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { env } from "@/lib/platform/env";
import { addCard, numberOf } from "../../tests/support/card-form";
import { expect, test } from "../../tests/support/fixtures";

const CVC = "7391";

/** The number as typed and as the fields format it, and the CVC as a separate word. */
const traces = (number: string) =>
  new RegExp(`${number}|${number.slice(0, 4)} ${number.slice(4, 10)} ${number.slice(10)}|\\b${CVC}\\b`);

test("a card number and CVC appear in no request to the shop, no log and no table @vault", async ({
  page,
  signedIn,
  database,
}) => {
  const shop = new URL(env().NEXTAUTH_URL).origin;
  const sent: string[] = [];
  page.on("request", async (request) => {
    if (new URL(request.url()).origin !== shop) return;
    sent.push(request.url(), request.postData() ?? "", JSON.stringify(request.headers()));
  });
  await addCard(page, "amex", { cvc: CVC });
  await expect(page.getByRole("article", { name: "American Express ending in 0005" })).toBeVisible();

  const isTrace = traces(await numberOf("amex"));
  expect(sent.join("\n"), "what the browser sent to the shop").not.toMatch(isTrace);
  expect(
    sent.some((text) => text.includes("card_")),
    "the card's id was sent instead",
  ).toBe(true);

  const logs = path.join(env().DATA_DIR, "logs");
  for (const file of await readdir(logs)) {
    expect(await readFile(path.join(logs, file), "utf8"), file).not.toMatch(isTrace);
  }

  const tables = await database.$queryRaw<{ name: string }[]>`
    SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public'`;
  expect(tables.map(({ name }) => name)).toContain("SavedCard");
  for (const { name } of tables) {
    const rows = await database.$queryRawUnsafe<{ row: string }[]>(`SELECT t::text AS row FROM "${name}" t`);
    expect(rows.map(({ row }) => row).join("\n"), `${name}, for ${signedIn.id}`).not.toMatch(isTrace);
  }
});
