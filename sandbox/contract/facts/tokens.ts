import { expect } from "vitest";
import { type Fact, ID } from "./fact";

export const tokenFacts: Fact[] = [
  {
    section: "§3.2",
    says: "POST token with source: not-requested, chargeable, type card, no customer_action",
    known: "recorded",
    check: async ({ server, customer, card }) => {
      const source = await card("visa");
      const { body } = await server("POST", `/customers/${await customer()}/tokens`, { source });
      expect(body.token).toMatchObject({
        id: expect.stringMatching(ID("tok")),
        card_id: source,
        type: "card",
        verification_status: "not-requested",
        is_chargeable: true,
        is_default: true,
      });
      expect(body).not.toHaveProperty("customer_action");
    },
  },
  {
    section: "§3.2",
    says: "POST token without source: pending type, not chargeable, not-requested",
    known: "recorded",
    check: async ({ server, customer }) => {
      const { body } = await server("POST", `/customers/${await customer()}/tokens`, {});
      expect(body.token).toMatchObject({
        type: "pending",
        is_chargeable: false,
        verification_status: "not-requested",
      });
    },
  },
  {
    section: "§5",
    says: "POST token with verify and no source: pending, not chargeable",
    known: "inferred",
    check: async ({ server, customer }) => {
      const { body } = await server("POST", `/customers/${await customer()}/tokens`, { verify: true });
      expect(body.token).toMatchObject({ is_chargeable: false, verification_status: "pending" });
    },
  },
  {
    section: "§5",
    says: "PUT token with verify and a good card: success, chargeable",
    known: "sdk",
    check: async ({ server, client, customer, card }) => {
      const path = `/customers/${await customer()}/tokens`;
      const { id } = (await server("POST", path, { verify: true })).body.token as { id: string };
      await client("PUT", `${path}/${id}`, { source: await card("visa") });
      const { body } = await server("GET", `${path}/${id}`);
      expect(body.token).toMatchObject({ verification_status: "success", is_chargeable: true, type: "card" });
    },
  },
  {
    section: "§3.2",
    says: "PUT token with a card that needs 3-D Secure: customer_action with type and value",
    known: "sdk",
    check: async ({ server, client, customer, card }) => {
      const path = `/customers/${await customer()}/tokens`;
      const { id } = (await server("POST", path, { verify: true })).body.token as { id: string };
      const assign = { source: await card("challenge"), verify: true, enable_three_d_s_2: true };
      const reply = await client("PUT", `${path}/${id}`, assign);
      expect(reply.action).toMatchObject({ type: expect.any(String), value: expect.any(String) });
    },
  },
  {
    section: "§3.2",
    says: "A decline during verification: 410 with its code, success false",
    known: "inferred",
    check: async ({ server, customer, card }) => {
      const body = { source: await card("do-not-honor"), verify: true };
      const reply = await server("POST", `/customers/${await customer()}/tokens`, body);
      expect([reply.status, reply.error, reply.body.success]).toEqual([410, "card.do-not-honor", false]);
    },
  },
  {
    section: "§0.10",
    says: "A card id can be used once: request.source.card-already-used",
    known: "documented",
    check: async ({ server, customer, card }) => {
      const path = `/customers/${await customer()}/tokens`;
      const source = await card("visa");
      await server("POST", path, { source });
      expect((await server("POST", path, { source })).error).toBe("request.source.card-already-used");
    },
  },
  {
    section: "§4.2",
    says: "The token attached last is the default",
    known: "inferred",
    check: async ({ server, customer, token }) => {
      const id = await customer();
      await token(id, "visa");
      const latest = await token(id, "mastercard");
      const { body } = await server("GET", `/customers/${id}`);
      expect(body.customer).toMatchObject({ default_token_id: latest });
    },
  },
  {
    section: "§4.2",
    says: "A fetched token has its card inline; tokens in a list have not",
    known: "recorded",
    check: async ({ server, customer, token }) => {
      const id = await customer();
      const made = await token(id, "visa");
      const one = await server("GET", `/customers/${id}/tokens/${made}`);
      expect(one.body.token).toMatchObject({ card: { last_4_digits: "4242" } });
      const { tokens } = (await server("GET", `/customers/${id}/tokens`)).body as { tokens: object[] };
      expect(tokens[0]).not.toHaveProperty("card");
    },
  },
  {
    section: "§3.2",
    says: "DELETE token: success only, then 404 resource.token.not-found",
    known: "recorded",
    check: async ({ server, customer, token }) => {
      const id = await customer();
      const path = `/customers/${id}/tokens/${await token(id, "visa")}`;
      expect((await server("DELETE", path)).body).toEqual({ success: true });
      const gone = await server("GET", path);
      expect([gone.status, gone.error]).toEqual([404, "resource.token.not-found"]);
    },
  },
  {
    section: "§2.1",
    says: "A description over 255 characters: 400 request.validation.invalid-description",
    known: "recorded",
    check: async ({ server, customer }) => {
      const description = "x".repeat(256);
      const reply = await server("POST", `/customers/${await customer()}/tokens`, { description });
      expect([reply.status, reply.error]).toEqual([400, "request.validation.invalid-description"]);
    },
  },
];
