import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openShop, type Shop } from "../../test-support/shop-fixture";

const DAY = 24 * 60 * 60 * 1000;
const MIT = {
  initiation_type: "mit",
  merchant_initiator_type: "recurring",
  payment_intent: "recurring-subscription",
};

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => shop.close());

async function subscriber(scenario: string) {
  const customer_id = await shop.customer();
  const source = await shop.token(customer_id, scenario);
  return {
    /** The shopper pays in person, in a browser. */
    inPerson: async () => {
      const id = await shop.invoice({ customer_id, initiation_type: "cit", payment_intent: "recurring" });
      return shop.payAs(shop.client, `/invoices/${id}/capture`, source);
    },
    /** The shop charges the token alone. */
    renew: async (fields = {}) => {
      const id = await shop.invoice({ customer_id, ...MIT });
      return shop.server("POST", `/invoices/${id}/capture`, { source, ...fields });
    },
  };
}

describe("a merchant-initiated payment", () => {
  it.each(["v2-only", "sca-only", "v1-only"])(
    "a merchant-initiated payment requires no 3-D Secure with %s",
    async (scenario) => {
      const paid = await (await subscriber(scenario)).renew();
      expect(paid.body.transaction).toMatchObject({ status: "completed", three_d_s: null });
    },
  );

  it("a card that always requires 3-D Secure is approved off-session once its holder was authenticated", async () => {
    const { inPerson, renew } = await subscriber("challenge");
    const refused = await renew();
    expect([refused.status, refused.error, refused.action]).toEqual([
      410,
      "card.needs-authentication",
      undefined,
    ]);
    expect((await inPerson()).body.transaction).toMatchObject({ status: "completed" });
    expect((await renew()).body.transaction).toMatchObject({ status: "completed" });
  });

  it("keeps the scheme's transaction id of the series", async () => {
    const { inPerson, renew } = await subscriber("visa");
    const first = (await inPerson()).body.transaction as { scheme_id: string };
    expect(first.scheme_id).toMatch(/^\d{15}$/);
    const next = await renew({ initial_scheme_transaction_id: first.scheme_id });
    expect(next.body.transaction).toMatchObject({ initial_scheme_transaction_id: first.scheme_id });
  });

  it("a payment by a browser is never merchant-initiated, whatever the invoice says", async () => {
    const id = await shop.invoice(MIT);
    const reply = await shop.client("POST", `/invoices/${id}/authorize`, {
      source: await shop.card("sca-only"),
    });
    expect(reply.action?.type).toBe("fingerprint");
  });
});

describe("cards for dunning", () => {
  it("the card `asks-again` requires authentication once, and is approved afterwards", async () => {
    const { inPerson, renew } = await subscriber("asks-again");
    await inPerson();
    expect((await renew()).error).toBe("card.needs-authentication");
    expect((await renew()).error).toBe("card.needs-authentication");
    expect((await inPerson()).status).toBe(200);
    expect((await renew()).status).toBe(200);
    expect((await renew()).status).toBe(200);
  });

  it("the card `no-money-until-payday` is approved four days after its first decline", async () => {
    const { inPerson, renew } = await subscriber("no-money-until-payday");
    await inPerson();
    expect((await renew()).error).toBe("card.no-money");
    await shop.advance(3 * DAY);
    expect((await renew()).error).toBe("card.no-money");
    await shop.advance(DAY + 1000);
    expect((await renew()).status).toBe(200);
  });

  it.each([
    ["once-then-no-money", "card.no-money"],
    ["once-then-expired", "card.expired"],
    ["once-then-stolen", "card.stolen"],
  ])("%s ends with %s", async (scenario, code) => {
    const { inPerson, renew } = await subscriber(scenario);
    expect((await inPerson()).status).toBe(200);
    expect((await renew()).error).toBe(code);
  });

  it.each(["do-not-retry", "once-then-do-not-retry"])("%s advises not to try again", async (scenario) => {
    const { inPerson, renew } = await subscriber(scenario);
    await inPerson();
    const refused = await renew();
    expect([refused.status, refused.error]).toEqual([410, "card.declined"]);
    const { transactions } = (await shop.server("GET", "/transactions?limit=1&expand=operations")).body as {
      transactions: Record<string, unknown>[];
    };
    expect(transactions[0]).toMatchObject({ status: "failed", recommendation_code: "do-not-retry" });
  });
});
