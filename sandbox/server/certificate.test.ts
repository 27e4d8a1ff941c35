import { X509Certificate } from "node:crypto";
import { once } from "node:events";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { request } from "node:https";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { basic } from "../contract/sdks/call";
import { createSandbox, type Sandbox } from "../index";
import { EXAMPLE } from "../test-support/caller";
import { createCertificate } from "./certificate";

const AUTHORIZATION = basic(EXAMPLE.projectId, EXAMPLE.key);

describe("a certificate", () => {
  test("a certificate is signed by its own key and names its hosts", async () => {
    const { cert, key } = await createCertificate(["localhost", "127.0.0.1", "::1"]);
    const read = new X509Certificate(cert);
    expect(read.verify(read.publicKey)).toBe(true);
    expect(key).toMatch(/^-----BEGIN PRIVATE KEY-----/);
    expect([read.checkHost("localhost"), read.checkIP("127.0.0.1"), read.checkIP("::1")]).toEqual([
      "localhost",
      "127.0.0.1",
      "::1",
    ]);
    expect(read.checkHost("processout.com")).toBeUndefined();
    expect(Date.parse(read.validFrom)).toBeLessThan(Date.now());
    expect(Date.parse(read.validTo)).toBeGreaterThan(Date.now());
  });

  test("every call creates another certificate", async () => {
    const [first, second] = [await createCertificate(["localhost"]), await createCertificate(["localhost"])];
    expect(first.cert).not.toBe(second.cert);
  });
});

describe("a sandbox that speaks TLS", () => {
  let folder: string;
  let sandbox: Sandbox;
  let ca: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "sandbox-tls-"));
    sandbox = await createSandbox({ tls: join(folder, "sandbox.pem") });
    ca = await readFile(join(folder, "sandbox.pem"), "utf8");
  });
  afterAll(async () => {
    await sandbox.close();
    await rm(folder, { recursive: true });
  });

  const post = (path: string, body: string, tls: { ca?: string } = {}) =>
    new Promise<Record<string, unknown>>((resolve, reject) => {
      const headers = { Authorization: AUTHORIZATION };
      const sent = request(sandbox.url + path, { ca, headers, method: "POST", ...tls }, (response) => {
        let text = "";
        response.setEncoding("utf8");
        response.on("data", (chunk: string) => {
          text += chunk;
        });
        response.on("end", () => resolve(JSON.parse(text)));
      });
      sent.once("error", reject);
      sent.end(body);
    });
  const INVOICE = '{"name":"Coffee","amount":"29","currency":"EUR"}';

  test("a TLS sandbox is trusted by clients that have its certificate, and its links are https", async () => {
    expect(sandbox.url).toMatch(/^https:\/\/127\.0\.0\.1:\d+$/);
    const { invoice } = await post("/invoices", INVOICE);
    expect(invoice).toMatchObject({ url: expect.stringContaining(`${sandbox.url}/test-proj_`) });
    const { cert: another } = await createCertificate(["127.0.0.1"]);
    await expect(post("/invoices", INVOICE, { ca: another })).rejects.toThrow();
  });

  test("a TLS sandbox releases an idempotency key before it answers, so that a client in another thread may repeat at once", async () => {
    const client = new Worker(IN_PAIRS, {
      eval: true,
      workerData: { url: sandbox.url, ca, authorization: AUTHORIZATION, pairs: 50 },
    });
    const [statuses] = await once(client, "message");
    expect(statuses).toEqual(Array(100).fill(200));
  });
});

/** Each write twice, one after the other, under one key. */
const IN_PAIRS = `
  const { parentPort, workerData: { url, ca, authorization, pairs } } = require("node:worker_threads");
  const { Agent, request } = require("node:https");
  const agent = new Agent({ keepAlive: true });
  const post = (key) => new Promise((resolve, reject) => {
    const headers = { authorization, "idempotency-key": key };
    const sent = request(url + "/customers", { ca, agent, headers, method: "POST" }, (response) =>
      response.resume().once("end", () => resolve(response.statusCode)));
    sent.once("error", reject).end("{}");
  });
  (async () => {
    const statuses = [];
    for (let pair = 0; pair < pairs; pair++)
      for (const key of [pair, pair]) statuses.push(await post("pair-" + key));
    agent.destroy();
    parentPort.postMessage(statuses);
  })();
`;
