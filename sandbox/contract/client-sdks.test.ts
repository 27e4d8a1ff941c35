import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createSandbox, type Sandbox } from "../index";
import { scenarioNamed } from "../scenarios/deck";
import { createCaller, part, type Reply, type Wire } from "../test-support/caller";
import { actAsShopper } from "../test-support/shop-fixture";
import type { Call, Sdk } from "./sdks/call";
import { BROWSER, BROWSER_DATA, PHONES } from "./sdks/client-sdks";
import { decode } from "./sdks/decoders";
import { send } from "./sdks/send";

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await createSandbox({ strict: true });
});
afterAll(() => sandbox.close());

const server = (method: string, path: string, body?: Wire) => createCaller(sandbox.url)(method, path, body);
const numberOf = (scenario: string) => scenarioNamed(scenario)?.number ?? "";

async function emptyToken() {
  const customer = part(await server("POST", "/customers", {}), "customer").id;
  const token = part(await server("POST", `/customers/${customer}/tokens`, { verify: true }), "token").id;
  return { customer, path: `/customers/${customer}/tokens/${token}` };
}

function caller({ name, frame }: Sdk) {
  return async (method: Call["method"], path: string, given?: Wire, expand?: string[]) => {
    const asked = { method, path, given, expand };
    const reply = await send(sandbox.url, frame(asked));
    const body = decode(name, asked, reply);
    return {
      status: reply.status,
      headers: reply.headers,
      body,
      action: body.customer_action as Reply["action"],
    };
  };
}

describe("processout.js, as it writes to the wire", () => {
  const call = caller(BROWSER);
  const card = async (scenario: string) => {
    const given = {
      number: numberOf(scenario),
      exp_month: "12",
      exp_year: "2030",
      cvc2: "123",
      contact: {},
      ...BROWSER_DATA,
    };
    return part(await call("POST", "/cards", given), "card").id;
  };

  it("the script may call the API from any page, with its own headers", async () => {
    const preflight = await send(sandbox.url, {
      method: "OPTIONS",
      target: "/cards",
      headers: {
        Origin: "https://shop.example",
        "Access-Control-Request-Method": "POST",
        "Access-Control-Request-Headers": "api-version,authorization,content-type,x-processout-js-version",
      },
    });
    expect(preflight.status).toBeLessThan(300);
    const allowed = String(preflight.headers["access-control-allow-headers"]).toLowerCase();
    for (const name of ["authorization", "api-version", "idempotency-key", "x-processout-client-secret"]) {
      expect(allowed).toContain(name);
    }
  });

  it("the script verifies a card in three PUTs", async () => {
    const { path } = await emptyToken();
    const source = await card("challenge");
    const options = { enable_three_d_s_2: true, ...BROWSER_DATA };
    const first = await call("PUT", path, { source, ...options });
    expect(first.action?.type).toBe("fingerprint");
    if (!first.action) throw new Error("No action");
    const second = await call("PUT", path, {
      source: await actAsShopper(first.action, "approve"),
      ...options,
    });
    expect(second.action?.type).toBe("redirect");
    if (!second.action) throw new Error("No action");
    const third = await call("PUT", path, {
      source: await actAsShopper(second.action, "approve"),
      ...options,
    });
    expect(third.action).toBeUndefined();
    expect(third.body.token).toMatchObject({ verification_status: "success" });
  });

  it("the script reports a fingerprint time-out itself and continues with the challenge", async () => {
    const { path } = await emptyToken();
    const first = await call("PUT", path, {
      source: await card("fingerprint-fails"),
      enable_three_d_s_2: true,
    });
    const request = {
      url: first.action?.value,
      method: "POST",
      headers: { "Content-Type": "application/x-www-form-urlencoded" },
      body: 'threeDSMethodData={"threeDS2FingerprintTimeout":true}',
    };
    const source = `gway_req_${btoa(JSON.stringify(request))}`;
    const second = await call("PUT", path, { source, enable_three_d_s_2: true });
    expect(second.action?.type).toBe("redirect");
  });

  it("the script may send token options with the card, as makeCardToken does with a form", async () => {
    const options = { verify: true, set_default: true, authorize_only: true, idempotency_key: "order-1" };
    const again = { iterationNumber: 3, gatewayRequestSource: "gway_req_e30=" };
    const given = { number: numberOf("visa"), exp_month: "12", exp_year: "2030", contact: {}, ...options };
    const made = await call("POST", "/cards", { ...given, ...again, ...BROWSER_DATA, zip: "10018" });
    expect(made.body.card).toMatchObject({ last_4_digits: "4242", zip: "10018" });
  });

  it("the script pays and looks up an IIN", async () => {
    const invoice = part(
      await server("POST", "/invoices", { name: "Coffee", amount: "9.99", currency: "EUR" }),
      "invoice",
    );
    const given = {
      source: await card("visa"),
      authorize_only: true,
      enable_three_d_s_2: true,
      ...BROWSER_DATA,
    };
    const paid = await call("POST", `/invoices/${invoice.id}/authorize`, given);
    expect(paid.body.transaction).toMatchObject({ status: "authorized" });
    expect((await call("GET", "/iins/424242")).body.card_information).toMatchObject({ scheme: "visa" });
    const plans = await call("GET", "/installment-plans/active");
    expect(plans.body).toEqual({ success: true, installment_plans: [] });
    const refreshed = await call("PUT", `/cards/${given.source}`, { cvc: "321" });
    expect(refreshed.body.card).toMatchObject({ update_type: "new-cvc2" });
  });
});

