import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect } from "vitest";
import type { Wire } from "../../test-support/caller";
import { type Fact, ID } from "./fact";

type Event = { id: string; name: string; data: Wire };

export const eventFacts: Fact[] = [
  {
    section: "§3.6",
    says: "An event has its name twice, and its resource in data under its own key",
    known: "recorded",
    check: async ({ server, invoice, card }) => {
      const id = await invoice();
      await server("POST", `/invoices/${id}/authorize`, { source: await card("do-not-honor") });
      const { events } = (await server("GET", "/events?limit=50")).body as { events: Event[] };
      const failed = events.find((event) => event.name === "transaction.failed");
      const { body } = await server("GET", `/events/${failed?.id}`);
      expect(body.event).toMatchObject({
        id: expect.stringMatching(ID("ev")),
        webhooks: null,
        data: { name: "transaction.failed", sandbox: true, transaction: { status: "failed" } },
      });
    },
  },
  {
    section: "§3.6",
    says: "Tokens fire customer.token.created, .updated and .deleted",
    known: "documented",
    check: async ({ server, customer, card }) => {
      const path = `/customers/${await customer()}/tokens`;
      const { id } = (await server("POST", path, {})).body.token as { id: string };
      await server("PUT", `${path}/${id}`, { source: await card("visa") });
      await server("DELETE", `${path}/${id}`);
      const { events } = (await server("GET", "/events?limit=50")).body as { events: Event[] };
      const ours = events.filter((event) => (event.data.token as Wire | undefined)?.id === id);
      expect(ours.map((event) => event.name)).toEqual([
        "customer.token.deleted",
        "customer.token.updated",
        "customer.token.created",
      ]);
    },
  },
  {
    section: "§3.6",
    says: "Unknown event: 404 resource.event.not-found",
    known: "recorded",
    check: async ({ server }) => {
      const reply = await server("GET", "/events/ev_unknown");
      expect([reply.status, reply.error]).toEqual([404, "resource.event.not-found"]);
    },
  },
  {
    section: "§0.11",
    says: "A webhook carries the event's id and type and no signature; an invoice's webhook_url receives the events of its payment",
    known: "documented",
    sandboxOnly: true,
    check: async ({ server, invoice, card }) => {
      const received: { body: Wire; headers: string[] }[] = [];
      const merchant = createServer(async (request, response) => {
        let body = "";
        for await (const chunk of request) body += chunk;
        received.push({ body: JSON.parse(body), headers: Object.keys(request.headers) });
        response.end();
      });
      await new Promise<void>((ready) => merchant.listen(0, "127.0.0.1", ready));
      const { port } = merchant.address() as AddressInfo;
      const id = await invoice({ webhook_url: `http://127.0.0.1:${port}/hook` });
      await server("POST", `/invoices/${id}/capture`, { source: await card("visa") });
      // Deliveries have been tried once when the clock answers.
      await server("POST", "/_sandbox/clock", { advance_ms: 0 });
      merchant.closeAllConnections();
      merchant.close();
      const captured = received.find(({ body }) => body.event_type === "transaction.captured");
      expect(captured?.body).toEqual({
        event_id: expect.stringMatching(ID("ev")),
        event_type: "transaction.captured",
      });
      expect(captured?.headers.filter((name) => name.includes("sign"))).toEqual([]);
      const { body } = await server("GET", `/events/${captured?.body.event_id}`);
      expect(body.event).toMatchObject({ data: { transaction: { invoice_id: id, status: "completed" } } });
    },
  },
  {
    section: "§7",
    says: "The card …0069 pays, and is charged back afterwards",
    known: "documented",
    sandboxOnly: true,
    check: async ({ server, invoice, card }) => {
      const id = await invoice();
      await server("POST", `/invoices/${id}/capture`, { source: await card("chargeback") });
      await server("POST", "/_sandbox/clock", { advance_ms: 60_000 });
      const { body } = await server("GET", `/invoices/${id}/transactions`);
      expect(body.transaction).toMatchObject({ status: "chargeback-initiated", chargedback: true });
    },
  },
];
