import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { createSandbox, type Sandbox } from "../index";
import { type Caller, createCaller, EXAMPLE, part, type Wire } from "../test-support/caller";

let sandbox: Sandbox;
let call: Caller;
beforeAll(async () => {
  sandbox = await createSandbox();
  call = createCaller(sandbox.url);
});
afterAll(() => sandbox.close());
afterEach(() => call("DELETE", "/_sandbox/faults"));

const fault = (body: Wire) => call("POST", "/_sandbox/faults", body);
const total = async () => (await call("GET", "/customers")).body.total_count;

describe("a write under an idempotency key", () => {
  const create = (key: string, body: Wire) => call("POST", "/customers", body, { "idempotency-key": key });

  test("a repeated idempotency key answers the same and writes once", async () => {
    const first = await create("one", { first_name: "Ada" });
    const before = await total();
    const second = await create("one", { first_name: "Ada" });
    expect(second.body).toEqual(first.body);
    expect(second.headers.get("x-sandbox-replayed")).toBe("true");
    expect(await total()).toBe(before);
  });

  test("an idempotency key is refused with another body", async () => {
    await create("two", { first_name: "Ada" });
    expect(await create("two", { first_name: "Eve" })).toMatchObject({
      status: 400,
      error: "request.idempotency-key.invalid",
    });
  });

  test("a refused request does not use up its idempotency key", async () => {
    expect((await create("three", { email: "nonsense" })).status).toBe(400);
    expect((await create("three", { email: "ada@example.com" })).status).toBe(200);
  });

  test("a second request with the same key is refused while the first is in progress", async () => {
    await fault({ match: "POST /customers", kind: "latency", latency_ms: 300, times: 1 });
    const first = create("four", {});
    let second = await create("four", {});
    while (second.status === 200 && second.headers.get("x-sandbox-replayed") === null)
      second = await create("four", {});
    expect(second).toMatchObject({ status: 409, error: "request.still-processing" });
    expect((await first).status).toBe(200);
  });

  test("a blank idempotency key counts as none", async () => {
    const [first, second] = [await create(" ", {}), await create(" ", {})];
    expect(part(first, "customer").id).not.toBe(part(second, "customer").id);
  });
});

describe("a fault", () => {
  test("a fault applies as often as its `times` says", async () => {
    await fault({ match: "GET /customers/*", kind: "status", status: 503, times: 2 });
    const statuses = [];
    for (let asked = 0; asked < 3; asked++) statuses.push((await call("GET", "/customers/x")).status);
    expect(statuses).toEqual([503, 503, 404]);
    expect((await call("GET", "/customers")).status).toBe(200);
  });

  test("a fault with `after` processes the request and loses the answer", async () => {
    const before = Number(await total());
    await fault({ match: "POST /customers", kind: "reset", after: true, times: 1 });
    const send = () => call("POST", "/customers", {}, { "idempotency-key": "lost" });
    await expect(send()).rejects.toThrow();
    expect(await total()).toBe(before + 1);
    expect((await send()).headers.get("x-sandbox-replayed")).toBe("true");
    expect(await total()).toBe(before + 1);
  });

  test.each([
    ["malformed", '{"success": true, "tok'],
    ["empty", ""],
  ])("sends a body that is %s", async (kind, body) => {
    await fault({ match: "GET /customers", kind, times: 1 });
    const response = await fetch(`${sandbox.url}/customers`);
    expect(await response.text()).toBe(body);
  });

  test("a hanging fault never answers", async () => {
    await fault({ match: "*", kind: "hang", times: 1 });
    await expect(fetch(`${sandbox.url}/customers`, { signal: AbortSignal.timeout(200) })).rejects.toThrow();
  });

  test("a fault of an unknown kind is refused", async () => {
    expect((await fault({ kind: "earthquake" })).status).toBe(400);
  });
});

describe("credentials", () => {
  const other = async () => {
    const { project_id, private_key } = (await call("POST", "/_sandbox/projects", {})).body;
    return createCaller(sandbox.url, { projectId: String(project_id), key: String(private_key) });
  };

  test("environments do not see each other's rows", async () => {
    const stranger = await other();
    const mine = part(await call("POST", "/customers", {}), "customer").id;
    expect(await stranger("GET", `/customers/${mine}`)).toMatchObject({
      status: 404,
      error: "resource.customer.not-found",
    });
    expect((await stranger("GET", "/customers")).body).toMatchObject({ total_count: 0, customers: [] });
    expect((await stranger("GET", `/customers?start_after=${mine}`)).status).toBe(400);
  });

  test.each([
    [
      "a live project",
      EXAMPLE.projectId.replace("test-", ""),
      EXAMPLE.key,
      "request.authentication.invalid-project-id",
    ],
    ["a live key", EXAMPLE.projectId, "key_live_abc", "request.authentication.invalid-project-id"],
    ["a wrong key", EXAMPLE.projectId, "key_sandbox_wrong", "request.authentication.invalid"],
    ["an unknown project", "test-proj_unknown", EXAMPLE.key, "request.authentication.invalid-project-id"],
  ])("%s is refused", async (_, projectId, key, error) => {
    expect(await createCaller(sandbox.url, { projectId, key })("GET", "/customers")).toMatchObject({
      status: 401,
      error,
    });
  });
});

