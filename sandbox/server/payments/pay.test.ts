import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openShop, type Shop } from "../../test-support/shop-fixture";

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => shop.close());

const authorize = async (id: string, body: Record<string, unknown>) =>
  shop.server("POST", `/invoices/${id}/authorize`, body);
const capture = async (id: string, body: Record<string, unknown>) =>
  shop.server("POST", `/invoices/${id}/capture`, body);

describe("authorize and capture", () => {
  it("authorize, then capture with the same source, charges once", async () => {
    const id = await shop.invoice();
    const source = await shop.card("visa");
    const first = await authorize(id, { source });
    expect(first.body.transaction).toMatchObject({
      status: "authorized",
      authorized_amount: "29",
      available_amount: "0",
    });
    expect(first.body).not.toHaveProperty("customer_action");
    expect((await authorize(id, { source })).body.transaction).toMatchObject({ attempts_count: 1 });
    await capture(id, { source });
    const again = await capture(id, { source });
    expect(again.body.transaction).toMatchObject({
      status: "completed",
      captured_amount: "29",
      available_amount: "29",
    });
  });

  it("authorize_only on capture only authorizes", async () => {
    const reply = await capture(await shop.invoice(), {
      source: await shop.card("visa"),
      authorize_only: true,
    });
    expect(reply.body.transaction).toMatchObject({ status: "authorized", captured_amount: "0" });
  });

  it("partial captures add up to the authorized amount and no more", async () => {
    const id = await shop.invoice();
    const source = await shop.card("visa");
    await authorize(id, { source });
    expect((await capture(id, { source, capture_amount: "10" })).body.transaction).toMatchObject({
      captured_amount: "10",
    });
    const much = await capture(id, { source, capture_amount: "19.01" });
    expect([much.status, much.error]).toEqual([400, "request.validation.invalid-amount"]);
    expect((await capture(id, { source })).body.transaction).toMatchObject({ captured_amount: "29" });
  });

  it("an authorized invoice refuses another source", async () => {
    const id = await shop.invoice();
    await authorize(id, { source: await shop.card("visa") });
    expect((await capture(id, { source: await shop.card("visa") })).error).toBe("gateway.invalid-state");
    expect(await shop.transaction(id)).toMatchObject({ captured_amount: "0" });
  });

  it("a decline is a 410, and another card may pay the invoice after it", async () => {
    const id = await shop.invoice();
    const reply = await capture(id, { source: await shop.card("no-money") });
    expect([reply.status, reply.error, reply.body.success]).toEqual([410, "card.no-money", false]);
    expect(await shop.transaction(id)).toMatchObject({ status: "failed", error_code: "card.no-money" });
    const paid = await capture(id, { source: await shop.card("visa") });
    expect(paid.body.transaction).toMatchObject({ status: "completed", error_code: null, attempts_count: 2 });
  });

  it("auto_capture_at captures at its time on the sandbox's clock", async () => {
    const id = await shop.invoice();
    const now = (await shop.server("GET", "/_sandbox/clock")).body.now as string;
    const auto_capture_at = new Date(Date.parse(now) + 3_600_000).toISOString();
    await authorize(id, { source: await shop.card("visa"), auto_capture_at, capture_amount: "20" });
    expect(await shop.transaction(id)).toMatchObject({ status: "authorized" });
    await shop.advance(3_700_000);
    expect(await shop.transaction(id)).toMatchObject({ status: "completed", captured_amount: "20" });
  });

  it("auto_capture_at after a partial void captures what is left", async () => {
    const id = await shop.invoice();
    const now = (await shop.server("GET", "/_sandbox/clock")).body.now as string;
    const auto_capture_at = new Date(Date.parse(now) + 60_000).toISOString();
    await authorize(id, { source: await shop.card("visa"), auto_capture_at, capture_amount: "29" });
    await shop.server("POST", `/invoices/${id}/void`, { amount: "9" });
    await shop.advance(61_000);
    expect(await shop.transaction(id)).toMatchObject({ captured_amount: "20", voided_amount: "9" });
  });

  it("a zero-amount verification is authorized and never captured", async () => {
    const id = await shop.invoice({ amount: "0", verification: true });
    const reply = await capture(id, { source: await shop.card("visa") });
    expect(reply.body.transaction).toMatchObject({ status: "authorized", captured_amount: "0" });
  });

  it("an expired invoice refuses payments", async () => {
    const id = await shop.invoice({ expires_at: "2020-01-01T00:00:00Z" });
    expect((await capture(id, { source: await shop.card("visa") })).error).toBe("gateway.invalid-state");
  });

  it("require_backend_capture refuses captures by clients", async () => {
    const id = await shop.invoice({ require_backend_capture: true });
    const source = await shop.card("visa");
    const refused = await shop.client("POST", `/invoices/${id}/capture`, { source });
    expect([refused.status, refused.error]).toEqual([400, "request.validation.error"]);
    const allowed = await shop.client("POST", `/invoices/${id}/capture`, { source, authorize_only: true });
    expect(allowed.body.transaction).toMatchObject({ status: "authorized" });
    expect((await shop.client("POST", `/invoices/${id}/capture`, { source })).status).toBe(400);
    expect((await capture(id, { source })).body.transaction).toMatchObject({ status: "completed" });
  });

  it("a replayed idempotency key does not charge twice", async () => {
    const id = await shop.invoice();
    const body = { source: await shop.card("visa"), capture_amount: "10" };
    const key = { "idempotency-key": `capture-${id}` };
    const first = await shop.server("POST", `/invoices/${id}/capture`, body, key);
    const second = await shop.server("POST", `/invoices/${id}/capture`, body, key);
    expect(second.body).toEqual(first.body);
    expect(await shop.transaction(id)).toMatchObject({ captured_amount: "10" });
  });
});

