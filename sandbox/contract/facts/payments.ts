import { expect } from "vitest";
import { part, type Wire } from "../../test-support/caller";
import { type Fact, ID } from "./fact";

export const paymentFacts: Fact[] = [
  {
    section: "§4.4",
    says: "A fresh invoice has a transaction_id, and its answer the client secret header",
    known: "recorded",
    check: async ({ server }) => {
      const reply = await server("POST", "/invoices", { name: "Coffee", amount: "9.99", currency: "EUR" });
      expect(reply.body.invoice).toMatchObject({
        amount: "9.99",
        transaction_id: expect.stringMatching(ID("tr")),
      });
      expect(reply.headers.get("x-processout-client-secret")).toBeTruthy();
    },
  },
  {
    section: "§4.4",
    says: "initiation_type is given in lower case and answered in capitals",
    known: "recorded",
    check: async ({ server }) => {
      const invoice = { name: "Coffee", amount: "9.99", currency: "EUR", initiation_type: "mit" };
      expect((await server("POST", "/invoices", invoice)).body.invoice).toMatchObject({
        initiation_type: "MIT",
      });
    },
  },
  {
    section: "§4.5",
    says: "Authorize records request, attempt and result, with gateway_data.token test-valid",
    known: "recorded",
    check: async ({ server, invoice, card }) => {
      const reply = await server("POST", `/invoices/${await invoice()}/authorize`, {
        source: await card("visa"),
      });
      const { operations, ...transaction } = reply.body.transaction as Wire & { operations: Wire[] };
      expect(transaction).toMatchObject({
        status: "authorized",
        authorized: true,
        captured: false,
        captured_amount: "0",
      });
      expect(operations.map(({ type, is_attempt }) => [type, is_attempt])).toEqual([
        ["request", false],
        ["authorization", true],
        ["authorization", false],
      ]);
      expect(operations[2]).toMatchObject({ gateway_data: { token: "test-valid" }, has_failed: false });
    },
  },
  {
    section: "§3.4",
    says: "Capture authorizes and captures; the same source again confirms it",
    known: "documented",
    check: async ({ server, invoice, card }) => {
      const path = `/invoices/${await invoice()}/capture`;
      const source = await card("visa");
      for (const _ of [1, 2]) {
        const reply = await server("POST", path, { source });
        expect(reply.body.transaction).toMatchObject({ status: "completed", captured_amount: "29" });
      }
    },
  },
  {
    section: "§5",
    says: "A token that was never verified can be charged",
    known: "recorded",
    check: async ({ server, customer, token, invoice }) => {
      const customer_id = await customer();
      const source = await token(customer_id, "visa");
      const reply = await server("POST", `/invoices/${await invoice({ customer_id })}/capture`, { source });
      expect(reply.body.transaction).toMatchObject({ status: "completed", token_id: source });
    },
  },
  {
    section: "§3.1",
    says: "A customer id is a source: its default token pays",
    known: "documented",
    check: async ({ server, customer, token, invoice }) => {
      const source = await customer();
      const token_id = await token(source, "visa");
      const reply = await server("POST", `/invoices/${await invoice()}/capture`, { source });
      expect(reply.body.transaction).toMatchObject({ status: "completed", token_id });
    },
  },
  {
    section: "§0.9",
    says: "A decline: 410, success false, the code as error_type, and the transaction failed with it",
    known: "recorded",
    check: async ({ server, invoice, card }) => {
      const id = await invoice();
      const reply = await server("POST", `/invoices/${id}/authorize`, { source: await card("no-money") });
      expect([reply.status, reply.error, reply.body.success]).toEqual([410, "card.no-money", false]);
      const { body } = await server("GET", `/invoices/${id}/transactions`);
      expect(body.transaction).toMatchObject({ status: "failed", error_code: "card.no-money" });
    },
  },
  {
    section: "§2.1",
    says: "A card that needs 3-D Secure, charged by a server alone: 410 card.needs-authentication",
    known: "recorded",
    check: async ({ server, invoice, card }) => {
      const reply = await server("POST", `/invoices/${await invoice()}/authorize`, {
        source: await card("challenge"),
      });
      expect([reply.status, reply.error]).toEqual([410, "card.needs-authentication"]);
    },
  },
  {
    section: "§3.4",
    says: "Void works from authorized, in part too, and not after a capture",
    known: "documented",
    check: async ({ server, invoice, card }) => {
      const id = await invoice();
      await server("POST", `/invoices/${id}/authorize`, { source: await card("visa") });
      const some = await server("POST", `/invoices/${id}/void`, { amount: "9" });
      expect(some.body.transaction).toMatchObject({ status: "authorized", voided_amount: "9" });
      const rest = await server("POST", `/invoices/${id}/void`, {});
      expect(rest.body.transaction).toMatchObject({ status: "voided" });
      const paid = await invoice();
      await server("POST", `/invoices/${paid}/capture`, { source: await card("visa") });
      expect((await server("POST", `/invoices/${paid}/void`, {})).body.success).toBe(false);
    },
  },
  {
    section: "§3.5",
    says: "A refund without an amount takes what is left; then 400 request.validation.invalid-amount",
    known: "recorded",
    check: async ({ server, invoice, card }) => {
      const id = await invoice();
      await server("POST", `/invoices/${id}/capture`, { source: await card("visa") });
      await server("POST", `/invoices/${id}/refunds`, { amount: "9" });
      expect((await server("POST", `/invoices/${id}/refunds`, {})).status).toBe(200);
      const { body } = await server("GET", `/invoices/${id}/transactions`);
      expect(body.transaction).toMatchObject({
        status: "refunded",
        refunded_amount: "29",
        available_amount: "0",
      });
      const none = await server("POST", `/invoices/${id}/refunds`, {});
      expect([none.status, none.error]).toEqual([400, "request.validation.invalid-amount"]);
    },
  },
  {
    section: "§3.7",
    says: "A transaction's gateway configuration can be fetched, and is listed with the others",
    known: "sdk",
    check: async ({ server, invoice, card }) => {
      const reply = await server("POST", `/invoices/${await invoice()}/capture`, {
        source: await card("visa"),
      });
      const id = part(reply, "transaction").gateway_configuration_id;
      const { gateway_configuration } = (await server("GET", `/gateway-configurations/${id}`)).body;
      expect(gateway_configuration).toMatchObject({ id, gateway_id: expect.any(Number) });
      const { body } = await server("GET", "/gateway-configurations?limit=100");
      expect(body.gateway_configurations).toContainEqual(expect.objectContaining({ id }));
    },
  },
  {
    section: "§7",
    says: "The card …0010 authorizes and cannot be captured; …0077 pays and cannot be refunded",
    known: "documented",
    check: async ({ server, invoice, card }) => {
      const first = await invoice();
      const source = await card("capture-fails");
      expect((await server("POST", `/invoices/${first}/authorize`, { source })).status).toBe(200);
      expect((await server("POST", `/invoices/${first}/capture`, { source })).status).toBe(410);
      const second = await invoice();
      await server("POST", `/invoices/${second}/capture`, { source: await card("refund-fails") });
      expect((await server("POST", `/invoices/${second}/refunds`, {})).body.success).toBe(false);
    },
  },
  {
    section: "§7",
    says: "The card …1216 verifies, and fails to pay",
    known: "documented",
    check: async ({ server, customer, invoice, card }) => {
      const customer_id = await customer();
      const wanted = { source: await card("verifies-then-fails"), verify: true };
      const { token } = (await server("POST", `/customers/${customer_id}/tokens`, wanted)).body as {
        token: Wire;
      };
      expect(token).toMatchObject({ verification_status: "success" });
      const id = await invoice({ customer_id });
      expect((await server("POST", `/invoices/${id}/capture`, { source: token.id })).status).toBe(410);
    },
  },
  {
    section: "§4.5",
    says: "operations and refunds are null in a fetched transaction, unless expanded",
    known: "recorded",
    check: async ({ server, invoice, card }) => {
      const id = await invoice();
      await server("POST", `/invoices/${id}/capture`, { source: await card("visa") });
      const path = `/invoices/${id}/transactions`;
      const plain = await server("GET", path);
      expect(plain.body.transaction).toMatchObject({ operations: null, refunds: null });
      const full = await server("GET", `${path}?expand=operations`);
      expect(full.body.transaction).toMatchObject({ operations: expect.any(Array) });
    },
  },
];
