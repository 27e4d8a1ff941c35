import { scenarioNamed } from "../scenarios/deck";
import { type Api, createApi } from "./api";
import { apiRoutes } from "./api-routes";
import { DEFAULT_KEY, DEFAULT_PROJECT_ID, projectIdOf } from "./auth";
import type { Engine } from "./engine";
import { createRateLimit } from "./rate-limit";
import { createRouter } from "./router";
import { insertCard } from "./rules/new-card";
import { PEOPLE, PURCHASES, WALLETS } from "./seed-people";

export const SEED_NAMES = ["empty", "demo"] as const;
export type SeedName = (typeof SEED_NAMES)[number];

const DAY_MS = 24 * 60 * 60 * 1000;

/** The seed with this name; throws a sentence when there is none. */
export function seedNamed(name: string): SeedName {
  const known = SEED_NAMES.find((one) => one === name);
  if (!known) throw new Error(`There is no seed ${name}; the seeds are ${SEED_NAMES.join(", ")}.`);
  return known;
}

/** At start: only a sandbox that has no customers yet is seeded. */
export async function seedIfEmpty(engine: Engine, name: SeedName): Promise<void> {
  const customers = engine.store.customers.count("project", projectIdOf(DEFAULT_PROJECT_ID));
  if (customers === 0) await seed(engine, name);
}

/**
 * Fills the sandbox through its own API, so that a seed can hold nothing the rules forbid. The demo is a shop's
 * last month: customers with saved cards, payments, declines and refunds.
 */
export async function seed(engine: Engine, name: SeedName): Promise<{ customers: number }> {
  if (name === "empty") return { customers: 0 };
  const unlimited = createRateLimit(Number.MAX_SAFE_INTEGER);
  const call = caller(createApi(engine, createRouter(apiRoutes), unlimited));
  const offset = engine.clock.offsetMs();
  for (const [index, person] of PEOPLE.entries()) {
    engine.clock.setOffset(offset - DAY_MS * (30 - (29 * index) / PEOPLE.length));
    const customer = (await call("POST", "/customers", person)).customer as { id: string };
    const tokens: (string | undefined)[] = [];
    for (const scenario of WALLETS[index % WALLETS.length] ?? []) {
      tokens.push(await saveCard(engine, call, customer.id, scenario));
    }
    const purchase = PURCHASES[index % PURCHASES.length];
    if (purchase && tokens[0]) await buy(call, customer.id, tokens[0], purchase);
  }
  engine.clock.setOffset(offset);
  return { customers: PEOPLE.length };
}

type Call = (method: string, path: string, body: Record<string, unknown>) => Promise<Record<string, unknown>>;

function caller(api: Api): Call {
  const authorization = `Basic ${Buffer.from(`${DEFAULT_PROJECT_ID}:${DEFAULT_KEY}`).toString("base64")}`;
  return async (method, path, body) => {
    const bytes = Buffer.from(JSON.stringify(body));
    const query = new URLSearchParams();
    const { out } = await api({
      method,
      path,
      query,
      headers: { authorization },
      ip: "127.0.0.1",
      baseUrl: "",
      bytes,
    });
    return JSON.parse(out.body);
  };
}

async function saveCard(
  engine: Engine,
  call: Call,
  customerId: string,
  scenario: string,
): Promise<string | undefined> {
  const number = scenarioNamed(scenario)?.number;
  if (!number) return undefined;
  const project_id = projectIdOf(DEFAULT_PROJECT_ID);
  const exp_year = engine.clock.now().getUTCFullYear() + 3;
  const card = engine.store.transaction(() =>
    insertCard(engine, number, { project_id, exp_month: 8, exp_year, cvc_tokenized: true }),
  );
  const { token } = await call("POST", `/customers/${customerId}/tokens`, { source: card.id, verify: true });
  return (token as { id: string } | undefined)?.id;
}

async function buy(
  call: Call,
  customer_id: string,
  source: string,
  { name, amount, refund }: (typeof PURCHASES)[number] & {},
) {
  const { invoice } = await call("POST", "/invoices", { customer_id, name, amount, currency: "EUR" });
  const { id, transaction_id } = invoice as { id: string; transaction_id: string };
  await call("POST", `/invoices/${id}/capture`, { source });
  if (refund)
    await call("POST", `/transactions/${transaction_id}/refunds`, {
      amount: refund,
      reason: "customer_request",
    });
}
