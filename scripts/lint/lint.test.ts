import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { ALLOWED_CODE, FORBIDDEN_CODE, FORBIDDEN_IMPORTS, INNOCENT } from "./planted";

const CONFIGURATION = [
  "biome.json",
  ".dependency-cruiser.cjs",
  "tsconfig.json",
  "package.json",
  "scripts/lint",
];

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), "merchant-lint-"));
  for (const name of CONFIGURATION) cpSync(name, path.join(folder, name), { recursive: true });
  symlinkSync(path.resolve("node_modules"), path.join(folder, "node_modules"), "junction");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function plant(file: string, source: string) {
  mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
  writeFileSync(path.join(folder, file), source);
}

/** What the tool printed, whether it was content or not. */
function run(tool: string, args: string[]): string {
  try {
    return execFileSync(process.execPath, [path.resolve("node_modules", tool), ...args], {
      cwd: folder,
      encoding: "utf8",
    });
  } catch (error) {
    return String((error as { stdout: string }).stdout);
  }
}

const FOLDERS = ["app", "components", "lib", "sandbox", "scripts", "e2e", "tests"];

function brokenImportRules(): string[] {
  for (const name of FOLDERS) mkdirSync(path.join(folder, name), { recursive: true });
  const report = run("dependency-cruiser/bin/dependency-cruise.mjs", [...FOLDERS, "--output-type", "json"]);
  const { violations } = JSON.parse(report).summary;
  return violations.map(
    ({ rule, from }: { rule: { name: string }; from: string }) => `${rule.name}: ${from}`,
  );
}

describe("import directions", () => {
  test("each forbidden import is found, and nothing else", () => {
    for (const [file, source] of Object.entries(INNOCENT)) plant(file, source);
    for (const [, file, line] of FORBIDDEN_IMPORTS) plant(file, `${line}\nexport const planted = 1;\n`);
    const expected = FORBIDDEN_IMPORTS.map(([rule, file]) => `${rule}: ${file}`);
    expect(new Set(brokenImportRules())).toEqual(new Set(expected));
  });

  test("what is allowed passes", () => {
    for (const [file, source] of Object.entries(INNOCENT)) plant(file, source);
    expect(brokenImportRules()).toEqual([]);
  });
});

type Diagnostic = { category: string; location: { path: string } };

function brokenCodeRules(): string[] {
  const report = run("@biomejs/biome/bin/biome", [
    "lint",
    "--vcs-enabled=false",
    "--reporter=json",
    "app",
    "lib",
  ]);
  const { diagnostics } = JSON.parse(report) as { diagnostics: Diagnostic[] };
  return diagnostics.map(({ category, location }) => `${category.split("/").at(-1)}: ${location.path}`);
}

describe("code", () => {
  test.each(FORBIDDEN_CODE)("%s is found in %s", (rule, file, source) => {
    plant("app/page.tsx", "export const page = 1;\n");
    plant("lib/plain.ts", "export const plain = 1;\n");
    plant(file, source);
    expect(brokenCodeRules()).toEqual([`${rule}: ${file}`]);
  });

  test("what is allowed passes", () => {
    plant("app/page.tsx", "export const page = 1;\n");
    for (const [file, source] of Object.entries(ALLOWED_CODE)) plant(file, source);
    expect(brokenCodeRules()).toEqual([]);
  });
});
