import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createCaller, part } from "../../test-support/caller";
import { openShop, type Shop } from "../../test-support/shop-fixture";

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => shop.close());

describe("POST /invoices", () => {
  it("a created invoice is answered with its transaction and the client secret", async () => {
    const reply = await shop.server("POST", "/invoices", {
      name: "Coffee",
      amount: "29.50",
      currency: "eur",
      initiation_type: "mit",
      order_id: "A-1",
      details: [{ name: "Beans", amount: "29.50", quantity: 1 }],
      metadata: { fruit: "banana" },
    });
    expect(reply.status).toBe(200);
    expect(reply.headers.get("x-processout-client-secret")).toMatch(/^\w{20,}$/);
    expect(reply.body.invoice).toMatchObject({
      id: expect.stringMatching(/^iv_\w{32}$/),
      transaction_id: expect.stringMatching(/^tr_\w{32}$/),
      amount: "29.5",
      currency: "EUR",
      initiation_type: "MIT",
      order_id: "A-1",
      metadata: { fruit: "banana" },
      details: [{ id: expect.stringMatching(/^iv_det_\w{32}$/), name: "Beans" }],
      sandbox: true,
    });
  });

  it.each([
    [{ name: null }, "request.validation.missing-name"],
    [{ currency: null }, "request.validation.missing-currency"],
    [{ currency: "XXY" }, "request.validation.invalid-currency"],
    [{ amount: null }, "request.validation.invalid-amount"],
    [{ amount: "0" }, "request.validation.invalid-amount"],
    [{ amount: "-5" }, "request.validation.invalid-amount"],
    [{ amount: "1.23456" }, "request.validation.invalid-amount"],
  ])("refuses %j with %s", async (wrong, code) => {
    const right = { name: "Coffee", amount: "29", currency: "EUR" };
    const reply = await shop.server("POST", "/invoices", { ...right, ...wrong });
    expect([reply.status, reply.error]).toEqual([400, code]);
  });

  it("creating an invoice needs the secret key", async () => {
    const reply = await shop.client("POST", "/invoices", { name: "Coffee", amount: "29", currency: "EUR" });
    expect([reply.status, reply.error]).toEqual([401, "request.authentication.invalid"]);
  });

  it("an invoice must be in the currency of the customer's first payment", async () => {
    const customer_id = await shop.customer();
    const first = await shop.invoice({ customer_id, currency: "GBP" });
    await shop.server("POST", `/invoices/${first}/capture`, { source: await shop.card("visa") });
    expect((await shop.server("GET", `/customers/${customer_id}`)).body.customer).toMatchObject({
      currency: "GBP",
    });
    const other = { name: "Coffee", amount: "29", currency: "EUR", customer_id };
    const reply = await shop.server("POST", "/invoices", other);
    expect(reply.error).toBe("request.validation.invalid-currency");
  });
});

