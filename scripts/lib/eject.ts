import { cpSync, existsSync, mkdirSync, readdirSync, rmSync } from "node:fs";
import path from "node:path";

const LEFT_OUT = new Set([
  "package-lock.json",
  "sandbox",
  "node_modules",
  ".git",
  ".data",
  ".next",
  "test-results",
  "tsconfig.tsbuildinfo",
]);

/**
 * A copy of the project as an adopter leaves it: without `sandbox/`. It stands inside `.data`, so that Node and the
 * bundler find node_modules by walking up.
 */
export function makeEjectedCopy(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const name of readdirSync(".").filter((entry) => !LEFT_OUT.has(entry))) {
    cpSync(name, path.join(folder, name), { recursive: true });
  }
  const cache = path.resolve(".next/cache");
  if (existsSync(cache)) cpSync(cache, path.join(folder, ".next/cache"), { recursive: true });
}
