import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createSandbox, type Sandbox } from "../index";
import { createCaller, EXAMPLE, part, type Wire } from "../test-support/caller";
import type { Call } from "./sdks/call";
import { assertList, decode } from "./sdks/decoders";
import { AUTHORIZE, CAPTURE, INVOICE, REFUND } from "./sdks/parameters";
import { send } from "./sdks/send";
import { SERVER_SDKS } from "./sdks/server-sdks";

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await createSandbox({ strict: true });
});
afterAll(() => sandbox.close());

/** A gateway request as the test suites of the SDKs make it. */
const TEST_VALID = `gway_req_${btoa(
  JSON.stringify({
    gateway_configuration_id: "sandbox",
    method: "POST",
    url: "https://processout.com?token=test-valid",
    headers: { "Content-Type": "application/json" },
    body: "{}",
  }),
)}`;

// Each answer is decoded as all SDKs decode it: `decode` fails on what one of them could not read.
describe.each(SERVER_SDKS)("$name, operation by operation", ({ name, frame }) => {
  const call = async (method: Call["method"], path: string, rest: Omit<Call, "method" | "path"> = {}) => {
    const asked = { method, path, ...rest };
    const reply = await send(sandbox.url, frame(asked));
    return { status: reply.status, body: decode(name, asked, reply) };
  };
  const newCard = async (scenario: string) =>
    part(await createCaller(sandbox.url)("POST", "/_sandbox/cards", { scenario }), "card").id;
  const newInvoice = async (given: Wire = {}) => {
    const wanted = { name: "Test invoice", amount: "9.99", currency: "USD", ...given };
    return part(await call("POST", "/invoices", { parameters: INVOICE, given: wanted }), "invoice").id;
  };
  const pay = (id: string, how: "authorize" | "capture", given: Wire) =>
    call("POST", `/invoices/${id}/${how}`, {
      parameters: how === "authorize" ? AUTHORIZE : CAPTURE,
      given,
    });

  it("runs the suite that each SDK ships: capture with a gateway request, expand its configuration", async () => {
    const paid = part(await pay(await newInvoice(), "capture", { source: TEST_VALID }), "transaction");
    expect(paid.status).toBe("completed");
    const shown = await call("GET", `/transactions/${paid.id}`, { expand: ["gateway_configuration"] });
    const { gateway_configuration } = part(shown, "transaction");
    expect(gateway_configuration).toMatchObject({ id: paid.gateway_configuration_id });
  });

  it("an SDK creates a supervised project whose credentials work", async () => {
    const given = { name: "test supervised project", default_currency: "USD" };
    const made = part(await call("POST", "/supervised-projects", { given }), "project");
    assertList((await call("GET", "/supervised-projects")).body, "projects");
    const credentials = { projectId: `test-${made.id}`, key: String(made.private_key) };
    const own = await createCaller(sandbox.url, credentials)("GET", `/projects/${made.id}`);
    expect(own.body.project).toMatchObject({ ...given, id: made.id });
    expect(own.body.project).not.toHaveProperty("private_key");
  });

  it("an SDK reads gateway configurations and its project", async () => {
    const { body } = await call("GET", "/gateway-configurations", { expand: ["gateway", "project"] });
    assertList(body, "gateway_configurations");
    const [only] = body.gateway_configurations as { id: string }[];
    await call("GET", `/gateway-configurations/${only?.id}`);
    const project = await call("GET", `/projects/${EXAMPLE.projectId}`);
    expect(project.body.project).toMatchObject({ name: "Your shop" });
  });

  it("an SDK increments and voids an authorization", async () => {
    const id = await newInvoice({ incremental: true });
    await pay(id, "authorize", { source: await newCard("visa"), incremental: true });
    // Go sends the amount as a number.
    const added = await call("POST", `/invoices/${id}/increment_authorization`, {
      parameters: ["metadata"],
      given: { amount: 1.01 },
    });
    expect(added.body.transaction).toMatchObject({ authorized_amount: "11" });
    const voided = await call("POST", `/invoices/${id}/void`, { parameters: ["metadata", "amount"] });
    expect(voided.body.transaction).toMatchObject({ status: "voided" });
  });

  it("an SDK assigns a customer, starts 3-D Secure, and reads the sub-resources of the invoice", async () => {
    const customer_id = part(await call("POST", "/customers"), "customer").id;
    const id = await newInvoice({
      details: [{ name: "Beans", amount: "9.99", quantity: 1, metadata: { shelf: "2" } }],
      device: { channel: "web", ip_address: "1.1.1.1" },
      tax: { amount: "1", rate: "10" },
    });
    await call("POST", `/invoices/${id}/customers`, { given: { customer_id } });
    expect(part(await call("GET", `/invoices/${id}/customers`), "customer").id).toBe(customer_id);
    const given = { source: await newCard("challenge"), enable_three_d_s_2: true };
    const asked = await call("POST", `/invoices/${id}/three-d-s`, { given });
    expect(asked.body.customer_action).toMatchObject({ type: expect.any(String) });
    await call("POST", `/invoices/${await newInvoice()}/three-d-s`, {
      given: { source: await newCard("visa") },
    });
    await call("GET", `/invoices/${id}/transactions`, { expand: ["operations", "refunds", "card"] });
    await call("GET", `/invoices/${id}`, { expand: ["customer", "transaction", "token", "project"] });
    await call("PUT", `/invoices/${id}/sync-with-psp`);
    assertList((await call("GET", "/invoices")).body, "invoices");
  });

  it("an SDK reads refunds and lists of transactions, cards and events", async () => {
    const customer = part(await call("POST", "/customers"), "customer").id;
    const source = await newCard("visa");
    await call("POST", `/customers/${customer}/tokens`, { given: { source } });
    const paid = await pay(await newInvoice({ customer_id: customer }), "capture", { source: customer });
    const path = `/transactions/${part(paid, "transaction").id}`;
    await call("POST", `${path}/refunds`, { parameters: REFUND, given: { amount: "1.5" } });
    const refunds = (await call("GET", `${path}/refunds`)).body.refunds as { id: string }[];
    await call("GET", `${path}/refunds/${refunds[0]?.id}`, { expand: ["transaction"] });
    assertList((await call("GET", "/transactions")).body, "transactions");
    assertList((await call("POST", "/transactions")).body, "transactions");
    assertList((await call("GET", `/customers/${customer}/transactions`)).body, "transactions");
    await call("GET", `/customers/${customer}`, {
      expand: ["default_token.card", "tokens", "transactions.refunds"],
    });
    assertList((await call("GET", "/cards")).body, "cards");
    await call("GET", `/cards/${source}`, { expand: ["token", "project"] });
    await call("GET", "/iins/424242");
    const { events } = (await call("GET", "/events", { expand: ["webhooks"] })).body as {
      events: { id: string }[];
    };
    await call("GET", `/events/${events[0]?.id}`, { expand: ["project"] });
    assertList((await call("GET", `/events/${events[0]?.id}/webhooks`)).body, "webhooks");
  });

  it.each([
    ["POST", "/subscriptions"],
    ["GET", "/plans"],
    ["GET", "/products/x"],
    ["GET", "/activities"],
    ["PUT", "/coupons/x"],
    ["POST", "/private-keys"],
    ["GET", "/payouts/x/items"],
    ["GET", "/error-codes"],
    ["GET", "/exports/layouts"],
    ["POST", "/gateways/sandbox/gateway-configurations"],
    ["GET", "/customers/x/subscriptions"],
    ["POST", "/invoices/:invoice_id/authenticate"],
  ] as const)("is told that %s %s is not supported", async (method, path) => {
    const given = { name: "Test", amount: "9.99", currency: "USD", interval: "1d" };
    const reply = await call(method, path, { given });
    expect([reply.status, reply.body.error_type]).toEqual([400, "sandbox.not-supported"]);
  });
});
