import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { part } from "../../test-support/caller";
import { openShop, type Shop } from "../../test-support/shop-fixture";

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => shop.close());

async function paid(scenario: string) {
  const id = await shop.invoice();
  const reply = await shop.server("POST", `/invoices/${id}/capture`, { source: await shop.card(scenario) });
  return { id, transactionId: part(reply, "transaction").id };
}

const eventsOf = async (transactionId: string) => {
  const { events } = (await shop.server("GET", "/events?limit=100")).body as {
    events: { name: string; data: { transaction?: { id: string } } }[];
  };
  return events.filter((event) => event.data.transaction?.id === transactionId).map((event) => event.name);
};

describe("refunds", () => {
  it("partial refunds add up to the captured amount and no more", async () => {
    const { id, transactionId } = await paid("visa");
    const first = await shop.server("POST", `/invoices/${id}/refunds`, {
      amount: "9.01",
      reason: "duplicate",
    });
    expect(first.body.refund).toMatchObject({ amount: "9.01", reason: "duplicate", has_failed: false });
    expect(await shop.transaction(id)).toMatchObject({
      status: "partially-refunded",
      available_amount: "19.99",
    });
    const much = await shop.server("POST", `/transactions/${transactionId}/refunds`, { amount: "20" });
    expect([much.status, much.error]).toEqual([400, "request.validation.invalid-amount"]);
    await shop.server("POST", `/transactions/${transactionId}/refunds`, {});
    expect(await shop.transaction(id)).toMatchObject({
      status: "refunded",
      refunded_amount: "29",
      refunded: true,
    });
    const none = await shop.server("POST", `/transactions/${transactionId}/refunds`, {});
    expect(none.error).toBe("request.validation.invalid-amount");
    expect(await eventsOf(transactionId)).toContain("transaction.refunded");
  });

  it("refunds are listed and found under their transaction", async () => {
    const { id, transactionId } = await paid("visa");
    const refund = part(await shop.server("POST", `/invoices/${id}/refunds`, { amount: "1" }), "refund");
    const list = await shop.server("GET", `/transactions/${transactionId}/refunds`);
    expect(list.body).toMatchObject({ count: 1, refunds: [refund] });
    const one = await shop.server("GET", `/transactions/${transactionId}/refunds/${refund.id}`);
    expect(one.body.refund).toEqual(refund);
    const other = await paid("visa");
    const wrong = await shop.server("GET", `/transactions/${other.transactionId}/refunds/${refund.id}`);
    expect(wrong.error).toBe("resource.refund.not-found");
  });

  it("declined refunds are stored as failed", async () => {
    const { id, transactionId } = await paid("refund-fails");
    const reply = await shop.server("POST", `/invoices/${id}/refunds`, {});
    expect([reply.status, reply.error]).toEqual([410, "payment.declined"]);
    const list = await shop.server("GET", `/transactions/${transactionId}/refunds`);
    expect(list.body.refunds).toMatchObject([{ has_failed: true, amount: "29" }]);
    expect(await shop.transaction(id)).toMatchObject({ status: "completed", refunded_amount: "0" });
  });
});

describe("refunds that fail later", () => {
  it("a refund that fails later counts as not refunded and can be repeated", async () => {
    const { id, transactionId } = await paid("refund-fails-later");
    await shop.server("POST", `/invoices/${id}/refunds`, { amount: "9" });
    expect(await shop.transaction(id)).toMatchObject({ status: "partially-refunded", refunded_amount: "9" });
    await shop.advance(15_000);
    const list = await shop.server("GET", `/transactions/${transactionId}/refunds`);
    expect(list.body.refunds).toMatchObject([{ has_failed: true, amount: "9" }]);
    expect(await shop.transaction(id)).toMatchObject({
      status: "completed",
      refunded_amount: "0",
      available_amount: "29",
    });
  });
});

describe("captures that fail", () => {
  it("a failed capture leaves an authorization that can be voided", async () => {
    const id = await shop.invoice();
    const reply = await shop.server("POST", `/invoices/${id}/capture`, {
      source: await shop.card("capture-fails"),
    });
    expect(reply.status).toBe(410);
    expect(reply.body).toMatchObject({ authorized: true, captured: false });
    expect(await shop.transaction(id)).toMatchObject({ status: "authorized", captured_amount: "0" });
    expect((await shop.server("POST", `/invoices/${id}/void`)).status).toBe(200);
  });

  it("a card may fail incremental captures only", async () => {
    const id = await shop.invoice();
    const source = await shop.card("incremental-capture-fails");
    await shop.server("POST", `/invoices/${id}/capture`, { source, capture_amount: "10" });
    const reply = await shop.server("POST", `/invoices/${id}/capture`, { source, capture_amount: "10" });
    expect(reply.status).toBe(410);
    expect(await shop.transaction(id)).toMatchObject({ status: "completed", captured_amount: "10" });
  });
});

describe("disputes", () => {
  it.each([
    ["chargeback", "chargeback-initiated", "reversed", "transaction.chargeback.lost"],
    ["chargeback-fails", "chargeback-initiated", "solved", "transaction.chargeback.won"],
    [
      "retrieval-request",
      "retrieval-request",
      "retrieval-request",
      "transaction.chargeback.retrieval-request",
    ],
    [
      "fraud-notification",
      "fraud-notification",
      "fraud-notification",
      "transaction.chargeback.fraud-notification",
    ],
  ])("%s: %s, then %s", async (scenario, soon, late, event) => {
    const { id, transactionId } = await paid(scenario);
    expect(await shop.transaction(id)).toMatchObject({ status: "completed" });
    await shop.advance(10_000);
    expect(await shop.transaction(id)).toMatchObject({ status: soon });
    await shop.advance(8 * 24 * 60 * 60 * 1000);
    expect(await shop.transaction(id)).toMatchObject({ status: late, captured_amount: "29" });
    expect(await eventsOf(transactionId)).toContain(event);
  });
});

