import type { Page } from "@playwright/test";
import { answerBank, bank } from "./support/bank";
import { expect, projectID, test } from "./support/merchant";

type Failure = { code: string | null; name: string; message: string };
type Ended = { done: unknown[] } | { failed: Failure };
type RawCard = { number: string; month: number; year: number; cvc: string };

/** The script's global, as far as these tests use it. */
type Script = {
  Expiry: new (month: number, year: number) => object;
  Card: new (number: string, expiry: object, cvc: string) => object;
  ProcessOut: new (project: string, resource?: string) => Record<string, (...given: unknown[]) => void>;
};

/** Calls one method with its arguments and two callbacks, and returns which callback ran. */
async function run(page: Page, method: string, given: unknown[]): Promise<Ended> {
  const ended: Promise<Ended> = page.evaluate(
    ([project, method, given]) =>
      new Promise((resolve) => {
        const { ProcessOut, Card, Expiry } = (window as unknown as { ProcessOut: Script }).ProcessOut;
        const isCard = (value: unknown): value is RawCard =>
          typeof value === "object" && value !== null && "number" in value;
        const arguments_ = given.map((value) =>
          isCard(value) ? new Card(value.number, new Expiry(value.month, value.year), value.cvc) : value,
        );
        const done = (...values: unknown[]) => resolve({ done: values });
        const failed = ({ code, name, message }: Failure) =>
          resolve({ failed: { code: code ?? null, name, message } });
        new ProcessOut(project)[method]?.(...arguments_, done, failed);
      }),
    [projectID, method, given] as const,
  );
  return ended;
}

const rawCard = (number: string): RawCard => ({ number, month: 12, year: 34, cvc: "123" });

test.describe("@sandbox processout.js", () => {
  test.beforeEach(({ merchant }) => merchant.open({}));

  test("the script creates a card from raw values and refreshes its CVC", async ({ page, merchant }) => {
    const made = await run(page, "tokenize", [rawCard(merchant.numberOf("visa")), { name: "Ada" }]);
    expect(made).toMatchObject({
      done: [expect.stringMatching(/^card_/), { last_4_digits: "4242", name: "Ada" }],
    });
    const id = "done" in made ? made.done[0] : "";
    expect(await run(page, "refreshCVC", [id, "321"])).toEqual({ done: [id] });
    expect(await run(page, "refreshCVC", ["card_nobody", "321"])).toMatchObject({
      failed: { code: "card.invalid" },
    });
  });

  test("the script looks up the first six digits", async ({ page, merchant }) => {
    const asked = page.waitForRequest(/\/iins\//);
    const known = await run(page, "getCardInformation", [merchant.numberOf("carte-bancaire")]);
    expect(known).toMatchObject({ done: [{ card_information: { iin: "436000", country: "FR" } }] });
    expect((await asked).url()).toContain("/iins/436000?");
  });

  test("the script pays an invoice with a challenge", async ({ page, merchant }) => {
    const invoice = await merchant.createInvoice("9.99");
    const paid = run(page, "makeCardPayment", [invoice, rawCard(merchant.numberOf("challenge")), {}]);
    await expect(bank(page).getByText("€9.99")).toBeVisible();
    await answerBank(page, "Approve");
    expect(await paid).toMatchObject({ done: [invoice, { transaction: { status: "completed" } }] });
  });

  test("the script reports a declined challenge with ProcessOut's code", async ({ page, merchant }) => {
    const { customer, token } = await merchant.createToken();
    const card = rawCard(merchant.numberOf("do-not-honor"));
    expect(await run(page, "makeCardToken", [card, customer, token, {}])).toMatchObject({
      failed: { code: "card.do-not-honor", name: "ProcessOutException" },
    });
  });

  test("the script sends documented parameters only, and its headers twice", async ({ page, merchant }) => {
    const { customer, token } = await merchant.createToken();
    const asked = page.waitForRequest((request) => request.method() === "PUT");
    const options = { set_default: true, unheard_of: "x", idempotency_key: "key-1" };
    await run(page, "makeCardToken", [rawCard(merchant.numberOf("visa")), customer, token, options]);
    const request = await asked;
    expect(request.postDataJSON()).toMatchObject({
      source: expect.stringMatching(/^card_/),
      enable_three_d_s_2: true,
      set_default: true,
      device: { request_origin: "web" },
      request_origin: "web",
    });
    expect(Object.keys(request.postDataJSON())).not.toContain("unheard_of");
    expect(request.headers()).toMatchObject({
      "api-version": "1.3.0.0",
      "idempotency-key": "key-1-1",
      authorization: `Basic ${btoa(`${projectID}:`)}`,
    });
    const query = new URL(request.url()).searchParams;
    expect(query.get("legacyrequest")).toBe("true");
    expect(query.get("x-Authorization")).toBe(request.headers().authorization);
  });

  test("the script reports an unreachable API, and an unreadable answer without a code", async ({
    page,
    merchant,
  }) => {
    const { customer, token } = await merchant.createToken();
    await page.route("**/customers/**", (route) => route.abort());
    expect(await run(page, "makeCardToken", ["card_x", customer, token, {}])).toMatchObject({
      failed: { code: "processout-js.network-issue" },
    });
    const headers = { "Access-Control-Allow-Origin": "*" };
    await page.route("**/customers/**", (route) => route.fulfill({ body: "<h1>Bad gateway</h1>", headers }));
    expect(await run(page, "makeCardToken", ["card_x", customer, token, {}])).toMatchObject({
      failed: { code: null, message: expect.stringContaining("declined") },
    });
  });

  test("the script refuses native actions of phones", async ({ page, merchant }) => {
    const { customer, token } = await merchant.createToken();
    const headers = { "Access-Control-Allow-Origin": "*" };
    const json = { success: true, customer_action: { type: "fingerprint-mobile", value: "e30=" } };
    await page.route("**/customers/**", (route) => route.fulfill({ json, headers }));
    expect(await run(page, "makeCardToken", ["card_x", customer, token, {}])).toMatchObject({
      failed: { code: "processout-js.wrong-type-for-action" },
    });
  });

  test("the script refuses invalid input with a code", async ({ page }) => {
    const codes = await page.evaluate((project) => {
      const { ProcessOut } = (window as unknown as { ProcessOut: Script }).ProcessOut;
      const codeOf = (work: () => unknown) => {
        try {
          work();
          return "none";
        } catch (error) {
          return (error as Failure).code;
        }
      };
      const ignore = () => {};
      return [
        codeOf(() => new ProcessOut("")),
        codeOf(() => new ProcessOut(project, "card_1")),
        codeOf(() => new ProcessOut(project).setupForm?.(document.createElement("form"), ignore, ignore)),
        codeOf(() => new ProcessOut(project).newModal?.()),
      ];
    }, projectID);
    expect(codes).toEqual([
      "processout-js.missing-project-id",
      "resource.invalid-type",
      "processout-js.undefined-field",
      "sandbox.not-supported",
    ]);
  });

  test("the script is served with an entity tag", async ({ page, request }) => {
    const address = await page.locator("script").first().getAttribute("src");
    const first = await request.get(address ?? "");
    expect(first.headers()["content-type"]).toContain("text/javascript");
    const again = await request.get(address ?? "", {
      headers: { "If-None-Match": first.headers().etag ?? "" },
    });
    expect(again.status()).toBe(304);
  });
});
