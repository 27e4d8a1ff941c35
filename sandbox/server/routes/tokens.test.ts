import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createSandbox, type Sandbox } from "../../index";
import { SCENARIOS } from "../../scenarios/deck";
import { type Caller, createCaller, EXAMPLE, part, type Wire } from "../../test-support/caller";

let sandbox: Sandbox;
let call: Caller;
/** What a browser or a phone has: the project id alone. */
let browser: Caller;
beforeAll(async () => {
  sandbox = await createSandbox();
  call = createCaller(sandbox.url);
  browser = createCaller(sandbox.url, { ...EXAMPLE, key: "" });
});
afterAll(() => sandbox.close());

const newCard = async (scenario: string) =>
  part(await call("POST", "/_sandbox/cards", { scenario }), "card").id;
const newCustomer = async () => part(await call("POST", "/customers", {}), "customer").id;
const advance = (ms: number) => call("POST", "/_sandbox/clock", { advance_ms: ms });

async function newToken(body: Wire = { verify: true }) {
  const customer = await newCustomer();
  const token = part(await call("POST", `/customers/${customer}/tokens`, body), "token");
  const path = `/customers/${customer}/tokens/${token.id}`;
  const assign = (source: string, more: Wire = {}) => browser("PUT", path, { source, ...more });
  const read = async () => part(await call("GET", path), "token");
  return { id: token.id, customer, path, assign, read };
}

/** Answers like the bank's page. Returns the source that the page posts to the browser. */
async function atTheBank(value: string, answer?: "approve" | "decline" | "cancel"): Promise<string> {
  const response = await fetch(value, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ answer }),
  });
  return ((await response.json()) as { source: string }).source;
}

/** Assigns a fresh card and does what each customer action asks for, until an answer has none. */
async function verify(
  token: Awaited<ReturnType<typeof newToken>>,
  scenario: string,
  answer: "approve" | "decline" | "cancel" = "approve",
) {
  const card = await newCard(scenario);
  const asked: string[] = [];
  let reply = await token.assign(card, { enable_three_d_s_2: true });
  while (reply.action && asked.length < 4) {
    const { type, value } = reply.action;
    asked.push(type);
    const source = await atTheBank(value, type === "fingerprint" ? undefined : answer);
    reply = await token.assign(type === "url" ? card : source);
  }
  return { reply, asked, card };
}

describe("every test card", () => {
  test.each(SCENARIOS.filter(({ three_d_s }) => three_d_s?.page !== "silent"))(
    "$name: $outcome",
    async (scenario) => {
      const token = await newToken();
      const { reply, asked } = await verify(token, scenario.name);
      const { three_d_s } = scenario;
      const expected =
        three_d_s?.version === 1
          ? ["url"]
          : [
              ...(three_d_s && three_d_s.fingerprint !== "none" ? ["fingerprint"] : []),
              ...(three_d_s?.challenge ? ["redirect"] : []),
            ];
      expect(asked).toEqual(expected);

      const statuses: Record<string, string> = {
        success: "success",
        "later-success": "pending",
        "later-failure": "pending",
        never: "pending",
        unknown: "unknown",
      };
      const status = statuses[scenario.verify] ?? "failed";
      expect(reply).toMatchObject(
        status === "failed"
          ? { status: 410, body: { success: false, error_type: scenario.verify } }
          : { status: 200, body: { success: true } },
      );
      const read = await token.read();
      expect(read).toMatchObject({
        verification_status: status,
        is_chargeable: status === "success",
        type: "card",
      });
      expect(read.is_default).toBe(status === "success");
    },
  );
});

