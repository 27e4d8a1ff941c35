import { expect } from "vitest";
import { type Fact, ID } from "./fact";

export const customerFacts: Fact[] = [
  {
    section: "§3.1",
    says: "An empty customer is legal; children are null unless expanded",
    known: "sdk",
    check: async ({ server }) => {
      const { body } = await server("POST", "/customers", {});
      expect(body.customer).toMatchObject({
        id: expect.stringMatching(ID("cust")),
        tokens: null,
        transactions: null,
      });
      expect(body.customer).toMatchObject({
        balance: "0",
        default_token_id: null,
        metadata: {},
        sandbox: true,
      });
    },
  },
  {
    section: "§3.1",
    says: "Unknown id: 404 resource.customer.not-found",
    known: "recorded",
    check: async ({ server }) => {
      const reply = await server("GET", "/customers/bad");
      expect([reply.status, reply.error]).toEqual([404, "resource.customer.not-found"]);
    },
  },
  {
    section: "§3.1",
    says: "Names lose emoji and currency signs, and _ becomes a space",
    known: "documented",
    check: async ({ server }) => {
      const { body } = await server("POST", "/customers", {
        first_name: "Ada_Mae€",
        last_name: "Love🦄lace",
      });
      expect(body.customer).toMatchObject({ first_name: "Ada Mae", last_name: "Lovelace" });
    },
  },
  {
    section: "§4.1",
    says: "A dialling code is normalised to 00",
    known: "recorded",
    check: async ({ server }) => {
      const phone = { number: "685869595", dialing_code: "+33" };
      const { body } = await server("POST", "/customers", { phone });
      expect(body.customer).toMatchObject({ phone: { number: "685869595", dialing_code: "0033" } });
    },
  },
  {
    section: "§2.1",
    says: "A wrong IP address: 400 request.validation.invalid-ip-address",
    known: "recorded",
    check: async ({ server }) => {
      const reply = await server("POST", "/customers", { ip_address: "nowhere" });
      expect([reply.status, reply.error]).toEqual([400, "request.validation.invalid-ip-address"]);
    },
  },
  {
    section: "§6",
    says: "Fresh dates are RFC 3339 in UTC with a fraction; registered_at falls back to created_at",
    known: "recorded",
    check: async ({ server }) => {
      const { customer } = (await server("POST", "/customers", {})).body as {
        customer: Record<string, string>;
      };
      expect(customer.created_at).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{1,9}Z$/);
      expect(customer.registered_at).toBe(customer.created_at);
    },
  },
  {
    section: "§6",
    says: "The first payment fixes the customer's currency; another one is refused",
    known: "documented",
    check: async ({ server, customer, invoice, card }) => {
      const customer_id = await customer();
      const id = await invoice({ customer_id, currency: "GBP" });
      await server("POST", `/invoices/${id}/capture`, { source: await card("visa") });
      expect((await server("GET", `/customers/${customer_id}`)).body.customer).toMatchObject({
        currency: "GBP",
      });
      const other = { customer_id, name: "Coffee", amount: "1", currency: "EUR" };
      expect((await server("POST", "/invoices", other)).status).toBe(400);
    },
  },
];
