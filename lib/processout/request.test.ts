import { describe, expect, it } from "vitest";
import { AuthenticationError, CardRejectedError, RateLimitedError, UnavailableError } from "./errors";
import { createProcessOut } from "./index";
import { customer, ok, refused, startServer } from "./test-server";

const key = { idempotencyKey: "customer:1:1" };

describe("what is sent", () => {
  it("a write is JSON with Basic auth, the API version and the idempotency key", async () => {
    await using server = await startServer(ok({ customer }));
    await server.client().customers.create({ email: "ann@example.com", last_name: undefined }, key);
    const [request] = server.received;
    expect(request).toMatchObject({ method: "POST", url: "/customers", body: '{"email":"ann@example.com"}' });
    expect(request?.headers).toMatchObject({
      authorization: `Basic ${Buffer.from("test-proj_1:key_sandbox_1").toString("base64")}`,
      "content-type": "application/json",
      "api-version": "1.4.0.0",
      "idempotency-key": "customer:1:1",
    });
  });

  it("a read has no body and no idempotency key", async () => {
    await using server = await startServer(ok({ customer }));
    await server.client().customers.find("cust_1");
    expect(server.received[0]).toMatchObject({ method: "GET", body: "" });
    expect(server.received[0]?.headers).not.toHaveProperty("idempotency-key");
  });

  it.each(["", "  "])("nothing is sent with the idempotency key %j", async (idempotencyKey) => {
    await using server = await startServer(ok({ customer }));
    await expect(server.client().customers.create({}, { idempotencyKey })).rejects.toThrow(TypeError);
    expect(server.received).toHaveLength(0);
  });

  it("an id stays within its path segment", async () => {
    await using server = await startServer(refused(404, "resource.customer.not-found"));
    await expect(server.client().customers.find("../events/ev_1")).rejects.toThrow("answered 404");
    expect(server.received[0]?.url).toBe("/customers/..%2Fevents%2Fev_1");
  });

  it("redirects are not followed, which would send the private key elsewhere", async () => {
    await using server = await startServer({ status: 307, body: "", headers: { location: "/elsewhere" } });
    await expect(server.client({ maxRetries: 0 }).customers.find("cust_1")).rejects.toThrow("answered 307");
    expect(server.received).toHaveLength(1);
  });

  it("the base URL may end with a slash or not", async () => {
    const urls: string[] = [];
    const fetch: typeof globalThis.fetch = async (url) => {
      urls.push(String(url));
      return Response.json({ success: true, customer });
    };
    for (const baseUrl of ["http://api.test/po", "http://api.test/po//", undefined]) {
      await createProcessOut({ projectId: "p", privateKey: "k", baseUrl, fetch }).customers.find("cust_1");
    }
    expect(urls).toEqual([
      "http://api.test/po/customers/cust_1",
      "http://api.test/po/customers/cust_1",
      "https://api.processout.com/customers/cust_1",
    ]);
  });
});

describe("retries", () => {
  it.each([
    ["500", refused(500)],
    ["503", refused(503)],
    ["429", refused(429, "request.rate.exceeded")],
    ["408", refused(408)],
    ["425", refused(425)],
    ["still processing", refused(409, "request.still-processing")],
    ["a broken connection", "reset" as const],
    ["an unreadable body", { body: "<html>" }],
    ["an empty body", { body: "" }],
    ["a proxy's page asking for patience", { status: 429, body: "<html>" }],
  ])("a write is retried after %s with the same key and body", async (_name, failure) => {
    await using server = await startServer(failure, failure, ok({ customer }));
    const created = await server.client().customers.create({ email: "ann@example.com" }, key);
    expect(created.id).toBe("cust_1");
    expect(server.received.map(({ headers }) => headers["idempotency-key"])).toEqual(
      Array(3).fill("customer:1:1"),
    );
    expect(new Set(server.received.map(({ body }) => body)).size).toBe(1);
  });

  it("retries end after two with the last failure", async () => {
    await using server = await startServer(refused(500), refused(500), refused(502));
    await expect(server.client().customers.find("cust_1")).rejects.toMatchObject({ status: 502 });
    expect(server.received).toHaveLength(3);
  });

  it.each([
    ["a decline", refused(410, "card.declined"), CardRejectedError],
    ["a wrong key", refused(401, "request.authentication.invalid"), AuthenticationError],
    ["a proxy's refusal", { status: 403, body: "<html>" }, UnavailableError],
  ] as const)("are not made after %s", async (_name, failure, expected) => {
    await using server = await startServer(failure);
    await expect(server.client().customers.create({}, key)).rejects.toBeInstanceOf(expected);
    expect(server.received).toHaveLength(1);
  });

  it("retries wait longer each time, by a random share", async () => {
    await using server = await startServer(refused(500));
    await expect(server.client({ maxRetries: 6 }).customers.find("cust_1")).rejects.toThrow();
    expect(server.waits).toEqual([250, 500, 1000, 2000, 4000, 4000]);
    await using other = await startServer(refused(500));
    await expect(other.client({ random: () => 0.5 }).customers.find("cust_1")).rejects.toThrow();
    expect(other.waits).toEqual([125, 250]);
  });

  it.each([
    ["seconds", { "retry-after": "3" }, 3250],
    [
      "a date",
      { "retry-after": "Sun, 22 Nov 2026 10:00:05 GMT", date: "Sun, 22 Nov 2026 10:00:00 GMT" },
      5250,
    ],
    [
      "a date gone by",
      { "retry-after": "Sun, 22 Nov 2026 09:00:00 GMT", date: "Sun, 22 Nov 2026 10:00:00 GMT" },
      250,
    ],
    ["nonsense", { "retry-after": "soon" }, 250],
  ])("retries wait at least as long as Retry-After says, in %s", async (_name, headers, wait) => {
    const limited = { ...(refused(429, "request.rate.exceeded") as object), headers };
    await using server = await startServer(limited, ok({ customer }));
    await server.client().customers.find("cust_1");
    expect(server.waits).toEqual([wait]);
  });

  it("a Retry-After of more than ten seconds is left to the caller", async () => {
    const limited = {
      ...(refused(429, "request.rate.exceeded") as object),
      headers: { "retry-after": "60" },
    };
    await using server = await startServer(limited, ok({ customer }));
    const failure = server.client().customers.find("cust_1");
    await expect(failure).rejects.toBeInstanceOf(RateLimitedError);
    await expect(failure).rejects.toMatchObject({ retryAfterMs: 60_000 });
    expect(server.received).toHaveLength(1);
  });
});

