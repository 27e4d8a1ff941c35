import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { actAsShopper, openShop, type Shop } from "../../test-support/shop-fixture";

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => shop.close());

describe("payments with a client present", () => {
  it.each([
    ["challenge", { version: "2.2.0", fingerprinted: true, challenged: true, cres_trans_status: "Y" }],
    ["frictionless", { fingerprinted: false, challenged: false, ares_trans_status: "Y" }],
    ["frictionless-fingerprint", { fingerprinted: true, challenged: false }],
    ["v1-only", { version: "1.0.2", challenged: true }],
  ])("pays with %s", async (scenario, three_d_s) => {
    const id = await shop.invoice();
    const paid = await shop.payAs(shop.client, `/invoices/${id}/authorize`, await shop.card(scenario));
    expect(paid.body.transaction).toMatchObject({
      status: "authorized",
      three_d_s_status: "success",
      three_d_s,
    });
    expect(await shop.transaction(id)).toMatchObject({ attempts_count: 1 });
  });

  it("a payment that needs 3-D Secure answers a customer action and stays waiting", async () => {
    const id = await shop.invoice();
    const reply = await shop.client("POST", `/invoices/${id}/authorize`, {
      source: await shop.card("challenge"),
    });
    expect(reply.status).toBe(200);
    expect(reply.action).toMatchObject({ type: "fingerprint", value: expect.stringContaining(shop.url) });
    expect(reply.body.transaction).toMatchObject({ status: "waiting", authorized_amount: "0" });
  });

  it.each([
    ["decline", "card.failed-3ds"],
    ["cancel", "customer.canceled"],
  ])("who answers %s fails the payment and may try again", async (answer, code) => {
    const id = await shop.invoice();
    const source = await shop.card("challenge");
    const failed = await shop.payAs(shop.client, `/invoices/${id}/authorize`, source, answer);
    expect([failed.status, failed.error]).toEqual([410, code]);
    expect(await shop.transaction(id)).toMatchObject({ status: "failed", error_code: code });
    const paid = await shop.payAs(shop.client, `/invoices/${id}/authorize`, source);
    expect(paid.body.transaction).toMatchObject({ status: "authorized", attempts_count: 2 });
  });

  it("a shopper may reload the page during 3-D Secure", async () => {
    const id = await shop.invoice();
    const source = await shop.card("challenge");
    await shop.client("POST", `/invoices/${id}/authorize`, { source });
    const paid = await shop.payAs(shop.client, `/invoices/${id}/authorize`, source);
    expect(paid.body.transaction).toMatchObject({ status: "authorized", attempts_count: 1 });
  });

  it("a payment refuses the authentication of another card", async () => {
    const id = await shop.invoice();
    const path = `/invoices/${id}/authorize`;
    const first = await shop.client("POST", path, { source: await shop.card("challenge") });
    await shop.client("POST", path, { source: await shop.card("challenge") });
    if (!first.action) throw new Error("The card should ask for a fingerprint.");
    const source = await actAsShopper(first.action, "approve");
    expect((await shop.client("POST", path, { source })).error).toBe("request.source.invalid");
  });

  it("a gateway request is refused after the payment failed and on another invoice", async () => {
    const id = await shop.invoice();
    const path = `/invoices/${id}/authorize`;
    const asked = await shop.client("POST", path, { source: await shop.card("v2-only") });
    if (!asked.action) throw new Error("The card should ask for a fingerprint.");
    const source = await actAsShopper(asked.action, "approve");
    const elsewhere = await shop.invoice();
    await shop.client("POST", `/invoices/${elsewhere}/authorize`, { source: await shop.card("v2-only") });
    const reply = await shop.client("POST", `/invoices/${elsewhere}/authorize`, { source });
    expect(reply.error).toBe("request.source.invalid");
  });

  it("/three-d-s starts the authentication and /capture pays", async () => {
    const id = await shop.invoice();
    const source = await shop.card("challenge");
    const first = await shop.client("POST", `/invoices/${id}/three-d-s`, {
      source,
      enable_three_d_s_2: true,
    });
    expect(first.body).toEqual({ success: true, customer_action: first.action });
    if (!first.action) throw new Error("The card should ask for a fingerprint.");
    const returned = await actAsShopper(first.action, "approve");
    const next = await shop.client("POST", `/invoices/${id}/capture`, { source: returned });
    expect(next.action?.type).toBe("redirect");
    const paid = await shop.payAs(shop.client, `/invoices/${id}/capture`, source);
    expect(paid.body.transaction).toMatchObject({ status: "completed" });
  });

  it("a decline on the 3-D Secure 1 page fails the payment, for authorize and capture", async () => {
    const id = await shop.invoice();
    const source = await shop.card("v1-only");
    const first = await shop.client("POST", `/invoices/${id}/three-d-s`, { source });
    expect(first.action?.type).toBe("url");
    if (!first.action) throw new Error("The card should ask.");
    await actAsShopper(first.action, "decline");
    const again = await shop.client("POST", `/invoices/${id}/three-d-s`, { source });
    expect([again.status, again.error]).toEqual([410, "card.failed-3ds"]);
    expect(await shop.transaction(id)).toMatchObject({ status: "failed", three_d_s_status: "failed" });
  });

  it("a phone gets native customer actions", async () => {
    const id = await shop.invoice({ device: { channel: "ios" } });
    const reply = await shop.client("POST", `/invoices/${id}/authorize`, {
      source: await shop.card("challenge"),
    });
    expect(reply.action?.type).toBe("fingerprint-mobile");
  });
});

describe("payments by a server alone", () => {
  it("a server alone gets card.needs-authentication with the customer action", async () => {
    const id = await shop.invoice();
    const source = await shop.card("challenge");
    const reply = await shop.server("POST", `/invoices/${id}/authorize`, { source });
    expect([reply.status, reply.error, reply.action?.type]).toEqual([
      410,
      "card.needs-authentication",
      "fingerprint",
    ]);
    expect(await shop.transaction(id)).toMatchObject({
      status: "failed",
      error_code: "card.needs-authentication",
    });
    const paid = await shop.payAs(shop.server, `/invoices/${id}/authorize`, source);
    expect(paid.body.transaction).toMatchObject({ status: "authorized" });
  });

  it("a server confirms the payment that the client authorized", async () => {
    const id = await shop.invoice({ require_backend_capture: true });
    const source = await shop.card("challenge");
    await shop.payAs(shop.client, `/invoices/${id}/authorize`, source);
    const confirmed = await shop.server("POST", `/invoices/${id}/authorize`, { source });
    expect(confirmed.body.transaction).toMatchObject({ status: "authorized", attempts_count: 1 });
    const captured = await shop.server("POST", `/invoices/${id}/capture`, { source });
    expect(captured.body.transaction).toMatchObject({ status: "completed", captured_amount: "29" });
  });
});