describe("void and increment", () => {
  it("void releases the authorized amount and not the captured one", async () => {
    const id = await shop.invoice();
    const source = await shop.card("visa");
    await authorize(id, { source });
    const part = await shop.server("POST", `/invoices/${id}/void`, { amount: "9" });
    expect(part.body.transaction).toMatchObject({ status: "authorized", voided_amount: "9" });
    const rest = await shop.server("POST", `/invoices/${id}/void`);
    expect(rest.body.transaction).toMatchObject({ status: "voided", voided: true, voided_amount: "29" });
    expect((await capture(id, { source })).error).toBe("gateway.invalid-state");

    const paid = await shop.invoice();
    await capture(paid, { source: await shop.card("visa") });
    expect((await shop.server("POST", `/invoices/${paid}/void`)).error).toBe("gateway.invalid-state");
  });

  it("an incremental authorization can be incremented, also with a JSON number as phones send it", async () => {
    const id = await shop.invoice();
    await authorize(id, { source: await shop.card("visa"), incremental: true });
    const raised = await shop.client("POST", `/invoices/${id}/increment_authorization`, { amount: 6 });
    expect(raised.body.transaction).toMatchObject({ authorized_amount: "35", incremented_amount: "6" });
  });

  it("increments may add up to more than one amount may be", async () => {
    const id = await shop.invoice({ amount: "999999999999" });
    await authorize(id, { source: await shop.card("visa"), incremental: true });
    await shop.server("POST", `/invoices/${id}/increment_authorization`, { amount: "999999999999" });
    const voided = await shop.server("POST", `/invoices/${id}/void`);
    expect(voided.body.transaction).toMatchObject({ status: "voided", voided_amount: "1999999999998" });
  });

  it.each([
    ["increment-fails", "payment.declined"],
    ["increment-no-money", "card.no-money"],
  ])("the card %s refuses to grow", async (scenario, code) => {
    const id = await shop.invoice();
    await authorize(id, { source: await shop.card(scenario), incremental: true });
    const reply = await shop.server("POST", `/invoices/${id}/increment_authorization`, { amount: "6" });
    expect([reply.status, reply.error]).toEqual([410, code]);
    expect(await shop.transaction(id)).toMatchObject({ status: "authorized", authorized_amount: "29" });
  });
});
