import { createSandbox } from "../index";
import { type Caller, createCaller, EXAMPLE, part, type Reply, type Wire } from "./caller";

export type Shop = Awaited<ReturnType<typeof openShop>>;

/** A sandbox of its own and what a shop does with it: `server` holds the secret key, `client` does not. */
export async function openShop() {
  const sandbox = await createSandbox();
  const server = createCaller(sandbox.url);
  const client = createCaller(sandbox.url, { ...EXAMPLE, key: "" });

  const card = async (scenario: string) =>
    part(await server("POST", "/_sandbox/cards", { scenario }), "card").id;
  const customer = async (fields: Wire = {}) =>
    part(await server("POST", "/customers", fields), "customer").id;
  const token = async (customerId: string, scenario: string) => {
    const source = await card(scenario);
    return part(await server("POST", `/customers/${customerId}/tokens`, { source }), "token").id;
  };
  const invoice = async (fields: Wire = {}) => {
    const wanted = { name: "Coffee", amount: "29", currency: "EUR", ...fields };
    return part(await server("POST", "/invoices", wanted), "invoice").id;
  };

  return {
    url: sandbox.url,
    close: sandbox.close,
    server,
    client,
    card,
    customer,
    token,
    invoice,
    transaction: async (invoiceId: string) =>
      part(await server("GET", `/invoices/${invoiceId}/transactions?expand=operations`), "transaction"),
    /** Moves the sandbox's clock; jobs that fall due have run when it resolves. */
    advance: (ms: number) => server("POST", "/_sandbox/clock", { advance_ms: ms }),
    events: async () => {
      const { events } = (await server("GET", "/events?limit=100")).body as { events: { name: string }[] };
      return events.map((event) => event.name);
    },
    /** Completes customer actions as every client does, until an answer has none. */
    async payAs(caller: Caller, path: string, source: string, answer = "approve", options: Wire = {}) {
      const options3DS = { enable_three_d_s_2: true, ...options };
      let reply = await caller("POST", path, { source, ...options3DS });
      for (let round = 0; reply.action && reply.status === 200 && round < 5; round++) {
        const returned = await actAsShopper(reply.action, answer);
        const next = reply.action.type === "url" ? source : returned;
        reply = await caller("POST", path, { source: next, ...options3DS });
      }
      return reply;
    },
  };
}

/** Opens the bank's page and answers it. Returns the source that it posts to the merchant's page. */
export async function actAsShopper(action: NonNullable<Reply["action"]>, answer: string): Promise<string> {
  const response = await fetch(action.value, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ answer }),
  });
  const { source } = (await response.json()) as { source: string };
  return source;
}
