import { expect } from "vitest";
import type { Fact } from "./fact";

export const transportFacts: Fact[] = [
  {
    section: "§1.2",
    says: "Without credentials: 401 request.authentication.invalid",
    known: "recorded",
    check: async ({ stranger }) => {
      const reply = await stranger("GET", "/customers");
      expect([reply.status, reply.error, reply.body.success]).toEqual([
        401,
        "request.authentication.invalid",
        false,
      ]);
    },
  },
  {
    section: "§1.2",
    says: "The public key cannot create a customer",
    known: "sdk",
    check: async ({ client }) => expect((await client("POST", "/customers", {})).status).toBe(401),
  },
  {
    section: "§1.2",
    says: "The public key can make a card and assign it to a token",
    known: "sdk",
    check: async ({ client, server, customer, card }) => {
      const path = `/customers/${await customer()}/tokens`;
      const made = (await server("POST", path, {})).body.token as { id: string };
      const reply = await client("PUT", `${path}/${made.id}`, { source: await card("visa") });
      expect([reply.status, reply.error]).toEqual([200, undefined]);
    },
  },
  {
    section: "§0.6",
    says: "POST answers 200, and DELETE answers 200 with a body",
    known: "recorded",
    check: async ({ server }) => {
      const made = await server("POST", "/customers", {});
      const { id } = made.body.customer as { id: string };
      const gone = await server("DELETE", `/customers/${id}`);
      expect([made.status, gone.status, gone.body]).toEqual([200, 200, { success: true }]);
    },
  },
  {
    section: "§0.8",
    says: "null means not given",
    known: "inferred",
    check: async ({ server }) => {
      const reply = await server("POST", "/customers", { email: null, metadata: null, currency: null });
      expect(reply.body.customer).toMatchObject({ metadata: {}, currency: null });
    },
  },
  {
    section: "§1.4",
    says: "Bodies may be form-encoded, with booleans as text and brackets for what is nested",
    known: "documented",
    check: async ({ form }) => {
      const reply = await form(
        "POST",
        "/customers",
        "is_business=true&metadata[shop]=7&email=ada@example.com",
      );
      expect(reply.body.customer).toMatchObject({ is_business: true, metadata: { shop: "7" } });
    },
  },
  {
    section: "§1.4",
    says: "expand may be comma-joined, repeated or bracketed",
    known: "sdk",
    check: async ({ server, customer }) => {
      const id = await customer();
      for (const query of [
        "expand=project%2Ctokens",
        "expand=project&expand=tokens",
        "expand[]=project&expand[]=tokens",
      ]) {
        const reply = await server("GET", `/customers/${id}?${query}`);
        expect(reply.body.customer, query).toMatchObject({ tokens: [], project: { id: expect.any(String) } });
      }
    },
  },
  {
    section: "§1.4",
    says: "expand works on create",
    known: "sdk",
    check: async ({ server }) => {
      const reply = await server("POST", "/customers", { expand: ["project"] });
      expect(reply.body.customer).toMatchObject({ project: { id: expect.any(String) } });
    },
  },
  {
    section: "§1.5",
    says: "Lists have seven keys, are newest first and hold 10 by default; limit=0 and a blank limit are the default",
    known: "recorded",
    check: async ({ server, customer, token }) => {
      const id = await customer();
      const [older, newer] = [await token(id, "visa"), await token(id, "mastercard")];
      for (const query of ["", "?limit=0", "?&filter=&limit=&start_after="]) {
        const { body } = await server("GET", `/customers/${id}/tokens${query}`);
        expect(Object.keys(body).sort()).toEqual(
          ["count", "has_more", "limit", "order", "success", "tokens", "total_count"].sort(),
        );
        expect(body).toMatchObject({ limit: 10, order: "desc", tokens: [{ id: newer }, { id: older }] });
      }
    },
  },
  {
    section: "§1.5",
    says: "start_after leaves the cursor itself out, and the array of an empty page is present",
    known: "documented",
    check: async ({ server, customer, token }) => {
      const id = await customer();
      const [older, newer] = [await token(id, "visa"), await token(id, "visa")];
      const next = await server("GET", `/customers/${id}/tokens?start_after=${newer}`);
      expect(next.body).toMatchObject({ count: 1, has_more: false, tokens: [{ id: older }] });
      const last = await server("GET", `/customers/${id}/tokens?start_after=${older}`);
      expect(last.body.tokens).toEqual([]);
    },
  },
  {
    section: "§1.6",
    says: "Every answer has rate limit headers",
    known: "documented",
    check: async ({ server }) => {
      const { headers } = await server("GET", "/customers");
      expect(headers.get("x-ratelimit")).toMatch(/^\d+$/);
      expect(headers.get("x-ratelimit-remaining")).toMatch(/^\d+$/);
    },
  },
  {
    section: "§1.3",
    says: "The same idempotency key with the same body answers the same; a blank key counts as none",
    known: "inferred",
    check: async ({ server }) => {
      const key = { "idempotency-key": crypto.randomUUID() };
      const once = await server("POST", "/customers", { first_name: "Ada" }, key);
      const twice = await server("POST", "/customers", { first_name: "Ada" }, key);
      expect(twice.body).toEqual(once.body);
      const blank = { "idempotency-key": "" };
      const one = await server("POST", "/customers", {}, blank);
      expect((await server("POST", "/customers", {}, blank)).body).not.toEqual(one.body);
    },
  },
  {
    section: "§2.1",
    says: "An unknown route: 404 request.route-not-found, as JSON",
    known: "inferred",
    check: async ({ server }) => {
      const reply = await server("GET", "/no-such-thing");
      expect([reply.status, reply.error]).toEqual([404, "request.route-not-found"]);
    },
  },
];
