import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { part } from "../../test-support/caller";
import { openShop, type Shop } from "../../test-support/shop-fixture";

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => shop.close());

const capture = async (id: string, body: Record<string, unknown>) =>
  shop.server("POST", `/invoices/${id}/capture`, body);

describe("sources", () => {
  it("a card id pays once", async () => {
    const source = await shop.card("visa");
    const id = await shop.invoice();
    expect((await capture(id, { source })).body.transaction).toMatchObject({
      status: "completed",
      card_id: source,
    });
    const again = await capture(await shop.invoice(), { source });
    expect([again.status, again.error]).toEqual([400, "request.source.card-already-used"]);
  });

  it("a card that a token uses cannot pay by itself", async () => {
    const source = await shop.card("visa");
    await shop.server("POST", `/customers/${await shop.customer()}/tokens`, { source });
    expect((await capture(await shop.invoice(), { source })).error).toBe("request.source.card-already-used");
  });

  it("a token pays repeatedly, even without verification", async () => {
    const customer_id = await shop.customer();
    const source = await shop.token(customer_id, "visa");
    for (const amount of ["29", "3"]) {
      const paid = await capture(await shop.invoice({ customer_id, amount }), { source });
      expect(paid.body.transaction).toMatchObject({ status: "completed", token_id: source, customer_id });
    }
  });

  it("a customer id pays with the default token", async () => {
    const source = await shop.customer();
    const none = await capture(await shop.invoice(), { source });
    expect([none.status, none.error]).toEqual([400, "request.source.invalid"]);
    const token_id = await shop.token(source, "visa");
    const paid = await capture(await shop.invoice(), { source });
    expect(paid.body.transaction).toMatchObject({ status: "completed", token_id, customer_id: source });
  });

  it.each([
    ["in its URL", { url: "https://processout.com?token=test-valid", body: "{}" }],
    ["in its body", { url: "https://processout.com", body: '{"token": "test-valid"}' }],
  ])("a request to the sandbox gateway pays with the token %s", async (_, request) => {
    const source = `gway_req_${btoa(JSON.stringify({ gateway_configuration_id: "sandbox", ...request }))}`;
    const id = await shop.invoice();
    const paid = await capture(id, { source });
    expect(paid.body.transaction).toMatchObject({
      status: "completed",
      captured_amount: "29",
      token_id: null,
    });
    // The same source again confirms it, as any other would.
    expect((await capture(id, { source })).body.transaction).toMatchObject({ captured_amount: "29" });
  });

  it("a token that is not chargeable, or of another customer, is refused", async () => {
    const customer = await shop.customer();
    const empty = part(await shop.server("POST", `/customers/${customer}/tokens`, {}), "token").id;
    expect((await capture(await shop.invoice(), { source: empty })).error).toBe("request.source.invalid");
    const foreign = await shop.invoice({ customer_id: await shop.customer() });
    const token = await shop.token(customer, "visa");
    expect((await capture(foreign, { source: token })).error).toBe("resource.not-linked");
  });

  it.each([
    [undefined, 400, "request.validation.missing-source"],
    ["nonsense", 400, "request.source.invalid"],
    ["card_unknown", 404, "resource.card.not-found"],
    ["tok_unknown", 404, "resource.token.not-found"],
    ["cust_unknown", 404, "resource.customer.not-found"],
    ["gway_req_e30=", 400, "request.source.invalid"],
  ])("refuses %s", async (source, status, code) => {
    const reply = await capture(await shop.invoice(), { source });
    expect([reply.status, reply.error]).toEqual([status, code]);
  });

  it("save_source saves the card as a token of the customer", async () => {
    const customer_id = await shop.customer();
    const id = await shop.invoice({ customer_id });
    await capture(id, { source: await shop.card("visa"), save_source: true });
    const { token_id } = await shop.transaction(id);
    const token = await shop.server("GET", `/customers/${customer_id}/tokens/${token_id}`);
    expect(token.body.token).toMatchObject({ is_chargeable: true, is_default: true, type: "card" });
    expect((await capture(await shop.invoice({ customer_id }), { source: token_id })).status).toBe(200);
    const withoutCustomer = await capture(await shop.invoice(), {
      source: await shop.card("visa"),
      save_source: true,
    });
    expect(withoutCustomer.error).toBe("request.validation.error");
  });
});
