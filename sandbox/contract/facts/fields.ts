import { expect } from "vitest";
import { type Caller, part, type Wire } from "../../test-support/caller";
import type { Fact, Target } from "./fact";
import { CARD, CUSTOMER, EVENT, INVOICE, OPERATION, REFUND, TOKEN, TRANSACTION } from "./recorded-fields";

const fieldsFact = (what: string, fields: string[], get: (target: Target) => Promise<Wire>): Fact => ({
  section: "Appendix A",
  says: `${what} has every field that recorded answers have`,
  known: "recorded",
  check: async (target) => {
    const shown = Object.keys(await get(target));
    expect(fields.filter((field) => !shown.includes(field))).toEqual([]);
  },
});

const first = async (server: Caller, path: string, list: string) =>
  ((await server("GET", path)).body[list] as Wire[])[0] ?? {};

const paid = async ({ server, customer, token, invoice }: Target) => {
  const customer_id = await customer();
  const id = await invoice({ customer_id });
  const source = await token(customer_id, "visa");
  return part(await server("POST", `/invoices/${id}/capture`, { source }), "transaction");
};

export const fieldFacts: Fact[] = [
  fieldsFact("A customer", CUSTOMER, async ({ server, customer }) => {
    const fields = { phone: { number: "685869595", dialing_code: "+33" } };
    return part(await server("GET", `/customers/${await customer(fields)}`), "customer");
  }),
  fieldsFact("A token", TOKEN, async ({ server, customer, token }) => {
    const id = await customer();
    return part(await server("GET", `/customers/${id}/tokens/${await token(id, "visa")}`), "token");
  }),
  fieldsFact("A card", CARD, async ({ server, card }) =>
    part(await server("GET", `/cards/${await card("visa")}`), "card"),
  ),
  fieldsFact("An invoice", INVOICE, async ({ server }) =>
    part(await server("POST", "/invoices", { name: "Coffee", amount: "29", currency: "EUR" }), "invoice"),
  ),
  fieldsFact("A transaction", TRANSACTION, paid),
  fieldsFact("An operation", OPERATION, async (target) => {
    const { operations } = await paid(target);
    return (operations as Wire[])[2] ?? {};
  }),
  fieldsFact("A refund", REFUND, async (target) => {
    const path = `/transactions/${(await paid(target)).id}/refunds`;
    await target.server("POST", path, { amount: "1" });
    return first(target.server, path, "refunds");
  }),
  fieldsFact("An event", EVENT, async (target) => {
    await target.customer();
    return first(target.server, "/events", "events");
  }),
];
