import { execFile } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { afterEach, expect, test } from "vitest";
import fileConfiguration from "../../.dependency-cruiser.cjs";
import folderConfiguration from "../../.dependency-cruiser-folders.cjs";
import biome from "../../biome.json" with { type: "json" };
import { ALLOWED, ALLOWED_CODE, FORBIDDEN_CODE, FORBIDDEN_FOLDERS, FORBIDDEN_IMPORTS } from "./planted";

const CONFIGURATION = [
  "biome.json",
  ".dependency-cruiser.cjs",
  ".dependency-cruiser-folders.cjs",
  "tsconfig.json",
  "package.json",
  "scripts/lint",
];

const FOLDERS = ["app", "components", "lib", "sandbox", "scripts", "e2e", "tests"];

const made: string[] = [];
afterEach(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** A temporary project with this project's lint configuration and the files given. */
function makeProject(files: Record<string, string>): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), "merchant-lint-"));
  made.push(folder);
  for (const name of CONFIGURATION) cpSync(name, path.join(folder, name), { recursive: true });
  symlinkSync(path.resolve("node_modules"), path.join(folder, "node_modules"), "junction");
  for (const name of FOLDERS) mkdirSync(path.join(folder, name), { recursive: true });
  for (const [file, source] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), source);
  }
  return folder;
}

/** The JSON that the tool printed, with or without violations. */
async function run(folder: string, tool: string, args: string[]) {
  const script = path.resolve("node_modules", tool);
  const options = { cwd: folder, maxBuffer: 64 * 1024 * 1024 };
  const { stdout } = await promisify(execFile)(process.execPath, [script, ...args], options).catch(
    (error) => error,
  );
  return JSON.parse(stdout);
}

async function listBrokenImportRules(folder: string, configuration: string): Promise<Set<string>> {
  const args = [...FOLDERS, "--config", configuration, "--output-type", "json"];
  const { summary } = await run(folder, "dependency-cruiser/bin/dependency-cruise.mjs", args);
  const violations: { rule: { name: string }; from: string }[] = summary.violations;
  return new Set(violations.map(({ rule, from }) => `${rule.name}: ${from}`));
}

const filesOf = (plants: { file: string; source: string }[]) =>
  Object.fromEntries(plants.map(({ file, source }) => [file, source]));

const namesOf = (rules: { rule: string }[]) => new Set(rules.map(({ rule }) => rule));

test("the import rules find each planted import and no allowed one", async () => {
  const folder = makeProject({ ...ALLOWED, ...filesOf(FORBIDDEN_IMPORTS) });
  const expected = FORBIDDEN_IMPORTS.map(({ rule, file }) => `${rule}: ${file}`);
  expect(await listBrokenImportRules(folder, ".dependency-cruiser.cjs")).toEqual(new Set(expected));
}, 60_000);

test("the folder rule finds two folders that import each other through different files", async () => {
  const planted = Object.assign({}, ...FORBIDDEN_FOLDERS.map(({ files }) => files));
  const folder = makeProject({ ...ALLOWED, ...planted });
  const expected = FORBIDDEN_FOLDERS.flatMap(({ rule, folders }) =>
    folders.map((name) => `${rule}: ${name}`),
  );
  expect(await listBrokenImportRules(folder, ".dependency-cruiser-folders.cjs")).toEqual(new Set(expected));
}, 60_000);

test("each import rule and each folder rule has a planted violation", () => {
  const namesIn = ({ forbidden }: { forbidden: { name: string }[] }) =>
    new Set(forbidden.map(({ name }) => name));
  expect(namesOf(FORBIDDEN_IMPORTS)).toEqual(namesIn(fileConfiguration));
  expect(namesOf(FORBIDDEN_FOLDERS)).toEqual(namesIn(folderConfiguration));
});

type Diagnostic = { category: string; message: string; location: { path: string } };

const PLUGINS = biome.plugins.map((plugin) => ({
  name: path.basename(plugin.path, ".grit"),
  source: readFileSync(plugin.path, "utf8"),
}));

/** The rule, or the plugin that has this message. */
function ruleOf({ category, message }: Diagnostic): string {
  if (category !== "plugin") return category.split("/").at(-1) ?? category;
  return PLUGINS.find(({ source }) => source.includes(message))?.name ?? message;
}

test("Biome finds each planted violation and no allowed code", async () => {
  const folder = makeProject({ ...ALLOWED_CODE, ...filesOf(FORBIDDEN_CODE) });
  const args = ["lint", "--vcs-enabled=false", "--max-diagnostics=1000", "--reporter=json", ...FOLDERS];
  const { diagnostics }: { diagnostics: Diagnostic[] } = await run(folder, "@biomejs/biome/bin/biome", args);
  const found = diagnostics.map((diagnostic) => `${ruleOf(diagnostic)}: ${diagnostic.location.path}`);
  expect(new Set(found)).toEqual(new Set(FORBIDDEN_CODE.map(({ rule, file }) => `${rule}: ${file}`)));
}, 60_000);

test("each Biome rule that is switched on, and each plugin, has a planted violation", () => {
  const settings = [biome, ...biome.overrides].map(({ linter }) => Object.values(linter.rules));
  const groups = settings.flat().filter((group) => typeof group === "object");
  const rules = groups.flatMap((group) => Object.entries<unknown>(group));
  const on = rules.filter(([, setting]) => setting !== "off").map(([name]) => name);
  expect(namesOf(FORBIDDEN_CODE)).toEqual(new Set([...on, ...PLUGINS.map(({ name }) => name)]));
});
