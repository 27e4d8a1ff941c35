import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { SCENARIOS } from "../../scenarios/deck";
import { openShop, type Shop } from "../../test-support/shop-fixture";
import { readAmount } from "../amounts";

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => shop.close());

const amount = fc.oneof(
  fc.constantFrom(undefined, null, "", "0", "29", "10.5", 7, -1, "1e9", "999999999999", {}, [], true),
  fc.string({ maxLength: 8 }),
);

const step = fc.record({
  action: fc.constantFrom("authorize", "capture", "void", "refunds", "increment_authorization", "three-d-s"),
  body: fc.record(
    {
      amount,
      capture_amount: amount,
      capture_type: fc.constantFrom("final", "non-final", "maybe", null),
      authorize_only: fc.constantFrom(true, false, "true", "what", null),
      incremental: fc.constantFrom(true, "1", null),
      save_source: fc.constantFrom(true, null),
      enable_three_d_s_2: fc.constantFrom(true, false, null),
      auto_capture_at: fc.constantFrom(
        undefined,
        "never",
        "2020-01-01T00:00:00Z",
        "2040-01-01T00:00:00Z",
        12,
      ),
      reason: fc.constantFrom("duplicate", "because", null),
      metadata: fc.constantFrom(undefined, { a: "b" }, { a: 1 }, [], "x"),
    },
    { requiredKeys: [] },
  ),
  source: fc.constantFrom("own", "gway_req_", "gway_req_e30=", "tok_x", "", null, 4, {}),
  asServer: fc.boolean(),
});

/** For any sequence of requests: an answer in the envelope, and amounts that add up. */
it("any sequence of payment requests keeps the amounts consistent", async () => {
  const scenario = fc.constantFrom(...SCENARIOS.map(({ name }) => name));
  await fc.assert(
    fc.asyncProperty(scenario, fc.array(step, { maxLength: 8 }), async (name, steps) => {
      const customer_id = await shop.customer();
      const id = await shop.invoice({ customer_id });
      const card = await shop.card(name);
      for (const { action, body, source, asServer } of steps) {
        const caller = asServer ? shop.server : shop.client;
        const given = source === "own" ? card : source;
        const reply = await caller("POST", `/invoices/${id}/${action}`, { ...body, source: given });
        expect(reply.status, JSON.stringify(reply.body)).toBeLessThan(500);
        expect(reply.body.success).toBe(reply.status === 200);
      }
      const transaction = await shop.transaction(id);
      const of = (total: string) => readAmount(String(transaction[`${total}_amount`]));
      expect(of("captured") + of("voided") <= of("authorized")).toBe(true);
      expect(of("available")).toBe(of("captured") - of("refunded"));
      expect(of("refunded") <= of("captured")).toBe(true);
    }),
    { numRuns: 120, seed: 20261122 },
  );
}, 60_000);
