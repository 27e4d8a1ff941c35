import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createSandbox } from "./index";
import { openStore } from "./store/store";
import { createCaller } from "./test-support/caller";

/**
 * How long a sandbox with 100,000 customers of five tokens each takes to start, list and fetch, beside one with
 * two hundred. `npm run bench:scale`
 */
const ASKED = 300;

/** Copies one customer and one token, made through the API, `count` and five times as often. */
async function fill(data: string, count: number): Promise<string> {
  const sandbox = await createSandbox({ data });
  const call = createCaller(sandbox.url);
  const made = (await call("POST", "/customers", { first_name: "Ada", email: "ada@example.com" })).body;
  const { id } = made.customer as { id: string };
  const card = (await call("POST", "/_sandbox/cards", { scenario: "visa" })).body.card as { id: string };
  await call("POST", `/customers/${id}/tokens`, { source: card.id });
  await sandbox.close();

  const store = await openStore(data);
  const customer = store.customers.get(id);
  const [token] = store.tokens.list("customer", id, { order: "desc", limit: 1 });
  for (let from = 0; customer && token && from < count; from += 1000) {
    store.transaction(() => {
      for (let n = from; n < Math.min(from + 1000, count); n++) {
        const copy = `cust_${String(n).padStart(32, "0")}`;
        store.customers.insert({ ...customer, id: copy });
        for (let t = 0; t < 5; t++) {
          store.tokens.insert({
            ...token,
            id: `tok_${String(n * 5 + t).padStart(32, "0")}`,
            customer_id: copy,
          });
        }
      }
    });
  }
  await store.close();
  return `cust_${String(Math.floor(count / 2)).padStart(32, "0")}`;
}

async function measure(count: number) {
  const data = mkdtempSync(join(tmpdir(), "sandbox-scale-"));
  const customer = await fill(data, count);
  const started = performance.now();
  const sandbox = await createSandbox({ data });
  const call = createCaller(sandbox.url);
  await call("GET", "/customers?limit=1");
  const start = performance.now() - started;
  const timed = async (path: string) => {
    const times: number[] = [];
    for (let asked = 0; asked < ASKED; asked++) {
      const begun = performance.now();
      const { status } = await call("GET", path);
      if (status !== 200) throw new Error(`${path}: ${status}`);
      times.push(performance.now() - begun);
    }
    return (times.toSorted((a, b) => a - b)[ASKED / 2] ?? 0).toFixed(2);
  };
  console.log(
    `${count.toLocaleString("en")} customers: start ${start.toFixed(0)} ms, median ms to`,
    `list 100 newest ${await timed("/customers?limit=100")},`,
    `list from the middle ${await timed(`/customers?start_after=${customer}`)},`,
    `list a customer's tokens ${await timed(`/customers/${customer}/tokens`)},`,
    `fetch ${await timed(`/customers/${customer}`)}`,
  );
  await sandbox.close();
  rmSync(data, { recursive: true, force: true });
}

await measure(200);
await measure(100_000);
