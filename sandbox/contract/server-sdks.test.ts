import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createSandbox, type Sandbox } from "../index";
import { createCaller, part, type Wire } from "../test-support/caller";
import type { Call } from "./sdks/call";
import { assertList, decode } from "./sdks/decoders";
import { AUTHORIZE, CAPTURE, CUSTOMER, CUSTOMER_UPDATE, INVOICE, REFUND, TOKEN } from "./sdks/parameters";
import { send } from "./sdks/send";
import { SERVER_SDKS } from "./sdks/server-sdks";

let sandbox: Sandbox;
beforeAll(async () => {
  // Strict: a parameter that an official SDK sends and the sandbox does not know is an error.
  sandbox = await createSandbox({ strict: true });
});
afterAll(() => sandbox.close());

const newCard = async (scenario: string) =>
  part(await createCaller(sandbox.url)("POST", "/_sandbox/cards", { scenario }), "card").id;

describe.each(SERVER_SDKS)("$name, as it writes to the wire", ({ name, frame }) => {
  const call = async (method: Call["method"], path: string, rest: Omit<Call, "method" | "path"> = {}) => {
    const asked = { method, path, ...rest };
    const reply = await send(sandbox.url, frame(asked));
    return { status: reply.status, body: decode(name, asked, reply) };
  };
  const idOf = (body: Wire, resource: string) => (body[resource] as { id: string }).id;
  const newCustomer = async () => {
    const { body } = await call("POST", "/customers", { parameters: CUSTOMER });
    return idOf(body, "customer");
  };
  const newToken = async (customer: string, given: Wire) =>
    call("POST", `/customers/${customer}/tokens`, { parameters: TOKEN, given });

  it("an SDK creates a customer without data, with its project expanded", async () => {
    const { status, body } = await call("POST", "/customers", { parameters: CUSTOMER, expand: ["project"] });
    expect(status).toBe(200);
    expect(body.customer).toMatchObject({
      email: null,
      metadata: {},
      balance: "0",
      project: { name: "Your shop" },
    });
  });

  it("an SDK updates and fetches a customer with two expansions", async () => {
    const id = await newCustomer();
    const given = { email: "ada@example.com", metadata: { shop: "7" } };
    await call("PUT", `/customers/${id}`, { parameters: CUSTOMER_UPDATE, given });
    const { body } = await call("GET", `/customers/${id}`, { expand: ["project", "tokens"] });
    expect(body.customer).toMatchObject({ ...given, tokens: [], project: { id: expect.any(String) } });
  });

  it("an SDK creates tokens with and without verification, lists them and deletes one", async () => {
    const customer = await newCustomer();
    const plain = await newToken(customer, { source: await newCard("visa") });
    expect(plain.body.token).toMatchObject({ verification_status: "not-requested", is_chargeable: true });
    const verified = await newToken(customer, {
      verify: true,
      invoice_return_url: "https://shop.example/back",
    });
    expect(verified.body.token).toMatchObject({ verification_status: "pending", is_chargeable: false });

    const list = await call("GET", `/customers/${customer}/tokens`);
    assertList(list.body, "tokens");
    const token = idOf(plain.body, "token");
    const gone = await call("DELETE", `/customers/${customer}/tokens/${token}`);
    expect(gone).toMatchObject({ status: 200, body: { success: true } });
    const missing = await call("GET", `/customers/${customer}/tokens/${token}`);
    expect(missing).toMatchObject({ status: 404, body: { error_type: "resource.token.not-found" } });
  });

  it("an SDK pays an invoice with a token and refunds it", async () => {
    const customer_id = await newCustomer();
    const { body } = await newToken(customer_id, { source: await newCard("visa") });
    const source = idOf(body, "token");
    const given = { customer_id, name: "Coffee", amount: "9.99", currency: "EUR" };
    const invoice = idOf((await call("POST", "/invoices", { parameters: INVOICE, given })).body, "invoice");
    expect((await call("GET", `/invoices/${invoice}`)).body.invoice).toMatchObject({ amount: "9.99" });

    const authorize = { parameters: AUTHORIZE, given: { source } };
    const authorized = await call("POST", `/invoices/${invoice}/authorize`, authorize);
    expect(authorized.body.transaction).toMatchObject({ status: "authorized" });
    const capture = { parameters: CAPTURE, given: { source } };
    const captured = await call("POST", `/invoices/${invoice}/capture`, capture);
    expect(captured.body.transaction).toMatchObject({ status: "completed" });

    const transaction = idOf(captured.body, "transaction");
    await call("POST", `/transactions/${transaction}/refunds`, {
      parameters: REFUND,
      given: { amount: "4" },
    });
    assertList((await call("GET", `/transactions/${transaction}/refunds`)).body, "refunds");
    const shown = await call("GET", `/transactions/${transaction}`, { expand: ["operations", "refunds"] });
    expect(shown.body.transaction).toMatchObject({
      status: "partially-refunded",
      refunds: [{ amount: "4" }],
    });
  });

  it("an SDK reads a decline and an unknown id", async () => {
    const declined = await newToken(await newCustomer(), { source: await newCard("stolen"), verify: true });
    expect(declined).toMatchObject({ status: 410, body: { success: false, error_type: "card.stolen" } });
    const missing = await call("GET", "/customers/bad");
    expect(missing).toMatchObject({ status: 404, body: { error_type: "resource.customer.not-found" } });
  });

  it("an SDK deletes a customer", async () => {
    const id = await newCustomer();
    expect((await call("DELETE", `/customers/${id}`)).body).toEqual({ success: true });
  });
});
