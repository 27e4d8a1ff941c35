import { type ChildProcess, fork } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createSandbox } from "../index";
import { createCaller, part } from "../test-support/caller";

let data: string;
beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), "sandbox-durable-"));
});
const children: ChildProcess[] = [];

afterEach(() => {
  for (const child of children.splice(0)) child.kill("SIGKILL");
  rmSync(data, { recursive: true, force: true });
});

function start(): Promise<{ child: ChildProcess; url: string }> {
  const child = fork(fileURLToPath(new URL("../main.ts", import.meta.url)), ["--port", "0", "--data", data], {
    execArgv: ["--import", "tsx"],
    stdio: ["ignore", "ignore", "pipe", "ipc"],
  });
  children.push(child);
  return new Promise((resolve, reject) => {
    let said = "";
    child.stderr?.on("data", (chunk) => {
      said += chunk;
    });
    child.once("message", ({ ready }: { ready: string }) => resolve({ child, url: ready }));
    child.once("exit", (code) => reject(new Error(`exit ${code}: ${said}`)));
  });
}

const ended = (child: ChildProcess) => new Promise((done) => child.once("exit", done));

test("every answered write survives kill -9 in the middle of writes", async () => {
  const first = await start();
  const answered: string[] = [];
  const call = createCaller(first.url);
  const writer = async () => {
    for (;;) answered.push(part(await call("POST", "/customers", { first_name: "Ada" }), "customer").id);
  };
  const writers = Array.from({ length: 8 }, () => writer().catch(() => undefined));
  while (answered.length < 200) await call("GET", "/customers");
  first.child.kill("SIGKILL");
  await Promise.all([ended(first.child), ...writers]);

  const second = await start();
  const again = createCaller(second.url);
  const found = await Promise.all(answered.map((id) => again("GET", `/customers/${id}`)));
  expect(found.filter(({ status }) => status !== 200)).toEqual([]);
  const { total_count } = (await again("GET", "/customers")).body;
  expect(total_count).toBeGreaterThanOrEqual(answered.length);
}, 30_000);

test("a second process on the same folder is refused, and a killed one leaves no lock", async () => {
  const { child } = await start();
  await expect(start()).rejects.toThrow(/exit 1: Another sandbox is already running on .*--data/);
  child.kill("SIGKILL");
  await ended(child);
  const next = await start();
  expect((await createCaller(next.url)("GET", "/customers")).status).toBe(200);
}, 30_000);

test("the sandbox stops when the process that launched it ends", async () => {
  const { child } = await start();
  child.disconnect();
  expect(await ended(child)).toBe(0);
}, 15_000);

test("a start replaces the endpoint of --webhook-url and keeps those made through the control side", async () => {
  const endpoints = async (webhookUrl: string | null) => {
    const sandbox = await createSandbox({ data, webhookUrl });
    const call = createCaller(sandbox.url);
    await call("POST", "/_sandbox/webhook-endpoints", { url: "http://127.0.0.1:9/by-hand" });
    const listed = (await call("GET", "/_sandbox/webhook-endpoints")).body.webhook_endpoints as {
      url: string;
    }[];
    await sandbox.close();
    return listed.map(({ url }) => new URL(url).pathname).sort();
  };
  expect(await endpoints("http://127.0.0.1:9/first")).toEqual(["/by-hand", "/first"]);
  expect(await endpoints("http://127.0.0.1:9/second")).toEqual(["/by-hand", "/by-hand", "/second"]);
  expect(await endpoints(null)).toEqual(["/by-hand", "/by-hand", "/by-hand"]);
});

test("a sandbox without a data folder keeps nothing", async () => {
  const sandbox = await createSandbox();
  await createCaller(sandbox.url)("POST", "/customers", {});
  await sandbox.close();
  const fresh = await createSandbox();
  expect((await createCaller(fresh.url)("GET", "/customers")).body.total_count).toBe(0);
  await fresh.close();
});