describe("time", () => {
  it("each attempt has a time limit", async () => {
    await using server = await startServer("hang", ok({ customer }));
    const found = await server.client({ timeoutMs: 1_000 }).customers.find("cust_1");
    expect(found.id).toBe("cust_1");
    expect(server.received).toHaveLength(2);
  });

  it("a call can set its own time limit, and ends in an UnavailableError", async () => {
    await using server = await startServer("hang");
    const failure = server.client({ maxRetries: 0 }).customers.create({}, { ...key, timeoutMs: 20 });
    await expect(failure).rejects.toBeInstanceOf(UnavailableError);
    await expect(failure).rejects.toThrow("POST /customers got no answer in 20 ms");
  });

  it("the time limit includes the response body", async () => {
    const fetch: typeof globalThis.fetch = async (_url, init) => {
      const body = new ReadableStream({
        start: (stream) => init?.signal?.addEventListener("abort", () => stream.error(init.signal?.reason)),
      });
      return new Response(body);
    };
    const client = createProcessOut({ projectId: "p", privateKey: "k", fetch, timeoutMs: 20, maxRetries: 0 });
    await expect(client.cards.find("card_1")).rejects.toThrow("got no answer in 20 ms");
  });

  it("aborting ends a call without another attempt", async () => {
    await using server = await startServer("hang");
    const caller = new AbortController();
    const failure = server.client().customers.find("cust_1", { signal: caller.signal });
    await expect.poll(() => server.received.length).toBe(1);
    caller.abort();
    await expect(failure).rejects.toThrow("was aborted by its caller");
    await expect(failure).rejects.toMatchObject({ isRetryable: false });
    expect(server.received).toHaveLength(1);
  });

  it("a call with an aborted signal is not sent", async () => {
    await using server = await startServer(ok({ customer }));
    const failure = server.client().customers.find("cust_1", { signal: AbortSignal.abort() });
    await expect(failure).rejects.toThrow("was aborted by its caller");
    expect(server.received).toHaveLength(0);
  });

  it("aborting ends the wait for a retry", async () => {
    await using server = await startServer(refused(500));
    const caller = new AbortController();
    const client = server.client({ sleep: async () => caller.abort() });
    await expect(client.customers.find("cust_1", { signal: caller.signal })).rejects.toMatchObject({
      status: 500,
    });
    expect(server.received).toHaveLength(1);
  });

  it("retries wait in real time by default", async () => {
    await using server = await startServer(refused(500), ok({ customer }));
    await server.client({ sleep: undefined, random: () => 0.01 }).customers.find("cust_1");
    expect(server.received).toHaveLength(2);
  });
});

it("an unreachable host is an UnavailableError with its cause", async () => {
  const server = await startServer(ok({}));
  const client = server.client({ maxRetries: 1 });
  await server[Symbol.asyncDispose]();
  const failure = client.customers.find("cust_1");
  await expect(failure).rejects.toThrow("GET /customers/cust_1 could not reach ProcessOut");
  await expect(failure).rejects.toMatchObject({
    isRetryable: true,
    status: undefined,
    cause: expect.any(TypeError),
  });
});