describe("parameters that ProcessOut does not document", () => {
  test("unknown parameters are reported in a header and in the log", async () => {
    const { headers } = await call("POST", "/customers", {
      emial: "a@b.co",
      phone: { numbre: "1" },
      first_name: null,
    });
    expect(headers.get("x-sandbox-warning")).toBe("unknown parameter emial; unknown parameter phone.numbre");
    const { requests } = (await call("GET", "/_sandbox/requests?limit=1")).body;
    expect(requests).toMatchObject([
      { warnings: ["unknown parameter emial", "unknown parameter phone.numbre"] },
    ]);
  });

  test("unknown parameters are errors in strict mode", async () => {
    const strict = await createSandbox({ strict: true });
    const refused = await createCaller(strict.url)("POST", "/customers", { emial: "a@b.co" });
    expect(refused).toMatchObject({ status: 400, error: "request.validation.error" });
    await strict.close();
  });
});

test("Python 7.3.0 alone gets an empty customer_action", async () => {
  const customer = part(await call("POST", "/customers", {}), "customer").id;
  const create = (agent: string) =>
    call("POST", `/customers/${customer}/tokens`, {}, { "user-agent": agent });
  expect((await create("ProcessOut Python-Bindings/6.18.0")).body.customer_action).toEqual({});
  expect((await create("ProcessOut NodeJS-Bindings/8.0.0")).body).not.toHaveProperty("customer_action");
});

test("the links in answers follow the proxy's headers", async () => {
  const customer = part(await call("POST", "/customers", {}), "customer").id;
  const card = part(await call("POST", "/_sandbox/cards", { scenario: "challenge" }), "card").id;
  const proxied = { "x-forwarded-host": "api.processout.test", "x-forwarded-proto": "https" };
  const { action } = await call(
    "POST",
    `/customers/${customer}/tokens`,
    { source: card, verify: true },
    proxied,
  );
  expect(action?.value).toMatch(/^https:\/\/api\.processout\.test\/three-d-s\//);
});

test("links under ProcessOut's own host names are https, even behind a proxy that says http", async () => {
  const link = async (headers: Record<string, string>) => {
    const body = { name: "Beans", amount: "1", currency: "EUR" };
    const invoice = part(await call("POST", "/invoices", body, headers), "invoice");
    return new URL(String(invoice.url)).origin;
  };
  expect(await link({ "x-forwarded-host": "api.processout.com" })).toBe("https://api.processout.com");
  expect(await link({ "x-forwarded-host": "api.sandbox.localhost:8443" })).toBe(
    "https://api.sandbox.localhost:8443",
  );
  const plain = { "x-forwarded-host": "api.sandbox.localhost:8080", "x-forwarded-proto": "http" };
  expect(await link(plain)).toBe("http://api.sandbox.localhost:8080");
});

test("a customer's balance may be negative, an invoice's amount not", async () => {
  const customer = part(await call("POST", "/customers", { balance: "-12.50" }), "customer");
  expect(customer.balance).toBe("-12.5");
  const invoice = await call("POST", "/invoices", { name: "Coffee", amount: "-1", currency: "EUR" });
  expect(invoice.error).toBe("request.validation.invalid-amount");
});

test("the example key works in both spellings that ProcessOut's pages print", async () => {
  const spelt = createCaller(sandbox.url, { ...EXAMPLE, key: EXAMPLE.key.replace("sandbox", "test") });
  expect((await spelt("GET", "/customers")).status).toBe(200);
});

test("products that the sandbox does not support answer an error in the envelope", async () => {
  for (const path of [
    "/balances/tokens/x",
    "/network-tokens",
    "/subscriptions/x",
    "/plans",
    "/payouts/x/items",
    "/error-codes",
    "/private-keys",
  ]) {
    expect(await call("GET", path)).toMatchObject({ status: 400, error: "sandbox.not-supported" });
  }
});
