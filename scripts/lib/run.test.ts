import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { expect, test } from "vitest";
import { addressesOf, makeAppEnv } from "./app-env";

test("a clone whose path the build would misread says so before anything is installed", () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), "merchant#"));
  try {
    mkdirSync(path.join(folder, "scripts"));
    cpSync("scripts/run.mjs", path.join(folder, "scripts/run.mjs"));
    const run = spawnSync(process.execPath, [path.join(folder, "scripts/run.mjs"), "demo"], {
      encoding: "utf8",
    });
    expect([run.status, run.stderr]).toEqual([1, expect.stringContaining('contains "#"')]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test("behind another name, every address of the browser is a public one", () => {
  const settings = {
    port: 3000,
    sandboxPort: 4242,
    sandboxUrl: "https://sandbox.example",
    dataDir: os.tmpdir(),
  };
  const person = {
    NODE_ENV: "production" as const,
    NEXTAUTH_URL: "https://shop.example",
    NEXTAUTH_SECRET: "set",
    PROCESSOUT_WEBHOOK_SECRETS: "set",
  };
  expect(makeAppEnv(settings, "postgresql://embedded", person)).toMatchObject({
    NEXTAUTH_URL: "https://shop.example",
    PROCESSOUT_JS_URL: "https://sandbox.example/processout.js",
    PROCESSOUT_API_URL: "https://sandbox.example",
    SANDBOX_CONTROL_URL: "https://sandbox.example/_sandbox",
  });
  expect(addressesOf({ ...settings, sandboxUrl: undefined }).sandbox).toBe("http://127.0.0.1:4242");
});

test("only the embedded database, which queues all connections for one session, may take longer than the default", () => {
  const settings = { port: 3000, sandboxPort: 4242, dataDir: os.tmpdir() };
  const limitOf = (databaseUrl: string | undefined, person: Record<string, string> = {}) =>
    makeAppEnv({ ...settings, databaseUrl }, "postgresql://x", {
      ...{ NODE_ENV: "production", NEXTAUTH_SECRET: "set", PROCESSOUT_WEBHOOK_SECRETS: "set" },
      ...person,
    }).DATABASE_TIMEOUT_SECONDS;
  expect([limitOf(undefined), limitOf("postgresql://own")]).toEqual(["8", undefined]);
  expect(limitOf(undefined, { DATABASE_TIMEOUT_SECONDS: "2" })).toBe("2");
});
