import { type AddressInfo, connect, createServer, type Socket } from "node:net";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createSandbox, type Sandbox } from "../index";
import { createCaller, EXAMPLE, part } from "../test-support/caller";

/** For arbitrary requests: no 500, no hang, no stack trace, and ProcessOut's envelope on every API path. */
const SEED = 20261122;
const authorization = `Basic ${btoa(`${EXAMPLE.projectId}:${EXAMPLE.key}`)}`;

let sandbox: Sandbox;
let port: number;
beforeAll(async () => {
  sandbox = await createSandbox();
  port = Number(new URL(sandbox.url).port);
});
afterAll(() => sandbox.close());

const word = fc.constantFrom(
  ...["customers", "tokens", "cards", "iins", "invoices", "transactions", "refunds", "events", "webhooks"],
  ...[
    "authorize",
    "capture",
    "void",
    "cust_x",
    "tok_x",
    "..",
    "%2e%2e",
    "%00",
    "%ff",
    "a%2fb",
    "💥",
    "__proto__",
  ],
);
const query = fc.oneof(
  fc.constant(""),
  fc.constant("?&filter=&limit=&order=&"),
  fc.string().map((text) => `?limit=${encodeURIComponent(text)}&expand[]=${encodeURIComponent(text)}`),
  fc.constantFrom(
    "?limit=-1",
    "?limit=1e9",
    "?order=up",
    "?start_after=%00",
    "?expand=a.b.c.d.e,tokens",
    "?x[[]]=1",
  ),
);
const field = fc.constantFrom(
  ...[
    "email",
    "metadata",
    "phone",
    "source",
    "verify",
    "amount",
    "currency",
    "number",
    "exp_month",
    "exp_year",
  ],
  ...[
    "name",
    "id",
    "device",
    "expand",
    "customer_id",
    "__proto__",
    "constructor",
    "capture_amount",
    "details",
  ],
);
const value = fc.oneof(
  fc.jsonValue(),
  fc.constantFrom(
    "gway_req_e30=",
    "gway_req_x",
    "card_x",
    "4242424242424242",
    "9".repeat(400),
    "\ud800",
    -0,
    1e308,
  ),
);
const jsonBody = fc.dictionary(field, value).map((body) => JSON.stringify(body));
const anyBytes = fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes));
const formBody = fc
  .array(fc.tuple(field, fc.constantFrom("", "[]", "[a]", "[a][b]", "[", "]]", "[0][]"), fc.string()))
  .map((pairs) =>
    pairs.map(([name, rest, text]) => `${name}${rest}=${encodeURIComponent(text.toWellFormed())}`).join("&"),
  );
const deep = fc.constantFrom(
  "[".repeat(50_000),
  '{"a":'.repeat(20_000),
  `{"metadata":${"[".repeat(40)}${"]".repeat(40)}}`,
);
const type = fc.constantFrom(
  "application/json",
  "application/x-www-form-urlencoded",
  "text/plain",
  "multipart/form-data",
  "",
);

/** Ids that exist, so that requests get past the first lookup. */
async function existingPaths(): Promise<string[]> {
  const call = createCaller(sandbox.url);
  const customer = part(await call("POST", "/customers", {}), "customer");
  const token = part(await call("POST", `/customers/${customer.id}/tokens`, {}), "token");
  const card = part(await call("POST", "/_sandbox/cards", { scenario: "challenge" }), "card");
  const invoice = part(
    await call("POST", "/invoices", { name: "Beans", amount: "12", currency: "EUR" }),
    "invoice",
  );
  const ofCustomer = `/customers/${customer.id}`;
  const ofInvoice = `/invoices/${invoice.id}`;
  return [
    ...["/customers", ofCustomer, `${ofCustomer}/tokens`, `${ofCustomer}/tokens/${token.id}`, "/cards"],
    ...[`/cards/${card.id}`, "/invoices", ofInvoice, `${ofInvoice}/authorize`, `${ofInvoice}/capture`],
    ...[`${ofInvoice}/void`, `${ofInvoice}/refunds`, `/transactions/${invoice.transaction_id}`, "/events"],
  ];
}

