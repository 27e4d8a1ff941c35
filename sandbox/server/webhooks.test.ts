import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createSandbox, type Sandbox } from "../index";
import { type Caller, createCaller, part, type Wire } from "../test-support/caller";

type Received = { event_id: string; event_type: string };

let sandbox: Sandbox;
let call: Caller;
let merchant: Server;
let url: string;
let received: Received[];
let answerWith: number;
let arrived: () => void;

beforeEach(async () => {
  received = [];
  answerWith = 200;
  arrived = () => {};
  merchant = createServer((request, response) => {
    let body = "";
    request.on("data", (chunk) => {
      body += chunk;
    });
    request.on("end", () => {
      received.push(JSON.parse(body));
      response.writeHead(answerWith).end("noted");
      arrived();
    });
  });
  await new Promise<void>((done) => merchant.listen(0, "127.0.0.1", done));
  url = `http://127.0.0.1:${(merchant.address() as AddressInfo).port}/hook`;
  sandbox = await createSandbox({ webhookUrl: url });
  call = createCaller(sandbox.url);
});

afterEach(async () => {
  await sandbox.close();
  await new Promise((done) => merchant.close(done));
});

const control = (method: string, path: string, body?: Wire) => call(method, `/_sandbox${path}`, body);
const advance = (ms: number) => control("POST", "/clock", { advance_ms: ms });

/** Waits until the merchant has received `count` deliveries. */
async function receivedAtLeast(count: number): Promise<Received[]> {
  while (received.length < count) {
    await new Promise<void>((done) => {
      arrived = done;
    });
  }
  return received;
}

type Delivery = { id: string; status: string; attempts: number; release_at: string; created_at: string };
const deliveries = async () => (await control("GET", "/deliveries")).body.deliveries as Delivery[];

test("a delivery carries only ids, and its event can be fetched", async () => {
  const customer = part(await call("POST", "/customers", { email: "ada@example.com" }), "customer");
  const [hook] = await receivedAtLeast(1);
  expect(hook).toEqual({ event_id: expect.stringMatching(/^ev_/), event_type: "customer.created" });
  const event = part(await call("GET", `/events/${hook?.event_id}`), "event");
  expect(event.data).toMatchObject({
    name: "customer.created",
    sandbox: true,
    customer: { id: customer.id },
  });
  await advance(0);
  const listed = await call("GET", `/events/${hook?.event_id}/webhooks`);
  expect(listed.body.webhooks).toMatchObject([
    { request_url: url, status: "delivered", response_code: "200" },
  ]);
});

test("a failing endpoint is tried 14 times over at most 3 days, then marked failed", async () => {
  answerWith = 503;
  await call("POST", "/customers", {});
  await receivedAtLeast(1);
  for (let hours = 0; hours < 80; hours++) await advance(60 * 60 * 1000);
  const [delivery] = await deliveries();
  expect(delivery).toMatchObject({ status: "failed", attempts: 14 });
  const hours = (Date.parse(delivery?.release_at ?? "") - Date.parse(delivery?.created_at ?? "")) / 3_600_000;
  expect(hours).toBeGreaterThan(48);
  expect(hours).toBeLessThan(72);
});

test("an endpoint that recovers receives the event at the next retry", async () => {
  answerWith = 500;
  await call("POST", "/customers", {});
  await receivedAtLeast(1);
  answerWith = 200;
  await advance(60 * 1000);
  await receivedAtLeast(2);
  await advance(0);
  expect(await deliveries()).toMatchObject([{ status: "delivered", attempts: 2 }]);
});

test("an event goes to the token's webhook_url and to the project's endpoints", async () => {
  const other = `${url}/token`;
  const customer = part(await call("POST", "/customers", {}), "customer");
  await call("POST", `/customers/${customer.id}/tokens`, { webhook_url: other });
  await receivedAtLeast(3);
  const sent = (await control("GET", "/deliveries")).body.deliveries as { url: string; event_name: string }[];
  const ofToken = sent.filter(({ event_name }) => event_name === "customer.token.created");
  expect(ofToken.map((delivery) => delivery.url).sort()).toEqual([url, other].sort());
});

test("faults drop, duplicate and delay deliveries, and a delivery can be repeated", async () => {
  await control("POST", "/faults", { kind: "drop-webhooks", match: "customer.created", times: 1 });
  await call("POST", "/customers", {});
  const [dropped] = await deliveries();
  expect(dropped?.status).toBe("failed");
  expect(received).toEqual([]);

  await control("POST", `/deliveries/${dropped?.id}/redeliver`);
  await receivedAtLeast(1);

  await control("POST", "/faults", { kind: "duplicate-webhooks", match: "*", times: 1 });
  await call("POST", "/customers", {});
  const [, one, two] = await receivedAtLeast(3);
  expect(one).toEqual(two);

  await control("POST", "/faults", {
    kind: "delay-webhooks",
    match: "customer.*",
    times: 1,
    latency_ms: 3_600_000,
  });
  await call("POST", "/customers", {});
  expect((await deliveries())[0]?.status).toBe("pending");
  await advance(3_600_000);
  await receivedAtLeast(4);
});

test("the reorder fault delays every other event, so that the second of two arrives first", async () => {
  await control("POST", "/faults", { kind: "reorder-webhooks", match: "*", times: 2, latency_ms: 60_000 });
  const first = part(await call("POST", "/customers", {}), "customer").id;
  const second = part(await call("POST", "/customers", {}), "customer").id;
  await receivedAtLeast(1);
  await advance(60_000);
  await receivedAtLeast(2);
  const subjects = [];
  for (const { event_id } of received) {
    const event = part(await call("GET", `/events/${event_id}`), "event");
    subjects.push((event.data as { customer: { id: string } }).customer.id);
  }
  expect(subjects).toEqual([second, first]);
});
