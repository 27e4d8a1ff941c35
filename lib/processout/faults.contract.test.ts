import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { freshKey, type Sandbox, startSandbox } from "./contract-sandbox";
import { RateLimitedError, UnavailableError } from "./errors";
import type { ProcessOut } from "./index";

let sandbox: Sandbox;
let processout: ProcessOut;

beforeAll(async () => {
  sandbox = await startSandbox();
  processout = sandbox.client();
}, 30_000);
afterAll(() => sandbox?.stop());

/** Each test has its own customer, so that faults on its paths affect no other test. */
async function newCustomer() {
  const { id } = await processout.customers.create({}, freshKey());
  return { id, tokens: `POST /customers/${id}/tokens`, self: `GET /customers/${id}` };
}

async function countTokens(customerId: string) {
  let count = 0;
  for await (const _token of processout.tokens.list(customerId)) count += 1;
  return count;
}

describe("a write whose answer was lost is done once", () => {
  it.each([
    ["the answer was a 500", { kind: "status", status: 500 }],
    ["the answer was half of one", { kind: "malformed" }],
    ["the answer was empty", { kind: "empty" }],
    ["the connection broke", { kind: "reset" }],
  ])("a write is done once although %s", async (_name, fault) => {
    const customer = await newCustomer();
    await sandbox.fault({ match: customer.tokens, after: true, ...fault });
    const { token } = await processout.tokens.create(customer.id, { verify: true }, freshKey());
    expect(token.customer_id).toBe(customer.id);
    expect(await countTokens(customer.id)).toBe(1);
  });

  it("a write is done once although no response arrived in time", async () => {
    const customer = await newCustomer();
    await sandbox.fault({ match: customer.tokens, kind: "hang", after: true });
    await processout.tokens.create(customer.id, { verify: true }, { ...freshKey(), timeoutMs: 500 });
    expect(await countTokens(customer.id)).toBe(1);
  });

  it("a write is done once when a process dies and another one sends the same key", async () => {
    const customer = await newCustomer();
    const key = freshKey();
    await sandbox.fault({ match: customer.tokens, kind: "reset", after: true });
    const dying = sandbox.client({ maxRetries: 0 }).tokens.create(customer.id, { verify: true }, key);
    await expect(dying).rejects.toBeInstanceOf(UnavailableError);
    const { token } = await sandbox.client().tokens.create(customer.id, { verify: true }, key);
    expect((await processout.tokens.find(customer.id, token.id)).id).toBe(token.id);
    expect(await countTokens(customer.id)).toBe(1);
  });

  it("ten concurrent writes with one key create one customer", async () => {
    const key = freshKey();
    const input = { reference_id: "user-7" };
    const patient = sandbox.client({ maxRetries: 8, sleep: undefined, random: Math.random });
    const made = await Promise.all(Array.from({ length: 10 }, () => patient.customers.create(input, key)));
    expect(new Set(made.map(({ id }) => id)).size).toBe(1);
  });
});

describe("a key", () => {
  it("a key that was used with another body is rejected", async () => {
    const key = freshKey();
    await processout.customers.create({ email: "ann@example.com" }, key);
    const other = processout.customers.create({ email: "bob@example.com" }, key);
    await expect(other).rejects.toMatchObject({
      code: "request.idempotency-key.invalid",
      isRetryable: false,
    });
  });

  it("a repeat gets `still-processing` while the first request is running", async () => {
    const key = freshKey();
    await sandbox.fault({ match: "POST /customers", kind: "latency", latency_ms: 300 });
    const hasty = sandbox.client({ maxRetries: 0 });
    const both = [hasty.customers.create({}, key), hasty.customers.create({}, key)];
    const [made, told] = (await Promise.allSettled(both)).sort((one, other) =>
      one.status < other.status ? -1 : 1,
    );
    expect(made).toMatchObject({ status: "fulfilled" });
    expect(told).toMatchObject({ reason: { code: "request.still-processing", isRetryable: true } });
  });

  it("another key creates a second customer", async () => {
    const customer = await newCustomer();
    await processout.tokens.create(customer.id, { verify: true }, freshKey());
    await processout.tokens.create(customer.id, { verify: true }, freshKey());
    expect(await countTokens(customer.id)).toBe(2);
  });
});

describe("trouble that lasts", () => {
  it.each([
    ["a 503", { kind: "status", status: 503 }, 503],
    ["half a body", { kind: "malformed" }, 200],
    ["no body", { kind: "empty" }, 200],
    ["broken connections", { kind: "reset" }, undefined],
  ])("a lasting failure ends in an UnavailableError: %s", async (_name, fault, status) => {
    const customer = await newCustomer();
    await sandbox.fault({ match: customer.self, times: 3, ...fault });
    const failure = processout.customers.find(customer.id);
    await expect(failure).rejects.toBeInstanceOf(UnavailableError);
    await expect(failure).rejects.toMatchObject({ method: "GET", path: `/customers/${customer.id}` });
    if (status) await expect(failure).rejects.toMatchObject({ isRetryable: true });
    expect((await processout.customers.find(customer.id)).id).toBe(customer.id);
  });

  it("a call ends after its own time limit", async () => {
    const customer = await newCustomer();
    await sandbox.fault({ match: customer.self, kind: "hang" });
    const failure = sandbox.client({ maxRetries: 0, timeoutMs: 100 }).customers.find(customer.id);
    await expect(failure).rejects.toThrow("got no answer in 100 ms");
  });

  it("lasting rate limits end in a RateLimitedError", async () => {
    const customer = await newCustomer();
    await sandbox.fault({ match: customer.self, kind: "status", status: 429, times: 3 });
    const failure = processout.customers.find(customer.id);
    await expect(failure).rejects.toBeInstanceOf(RateLimitedError);
    await expect(failure).rejects.toMatchObject({ code: "request.rate.exceeded" });
  });
});
