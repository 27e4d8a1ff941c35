import { scenarioNamed } from "../scenarios/deck";
import { type Caller, createCaller, part, replyOf } from "../test-support/caller";
import type { Target } from "./facts/fact";

type Credentials = { projectId: string; key: string };

/** The sandbox or the real API as facts see it. Cards are made from their published numbers, as a browser would. */
export function createTarget(url: string, credentials: Credentials): Target {
  const server = createCaller(url, credentials);
  const client = createCaller(url, { ...credentials, key: "" });
  const stranger: Caller = (method, path, body) => server(method, path, body, { authorization: "" });

  const card = async (name: string) => {
    const number = scenarioNamed(name)?.number;
    return part(
      await client("POST", "/cards", { number, exp_month: "12", exp_year: "2040", cvc2: "123" }),
      "card",
    ).id;
  };
  return {
    server,
    client,
    stranger,
    form: async (method, path, fields) => {
      const authorization = `Basic ${btoa(`${credentials.projectId}:${credentials.key}`)}`;
      const headers = { authorization, "content-type": "application/x-www-form-urlencoded" };
      return replyOf(await fetch(url + path, { method, headers, body: fields }));
    },
    card,
    customer: async (fields = {}) => part(await server("POST", "/customers", fields), "customer").id,
    token: async (customer, scenario) => {
      const source = await card(scenario);
      return part(await server("POST", `/customers/${customer}/tokens`, { source }), "token").id;
    },
    invoice: async (fields = {}) => {
      const wanted = { name: "Coffee", amount: "29", currency: "EUR", ...fields };
      return part(await server("POST", "/invoices", wanted), "invoice").id;
    },
  };
}
