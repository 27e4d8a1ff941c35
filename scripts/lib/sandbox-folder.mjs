// JavaScript, because vitest.config.ts imports it before anything compiles TypeScript.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";

/**
 * The folder of the local ProcessOut: the one that PROCESSOUT_SANDBOX names, or `sandbox`. Undefined without either.
 *
 * @returns {string | undefined}
 */
export function findSandbox() {
  const folder = process.env.PROCESSOUT_SANDBOX || "sandbox";
  return existsSync(path.join(folder, "main.ts")) ? folder : undefined;
}

/** The tests that start a local ProcessOut: they are left out of a project that has none. */
export function listTestsWithSandbox() {
  return readdirSync("lib", { recursive: true, encoding: "utf8" })
    .filter((file) => /\.test\.tsx?$/.test(file))
    .map((file) => path.join("lib", file))
    .filter((file) => /tests\/support\/stack"|contract-sandbox"/.test(readFileSync(file, "utf8")))
    .sort();
}