test("every generated request gets an answer in the envelope", async () => {
  const anyPath = fc.array(word, { maxLength: 5 }).map((words) => `/${words.join("/")}`);
  const path = fc.oneof({ arbitrary: fc.constantFrom(...(await existingPaths())), weight: 3 }, anyPath);
  const request = fc.record({
    method: fc.constantFrom("GET", "POST", "PUT", "DELETE", "PATCH", "POST", "PUT"),
    path,
    query,
    type,
    body: fc.oneof(jsonBody, jsonBody, formBody, anyBytes, deep),
    key: fc.option(fc.constantFrom("k1", "k2", " ", "k".repeat(300))),
    signed: fc.constantFrom(true, true, true, false),
  });
  const answered = async ({
    method,
    path,
    query,
    type,
    body,
    key,
    signed,
  }: typeof request extends fc.Arbitrary<infer T> ? T : never) => {
    const response = await fetch(sandbox.url + path + query, {
      method,
      headers: {
        ...(type && { "content-type": type }),
        ...(key && { "idempotency-key": key }),
        ...(signed && { authorization }),
      },
      ...(method !== "GET" && { body }),
    });
    const text = await response.text();
    statuses.add(response.status);
    expect(response.status, `${method} ${path} ${text}`).toBeLessThan(500);
    expect(text).not.toMatch(/\n\s+at |node:internal|node_modules/);
    expect(text).not.toContain(process.cwd());
    const envelope = JSON.parse(text);
    expect(typeof envelope.success).toBe("boolean");
    expect(envelope.success).toBe(response.status < 400);
    if (!envelope.success) expect(envelope.error_type).toMatch(/^[a-z-]+(\.[a-z0-9-]+)+$/);
  };
  const statuses = new Set<number>();
  await fc.assert(fc.asyncProperty(request, answered), { seed: SEED, numRuns: 1500 });
  // Some get through, some are refused: the dice are fair.
  expect([...statuses]).toEqual(expect.arrayContaining([200, 400, 401, 404]));
}, 90_000);

/** Sends raw bytes and resolves with all that comes back until the server is done. */
function raw(bytes: string | Buffer): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1", () => socket.write(bytes));
    let received = "";
    socket.on("data", (chunk) => {
      received += chunk.toString("latin1");
      if (/\r\n\r\n[\s\S]*\}$/.test(received)) socket.destroy();
    });
    socket.on("error", () => {});
    socket.on("close", () => resolve(received));
  });
}

test.each([
  ["not HTTP", "\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n", 400],
  ["a header bomb", `GET /customers HTTP/1.1\r\nHost: x\r\nX: ${"a".repeat(100_000)}\r\n\r\n`, 431],
  ["a wrong length", "POST /customers HTTP/1.1\r\nHost: x\r\nContent-Length: -5\r\n\r\n", 400],
  [
    "a body in chunks of nonsense",
    "POST /customers HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
    400,
  ],
])("%s is refused in the envelope", async (_, bytes, status) => {
  const answer = await raw(Buffer.from(bytes, "latin1"));
  expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
  expect(JSON.parse(answer.split("\r\n\r\n")[1] ?? "")).toMatchObject({ success: false });
});

test("a body of 10 MB is refused, and the server keeps answering", async () => {
  const response = await fetch(`${sandbox.url}/customers`, {
    method: "POST",
    headers: { authorization, "content-type": "application/json" },
    body: Buffer.alloc(10 * 1024 * 1024, "a"),
  });
  expect(response.status).toBe(413);
  expect(await response.json()).toMatchObject({ success: false, error_type: "request.too-much" });
  expect((await fetch(`${sandbox.url}/_sandbox/health`)).status).toBe(200);
});

test("a thousand idle sockets and slow bodies do not delay other requests", async () => {
  const sockets: Socket[] = Array.from({ length: 1000 }, (_, index) => {
    const socket = connect(port, "127.0.0.1");
    socket.on("error", () => {});
    if (index % 2) socket.write("POST /customers HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n{");
    return socket;
  });
  await Promise.all(
    sockets.map((socket) => new Promise((done) => socket.once("connect", done).once("close", done))),
  );
  const response = await fetch(`${sandbox.url}/customers`, { headers: { authorization } });
  expect(response.status).toBe(200);
  for (const socket of sockets) socket.destroy();
});

test("the error of a port in use names the port", async () => {
  const taken = createServer();
  await new Promise<void>((done) => taken.listen(0, "127.0.0.1", done));
  const { port: number } = taken.address() as AddressInfo;
  await expect(createSandbox({ port: number })).rejects.toThrow(`Port ${number} is taken`);
  taken.close();
});