describe("disputes by the control side", () => {
  it("a captured payment of any card is disputed and won, with the events; another is refused", async () => {
    const { id, transactionId } = await paid("visa");
    const disputes = `/_sandbox/transactions/${transactionId}/disputes`;
    expect((await shop.server("POST", disputes, { step: "created" })).status).toBe(200);
    expect(await shop.transaction(id)).toMatchObject({ status: "chargeback-initiated", chargedback: true });
    await shop.server("POST", disputes, { step: "won" });
    expect(await shop.transaction(id)).toMatchObject({ status: "solved", captured_amount: "29" });
    expect(await eventsOf(transactionId)).toEqual(
      expect.arrayContaining(["transaction.chargeback.created", "transaction.chargeback.won"]),
    );
    expect((await shop.server("POST", disputes, { step: "settled" })).status).toBe(400);
  });
});

describe("checks", () => {
  it.each([
    ["visa", "passed", "unavailable"],
    ["cvc-check-fails", "failed", "unavailable"],
    ["all-checks-fail", "failed", "failed"],
  ])("%s: CVC %s, address %s", async (scenario, cvc_check, avs_check) => {
    const { id } = await paid(scenario);
    expect(await shop.transaction(id)).toMatchObject({ cvc_check, avs_check });
  });
});

describe("transactions", () => {
  it("a payment fires its events in order, invoice.completed last", async () => {
    const { transactionId } = await paid("visa");
    expect(await eventsOf(transactionId)).toEqual([
      "transaction.captured",
      "transaction.authorized",
      "transaction.requested",
    ]);
    expect((await shop.events())[0]).toBe("invoice.completed");
  });

  it("a transaction shows operations and refunds when expanded, and null otherwise", async () => {
    const { transactionId } = await paid("visa");
    const plain = await shop.server("GET", `/transactions/${transactionId}`);
    expect(plain.body.transaction).toMatchObject({ operations: null, refunds: null });
    const full = await shop.server(
      "GET",
      `/transactions/${transactionId}?expand[]=operations&expand[]=refunds&expand[]=card`,
    );
    expect(full.body.transaction).toMatchObject({ refunds: [], card: { last_4_digits: "4242" } });
    expect((full.body.transaction as { operations: unknown[] }).operations).toHaveLength(5);
  });

  it("transactions are fetched by a list of ids, or the newest without one", async () => {
    const { transactionId } = await paid("visa");
    const some = await shop.server("POST", "/transactions", { ids: [transactionId, "tr_unknown"] });
    expect(some.body).toMatchObject({ count: 1, transactions: [{ id: transactionId }] });
    const all = await shop.server("POST", "/transactions");
    expect((all.body.transactions as { id: string }[])[0]?.id).toBe(transactionId);
  });

  it("verifies-then-fails can be saved and not charged", async () => {
    const customer = await shop.customer();
    const source = await shop.card("verifies-then-fails");
    const saved = await shop.server("POST", `/customers/${customer}/tokens`, { source, verify: true });
    expect(saved.body.token).toMatchObject({ verification_status: "success", is_chargeable: true });
    const id = await shop.invoice({ customer_id: customer });
    const reply = await shop.server("POST", `/invoices/${id}/capture`, { source: part(saved, "token").id });
    expect([reply.status, reply.error]).toEqual([410, "card.declined"]);
  });
});

describe("a verification", () => {
  const verified = async (scenario: string, fields = {}) => {
    const customer = await shop.customer();
    const source = await shop.card(scenario);
    const path = `/customers/${customer}/tokens?expand=invoice`;
    return shop.server("POST", path, { source, verify: true, ...fields });
  };

  it("a verification creates a zero-amount invoice and voids it at once", async () => {
    const token = part(await verified("visa", { verify_metadata: { why: "save" } }), "token");
    expect(token.invoice).toMatchObject({ amount: "0", verification: true, metadata: { why: "save" } });
    expect(await shop.transaction(String(token.invoice_id))).toMatchObject({
      status: "voided",
      token_id: token.id,
    });
  });

  it("manual_invoice_cancellation keeps the verification's authorization", async () => {
    const token = part(await verified("visa", { manual_invoice_cancellation: true }), "token");
    expect(await shop.transaction(String(token.invoice_id))).toMatchObject({ status: "authorized" });
  });

  it("a verification uses the merchant's invoice when one is named", async () => {
    const invoice_id = await shop.invoice();
    const token = part(await verified("visa", { invoice_id, manual_invoice_cancellation: true }), "token");
    expect(await shop.transaction(invoice_id)).toMatchObject({ status: "authorized", token_id: token.id });
    const reply = await shop.server("POST", `/invoices/${invoice_id}/capture`, { source: token.id });
    expect(reply.body.transaction).toMatchObject({ status: "completed", captured_amount: "29" });
  });

  it("a failed verification leaves a failed transaction", async () => {
    expect((await verified("stolen")).error).toBe("card.stolen");
    const { transactions } = (await shop.server("GET", "/transactions?limit=1")).body as {
      transactions: unknown[];
    };
    expect(transactions[0]).toMatchObject({ status: "failed", error_code: "card.stolen", amount: "0" });
  });
});
