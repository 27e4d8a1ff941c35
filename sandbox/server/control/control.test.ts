import { createServer, request } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createSandbox, type Sandbox } from "../../index";
import { type Caller, createCaller, part } from "../../test-support/caller";

let sandbox: Sandbox;
let call: Caller;
beforeAll(async () => {
  sandbox = await createSandbox();
  call = createCaller(sandbox.url);
});
afterAll(() => sandbox.close());

/** As a browser sends it: headers that `fetch` does not let us set. */
function statusWith(headers: Record<string, string>, method = "GET"): Promise<number> {
  return new Promise((resolve, reject) => {
    const sent = request(`${sandbox.url}/_sandbox/scenarios`, { method, headers }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    sent.on("error", reject);
    sent.end();
  });
}

describe("the control side", () => {
  test.each([
    ["a program", {}, 200],
    ["its own page", { "sec-fetch-site": "same-origin" }, 200],
    ["the address bar", { "sec-fetch-site": "none" }, 200],
    ["a foreign page", { origin: "https://evil.example" }, 403],
    ["a page of no origin", { origin: "null" }, 403],
    ["another site's link or image", { "sec-fetch-site": "cross-site" }, 403],
    ["another port of this machine", { origin: "http://127.0.0.1:1" }, 403],
    ["a name that was made to point here", { host: "evil.example:4242" }, 403],
    ["a container's name", { host: "sandbox:4242" }, 200],
  ])("answers %s with %s", async (_, headers, status) => {
    expect(await statusWith(headers)).toBe(status);
  });

  test("the control side accepts writes from its own origin", async () => {
    expect(await statusWith({ origin: sandbox.url })).toBe(200);
  });

  test("card numbers and codes never reach the request log", async () => {
    const card = { number: "4242424242424242", exp_month: 12, exp_year: 2030, cvc: "737", cvc2: "737" };
    await call("POST", "/cards", { ...card, name: "Ada" });
    await call("POST", "/invoices", { nested: card });
    const text = JSON.stringify((await call("GET", "/_sandbox/requests?limit=2")).body);
    expect(text).toContain("Ada");
    expect(text).not.toMatch(/4242424242424242|737/);
  });

  test("the stream sends requests as they happen", async () => {
    const response = await fetch(`${sandbox.url}/_sandbox/requests/stream`);
    const reader = response.body?.getReader();
    await call("GET", "/customers/streamed");
    const { value } = (await reader?.read()) ?? {};
    expect(new TextDecoder().decode(value)).toMatch(/^data: \{.*\/customers\/streamed.*\}\n\n$/);
    await reader?.cancel();
  });

  test("a reset empties the sandbox and returns the clock to real time", async () => {
    await call("POST", "/customers", {});
    await call("POST", "/_sandbox/clock", { advance_ms: 1_000_000 });
    await call("POST", "/_sandbox/reset");
    expect((await call("GET", "/customers")).body.total_count).toBe(0);
    expect((await call("GET", "/_sandbox/clock")).body.offset_ms).toBe(0);
  });

  test("the demo seed creates a month of customers, tokens and payments", async () => {
    expect(await call("POST", "/_sandbox/seed", { name: "demo" })).toMatchObject({ body: { customers: 40 } });
    const page = (await call("GET", "/customers?limit=100&order=asc")).body.customers as {
      created_at: string;
    }[];
    const days = (Date.now() - Date.parse(page[0]?.created_at ?? "")) / 86_400_000;
    expect(days).toBeCloseTo(30, 1);
    const transactions = (await call("GET", "/transactions?limit=100")).body.transactions as {
      status: string;
    }[];
    const statuses = new Set(transactions.map(({ status }) => status));
    expect([...statuses]).toEqual(expect.arrayContaining(["completed", "failed", "refunded"]));
    expect((await call("POST", "/_sandbox/seed", { name: "nope" })).status).toBe(400);
  });

  test("the clock can be set, within fifty years of real time", async () => {
    await call("POST", "/_sandbox/clock", { now: "2031-01-01T00:00:00Z" });
    const customer = part(await call("POST", "/customers", {}), "customer");
    expect(customer.created_at).toMatch(/^2031-01-01T00:00:0/);
    expect((await call("POST", "/_sandbox/clock", { now: "9999-01-01T00:00:00Z" })).status).toBe(400);
    expect((await call("POST", "/_sandbox/clock", {})).status).toBe(400);
    await call("POST", "/_sandbox/clock", { offset_ms: 0 });
  });

  test("expires_soon follows the sandbox's clock", async () => {
    const expiring = async () => {
      const made = await call("POST", "/_sandbox/cards", { scenario: "visa", exp_month: 3, exp_year: 2035 });
      return part(made, "card").expires_soon;
    };
    expect(await expiring()).toBe(false);
    await call("POST", "/_sandbox/clock", { now: "2035-02-14T00:00:00Z" });
    expect(await expiring()).toBe(true);
    await call("POST", "/_sandbox/clock", { offset_ms: 0 });
  });
});

describe("an application that follows the sandbox", () => {
  test("is told when the clock is moved and when everything is deleted, before the control request is answered", async () => {
    const told: unknown[] = [];
    let status = 200;
    const application = createServer((incoming, response) => {
      incoming.setEncoding("utf8").once("data", (body) => told.push(JSON.parse(body)));
      incoming.once("end", () => response.writeHead(status).end());
    });
    await new Promise<void>((done) => application.listen(0, "127.0.0.1", done));
    const followerUrl = `http://127.0.0.1:${(application.address() as AddressInfo).port}/follow`;
    const followed = await createSandbox({ followerUrl });
    const control = createCaller(followed.url);

    const moved = await control("POST", "/_sandbox/clock", { advance_ms: 5_000 });
    expect(moved.body).toMatchObject({ offset_ms: 5_000, is_followed: true });
    expect((await control("POST", "/_sandbox/reset", {})).body.is_followed).toBe(true);
    status = 500;
    expect((await control("POST", "/_sandbox/seed", { name: "empty" })).body.is_followed).toBe(false);
    expect(told).toEqual([
      { event: "clock-moved", offset_ms: 5_000 },
      { event: "emptied", offset_ms: 0 },
      { event: "emptied", offset_ms: 0 },
    ]);
    await followed.close();
    application.closeAllConnections();
    await new Promise((done) => application.close(done));
    expect((await call("POST", "/_sandbox/clock", { offset_ms: 0 })).body.is_followed).toBe(true);
  });
});