describe("an invoice", () => {
  it("an invoice can be fetched with the public key, and expands", async () => {
    const id = await shop.invoice();
    const reply = await shop.client("GET", `/invoices/${id}?expand=transaction,project`);
    expect(reply.headers.get("x-processout-client-secret")).toBeTruthy();
    expect(reply.body.invoice).toMatchObject({
      transaction: { status: "waiting" },
      project: { name: "Your shop" },
    });
  });

  it("an invoice can be changed and deleted only before a payment started", async () => {
    const id = await shop.invoice();
    const updated = await shop.server("PUT", `/invoices/${id}`, { amount: "12" });
    expect(updated.body.invoice).toMatchObject({ amount: "12" });
    expect(await shop.transaction(id)).toMatchObject({ amount: "12" });
    expect((await shop.server("PUT", `/invoices/${id}/sync-with-psp`)).status).toBe(200);
    await shop.server("POST", `/invoices/${id}/authorize`, { source: await shop.card("visa") });
    expect((await shop.server("PUT", `/invoices/${id}`, { amount: "13" })).error).toBe(
      "gateway.invalid-state",
    );
    expect((await shop.server("DELETE", `/invoices/${id}`)).error).toBe("gateway.invalid-state");

    const unpaid = await shop.invoice();
    expect((await shop.server("DELETE", `/invoices/${unpaid}`)).body).toEqual({ success: true });
    const gone = await shop.server("GET", `/invoices/${unpaid}`);
    expect([gone.status, gone.error]).toEqual([404, "resource.invoice.not-found"]);
  });

  it("an invoice answers its blocks in the types that the Go SDK reads, in whatever type they were sent", async () => {
    const id = await shop.invoice({
      tax: { amount: 2, rate: 20 },
      shipping: { amount: 4.5, zip: 75018, expects_shipping_at: "2031-03-01", phone: { number: 685869595 } },
      risk: { score: 12, is_legit: "true" },
      details: [{ name: "Beans", amount: 29, quantity: "2", discount_amount: 1 }],
    });
    const { invoice } = (await shop.server("GET", `/invoices/${id}`)).body;
    expect(invoice).toMatchObject({
      tax: { amount: "2", rate: "20" },
      shipping: { amount: "4.5", zip: "75018", expects_shipping_at: "2031-03-01T00:00:00Z" },
      risk: { score: "12", is_legit: true },
      details: [{ amount: "29", quantity: 2, discount_amount: "1" }],
    });
    // Node and Python save an invoice by sending back what they fetched.
    const saved = await shop.server("PUT", `/invoices/${id}`, invoice as Record<string, unknown>);
    expect(saved.body.invoice).toMatchObject({ details: [{ name: "Beans", quantity: 2 }] });
  });

  it("a customer can be assigned to an invoice later", async () => {
    const id = await shop.invoice();
    expect((await shop.server("GET", `/invoices/${id}/customers`)).error).toBe("resource.customer.not-found");
    const customer_id = await shop.customer();
    await shop.server("POST", `/invoices/${id}/customers`, { customer_id });
    const reply = await shop.server("GET", `/invoices/${id}/customers`);
    expect(part(reply, "customer").id).toBe(customer_id);
  });

  it("invoices are listed newest first in the usual envelope", async () => {
    const id = await shop.invoice();
    const { body } = await shop.server("GET", "/invoices?limit=1");
    expect(body).toMatchObject({ count: 1, has_more: true, limit: 1, order: "desc", invoices: [{ id }] });
  });

  it.each(["payout", "native-payment", "apm-payment"])("answers %s as not supported", async (what) => {
    const reply = await shop.server("POST", `/invoices/${await shop.invoice()}/${what}`, {});
    expect([reply.status, reply.error]).toEqual([400, "sandbox.not-supported"]);
  });
});

it("another environment cannot read or pay an invoice", async () => {
  const { project_id, private_key } = (await shop.server("POST", "/_sandbox/projects", {})).body;
  const elsewhere = createCaller(shop.url, { projectId: String(project_id), key: String(private_key) });
  const id = await shop.invoice();
  const paid = await shop.server("POST", `/invoices/${id}/capture`, { source: await shop.card("visa") });
  const transaction = part(paid, "transaction").id;
  for (const path of [`/invoices/${id}`, `/invoices/${id}/transactions`]) {
    expect((await elsewhere("GET", path)).error).toBe("resource.invoice.not-found");
  }
  expect((await elsewhere("GET", `/transactions/${transaction}`)).error).toBe(
    "resource.transaction.not-found",
  );
  expect((await elsewhere("POST", `/transactions/${transaction}/refunds`, {})).status).toBe(404);
  expect((await elsewhere("GET", "/transactions")).body).toMatchObject({ count: 0, transactions: [] });

  const ours = { name: "Coffee", amount: "29", currency: "EUR" };
  const invoice = part(await elsewhere("POST", "/invoices", ours), "invoice").id;
  const stolen = await elsewhere("POST", `/invoices/${invoice}/capture`, { source: await shop.card("visa") });
  expect(stolen.error).toBe("resource.card.not-found");
});
