import { expect, it } from "vitest";
import { UnavailableError } from "./errors";
import { customer, ok, startServer, token } from "./test-server";

const key = { idempotencyKey: "row:1" };
const transaction = {
  id: "tr_1",
  status: "authorized",
  currency: "EUR",
  amount: "29",
  created_at: "2026-11-22T10:00:00Z",
};
const action = { type: "redirect", value: "https://bank.test/" };

it("unknown fields and values are kept", async () => {
  const novel = {
    ...token,
    type: "passkey",
    verification_status: "reviewing",
    colour: "blue",
    metadata: { a: "b" },
  };
  await using server = await startServer(ok({ token: novel }));
  expect(await server.client().tokens.find("cust_1", "tok_1")).toEqual(novel);
});

it("null fields are accepted, and null metadata is parsed as empty", async () => {
  const nulls = {
    email: null,
    phone: null,
    currency: null,
    tokens: null,
    metadata: null,
    default_token_id: null,
  };
  await using server = await startServer(ok({ customer: { ...customer, ...nulls } }));
  expect(await server.client().customers.find("cust_1")).toEqual({ ...customer, ...nulls, metadata: {} });
});

it.each([
  ["absent", {}, undefined],
  ["null", { customer_action: null }, undefined],
  ["empty", { customer_action: {} }, undefined],
  ["there", { customer_action: action }, action],
])("a token can be created when its customer action is %s", async (_name, fields, customerAction) => {
  await using server = await startServer(ok({ token, ...fields }));
  const created = await server.client().tokens.create("cust_1", { verify: true }, key);
  expect(created).toEqual({ token: { ...token, metadata: {} }, customerAction });
});

it("a token can be updated although the response has none", async () => {
  await using server = await startServer(ok({}));
  expect(await server.client().tokens.update("cust_1", "tok_1", { set_default: true }, key)).toEqual({
    token: undefined,
    customerAction: undefined,
  });
  expect(server.received[0]).toMatchObject({ method: "PUT", body: '{"set_default":true}' });
});

it("`expand` is sent as one comma-separated parameter", async () => {
  await using server = await startServer(ok({ token }));
  await server.client().tokens.find("cust_1", "tok_1", { expand: ["card", "customer"] });
  expect(server.received[0]?.url).toBe("/customers/cust_1/tokens/tok_1?expand=card%2Ccustomer");
});

it.each([
  ["a transaction", { transaction }, { transaction: { ...transaction, metadata: {} } }],
  ["a step for the shopper", { customer_action: action }, { customerAction: action }],
])("authorize resolves with %s", async (_name, answer, charge) => {
  await using server = await startServer(ok(answer));
  expect(await server.client().invoices.authorize("iv_1", { source: "tok_1" }, key)).toEqual(charge);
});

it("an authorization response without a result is an error", async () => {
  await using server = await startServer(ok({}));
  const charge = server.client().invoices.authorize("iv_1", { source: "tok_1" }, key);
  await expect(charge).rejects.toBeInstanceOf(UnavailableError);
});

it.each([
  ["customers.delete", "DELETE /customers/cust_1"],
  ["tokens.delete", "DELETE /customers/cust_1/tokens/tok_1"],
  ["cards.find", "GET /cards/card_1"],
  ["events.find", "GET /events/ev_1"],
  ["invoices.create", "POST /invoices"],
  ["invoices.find", "GET /invoices/iv_1"],
  ["invoices.delete", "DELETE /invoices/iv_1"],
  ["invoices.capture", "POST /invoices/iv_1/capture"],
  ["invoices.void", "POST /invoices/iv_1/void"],
  ["invoices.refund", "POST /invoices/iv_1/refunds"],
  ["invoices.authenticate", "POST /invoices/iv_1/three-d-s"],
  ["transactions.find", "GET /transactions/tr_1"],
  ["transactions.findByInvoice", "GET /invoices/iv_1/transactions"],
  ["transactions.listByCustomer", "GET /customers/cust_1/transactions?limit=100"],
  ["transactions.listRefunds", "GET /transactions/tr_1/refunds?limit=100"],
])("%s sends %s", async (name, line) => {
  await using server = await startServer(
    ok({
      card: { id: "card_1", created_at: transaction.created_at },
      event: { id: "ev_1", name: "customer.token.updated" },
      invoice: { id: "iv_1", amount: "29", currency: "EUR", created_at: transaction.created_at },
      refund: { id: "refd_1", amount: "29", created_at: transaction.created_at },
      transaction,
      has_more: false,
      transactions: [transaction],
      refunds: [],
    }),
  );
  const { customers, tokens, cards, events, invoices, transactions } = server.client();
  const calls: Record<string, () => unknown> = {
    "customers.delete": () => customers.delete("cust_1", key),
    "tokens.delete": () => tokens.delete("cust_1", "tok_1", key),
    "cards.find": () => cards.find("card_1"),
    "events.find": () => events.find("ev_1"),
    "invoices.create": () => invoices.create({ name: "Beans", amount: "29", currency: "EUR" }, key),
    "invoices.find": () => invoices.find("iv_1"),
    "invoices.delete": () => invoices.delete("iv_1", key),
    "invoices.capture": () => invoices.capture("iv_1", { source: "tok_1" }, key),
    "invoices.void": () => invoices.void("iv_1", {}, key),
    "invoices.refund": () => invoices.refund("iv_1", { amount: "1" }, key),
    "invoices.authenticate": () => invoices.authenticate("iv_1", { source: "card_1" }, key),
    "transactions.find": () => transactions.find("tr_1"),
    "transactions.findByInvoice": () => transactions.findByInvoice("iv_1"),
    "transactions.listByCustomer": () => transactions.listByCustomer("cust_1").next(),
    "transactions.listRefunds": () => transactions.listRefunds("tr_1").next(),
  };
  await calls[name]?.();
  expect(server.received.map(({ method, url }) => `${method} ${url}`)).toEqual([line]);
});