describe.each(PHONES)("$name, as it writes to the wire", (sdk) => {
  const call = caller(sdk);
  /** Integers and `cvc`, where the browser sends texts and `cvc2` (server-api.md §3.3). */
  const card = async (scenario: string) => {
    const given = { number: numberOf(scenario), exp_month: 12, exp_year: 40, cvc: "123", metadata: {} };
    return (await call("POST", "/cards", given)).body.card as Wire;
  };

  it("a phone creates a card that its decoder can read", async () => {
    const made = await card("visa");
    expect(made).toMatchObject({ exp_month: 12, exp_year: 2040 });
    const needed = [
      "iin last_4_digits cvc_check avs_check expires_soon metadata sandbox created_at project_id scheme updated_at",
    ].flatMap((names) => names.split(" "));
    for (const name of needed) expect(made[name], name).not.toBeNull();
  });

  it("a phone assigns a card to a token that its decoder can read", async () => {
    const { path } = await emptyToken();
    const source = (await card("visa")).id;
    const given = { source, verify: true, enable_three_d_s_2: false, preferred_scheme: null, metadata: {} };
    const { token } = (await call("PUT", path, given)).body as { token: Wire };
    const needed = "id customer_id type verification_status is_default metadata created_at is_chargeable";
    for (const name of needed.split(" ")) expect(token[name], name).not.toBeNull();
    expect(["success", "pending", "failed", "not-requested", "unknown"]).toContain(token.verification_status);
  });

  it("a phone gets the native fingerprint and challenge, and answers them itself", async () => {
    const { path } = await emptyToken();
    const device = { channel: sdk.name === "iOS" ? "ios" : "android" };
    const source = (await card("challenge")).id;
    const first = await call("PUT", path, { source, verify: true, enable_three_d_s_2: true, device });
    expect(first.action?.type).toBe("fingerprint-mobile");
    expect(JSON.parse(atob(first.action?.value ?? ""))).toMatchObject({
      directoryServerID: expect.any(String),
      directoryServerPublicKey: expect.any(String),
      directoryServerRootCAs: expect.any(Array),
      threeDSServerTransID: expect.any(String),
      messageVersion: expect.any(String),
    });
    const fingerprint = {
      deviceChannel: "app",
      sdkAppID: "1",
      sdkEphemPubKey: "{}",
      sdkReferenceNumber: "1",
    };
    const second = await call("PUT", path, {
      source: gatewayRequest(fingerprint),
      enable_three_d_s_2: true,
      device,
    });
    expect(second.action?.type).toBe("challenge-mobile");
    expect(JSON.parse(atob(second.action?.value ?? ""))).toMatchObject({
      acsSignedContent: expect.any(String),
    });
    const done = await call("PUT", path, {
      source: gatewayRequest({ transStatus: "Y" }),
      enable_three_d_s_2: true,
    });
    expect(done.body.token).toMatchObject({ verification_status: "success" });
  });

  it("a phone fetches an invoice with the client secret and pays it", async () => {
    const { customer } = await emptyToken();
    const given = { name: "Coffee", amount: "9.99", currency: "EUR", customer_id: customer };
    const made = await server("POST", "/invoices", given);
    const invoice = part(made, "invoice").id;
    const shown = await call("GET", `/invoices/${invoice}`, undefined, ["transaction", "payment_methods"]);
    expect(shown.headers["x-processout-client-secret"]).toBe(made.headers.get("x-processout-client-secret"));
    const payment = { source: (await card("visa")).id, incremental: false, enable_three_d_s_2: true };
    const paid = await call("POST", `/invoices/${invoice}/authorize`, payment);
    expect(paid.body.transaction).toMatchObject({ status: "authorized" });
  });
});

const gatewayRequest = (body: Wire) => `gway_req_${btoa(JSON.stringify({ body: JSON.stringify(body) }))}`;