describe("3-D Secure", () => {
  test.each([
    ["decline", "card.failed-3ds"],
    ["cancel", "customer.canceled"],
  ] as const)("a shopper who says %s is not verified", async (answer, code) => {
    const token = await newToken();
    const { reply } = await verify(token, "challenge", answer);
    expect(reply).toMatchObject({ status: 410, error: code });
    expect(await token.read()).toMatchObject({ verification_status: "failed", is_chargeable: false });
  });

  test("a source from before the challenge was answered repeats the action", async () => {
    const token = await newToken();
    const first = await token.assign(await newCard("challenge"));
    const challenge = await token.assign(await atTheBank(first.action?.value ?? ""));
    const url = challenge.action?.value;
    const forged = `gway_req_${btoa(JSON.stringify({ url, method: "POST", body: "transStatus=Y" }))}`;
    expect((await token.assign(forged)).action).toEqual(challenge.action);
    expect(await token.read()).toMatchObject({ verification_status: "pending", is_chargeable: false });
  });

  test("the source of a fingerprint time-out leads to the challenge", async () => {
    const token = await newToken();
    const { action } = await token.assign(await newCard("fingerprint-fails"));
    const request = {
      url: action?.value,
      method: "POST",
      headers: { "Content-Type": "application/x-www-form-urlencoded" },
      body: 'threeDSMethodData={"threeDS2FingerprintTimeout":true}',
    };
    const next = await token.assign(`gway_req_${btoa(JSON.stringify(request))}`);
    expect(next.action?.type).toBe("redirect");
  });

  test("a challenge expires", async () => {
    const token = await newToken();
    const { action } = await token.assign(await newCard("v1-only"));
    expect(action?.type).toBe("url");
    await advance(24 * 60 * 60 * 1000);
    const card = (action?.value ?? "").split("/").at(-1);
    expect(card).toMatch(/^auth_/);
    const stale = `gway_req_${btoa(JSON.stringify({ url: action?.value }))}`;
    expect(await token.assign(stale)).toMatchObject({ status: 410, error: "card.expired-3ds" });
  });

  test("the source of another token is refused", async () => {
    const [mine, theirs] = [await newToken(), await newToken()];
    const { action } = await theirs.assign(await newCard("challenge"));
    await mine.assign(await newCard("challenge"));
    const source = await atTheBank(action?.value ?? "");
    expect(await mine.assign(source)).toMatchObject({ status: 400, error: "request.source.invalid" });
  });

  test("a phone gets native actions, and its answer decides", async () => {
    const token = await newToken();
    const device = { channel: "ios" };
    const first = await token.assign(await newCard("challenge"), { device });
    expect(first.action?.type).toBe("fingerprint-mobile");
    const native = (body: Wire) => `gway_req_${btoa(JSON.stringify({ body: JSON.stringify(body) }))}`;
    const second = await token.assign(native({ deviceChannel: "app", sdkTransID: "1" }), { device });
    expect(second.action?.type).toBe("challenge-mobile");
    expect(JSON.parse(atob(second.action?.value ?? ""))).toHaveProperty("acsSignedContent");
    const done = await token.assign(native({ transStatus: "Y" }), { device });
    expect(done).toMatchObject({ status: 200, action: undefined });
    expect(await token.read()).toMatchObject({ verification_status: "success" });
  });
});

describe("a card id", () => {
  test("a card id works once, for one token", async () => {
    const [first, second] = [await newToken(), await newToken()];
    const { card } = await verify(first, "visa");
    expect(await second.assign(card)).toMatchObject({
      status: 400,
      error: "request.source.card-already-used",
    });
    expect(await first.assign(card)).toMatchObject({ status: 200 });
  });

  test("a decline uses up the card id, and the token accepts another card", async () => {
    const token = await newToken();
    const { card } = await verify(token, "no-money");
    expect((await token.assign(card)).error).toBe("request.source.card-already-used");
    await verify(token, "visa");
    expect(await token.read()).toMatchObject({ verification_status: "success", is_chargeable: true });
  });

  test.each([
    ["nothing-like-a-source", 400, "request.source.invalid"],
    ["card_unknown", 404, "resource.card.not-found"],
    ["gway_req_%%%", 400, "request.source.invalid"],
  ])("%s is refused", async (source, status, error) => {
    const token = await newToken();
    expect(await token.assign(source)).toMatchObject({ status, error });
  });
});

test("a browser cannot switch off the verification that the server requested", async () => {
  const token = await newToken({ verify: true });
  const { action } = await token.assign(await newCard("challenge"), { verify: false });
  expect(action?.type).toBe("fingerprint");
});

test("a late answer of the issuer arrives on the sandbox's clock and fires an event", async () => {
  for (const [scenario, status] of [
    ["async-success", "success"],
    ["async-failure", "failed"],
  ] as const) {
    const token = await newToken();
    await verify(token, scenario);
    expect(await token.read()).toMatchObject({ verification_status: "pending", is_chargeable: false });
    await advance(15_000);
    expect(await token.read()).toMatchObject({
      verification_status: status,
      is_chargeable: status === "success",
    });
    const [event] = (await call("GET", "/events?limit=1")).body.events as Wire[];
    expect(event).toMatchObject({ name: "customer.token.updated", data: { token: { id: token.id } } });
  }
});

test("the newest chargeable token is the default, and deleting it leaves no default", async () => {
  const first = await newToken();
  await verify(first, "visa");
  const attached = await call("POST", `/customers/${first.customer}/tokens`, {
    source: await newCard("amex"),
  });
  const second = part(attached, "token");
  expect(second.is_default).toBe(true);
  expect((await first.read()).is_default).toBe(false);
  await call("PUT", `/customers/${first.customer}`, { default_token_id: first.id });
  expect((await first.read()).is_default).toBe(true);
  await call("DELETE", first.path);
  expect(part(await call("GET", `/customers/${first.customer}`), "customer").default_token_id).toBeNull();
});

test("a browser deletes a token only with the client secret of an invoice of that customer", async () => {
  const token = await newToken();
  const order = { name: "Beans", amount: "12", currency: "EUR", customer_id: token.customer };
  const invoice = await call("POST", "/invoices", order);
  const secret = invoice.headers.get("x-processout-client-secret") ?? "";
  const remove = (value: string) =>
    browser("DELETE", token.path, undefined, { "x-processout-client-secret": value });
  expect((await browser("DELETE", token.path)).status).toBe(401);
  expect((await remove("wrong")).status).toBe(401);
  expect((await remove(secret)).status).toBe(200);
  expect((await call("GET", token.path)).error).toBe("resource.token.not-found");
});
