// `npm test`, the gate: everything that has to hold before a change is done. `npm test -- lint types` runs those
// steps alone. The last line counts tests; a check without tests of its own counts as one.
import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { proveSelections } from "./eject/prove"; // eject: eject
import { ensureBuild, generateClient, nextCommand } from "./lib/build";
import { commandStep, FAILED, PASSED, reportStep, runGate, type Step } from "./lib/gate";
import { findMissingOptionals } from "./lib/lock-file";
import { findSandbox, listTestsWithSandbox } from "./lib/sandbox-folder.mjs";
import { leave, stopOnRequest } from "./lib/stop-request";
import { makeTestEnv } from "./lib/test-env";
import { playwrightCount, vitestCount } from "./lib/test-reports";

stopOnRequest(130);
const folder = mkdtempSync(path.join(os.tmpdir(), "merchant-test-"));
process.once("exit", () => rmSync(folder, { recursive: true, force: true }));

const options = { env: makeTestEnv(), logFolder: path.join(folder, "logs"), show: "nothing" } as const;
const BIN = "node_modules";
const TSC = [`${BIN}/typescript/bin/tsc`, "--noEmit"];
const CRUISE = `${BIN}/dependency-cruiser/bin/dependency-cruise.mjs`;
const CRUISED = [
  "app",
  "components",
  "lib",
  "sandbox",
  "scripts",
  "e2e",
  "tests",
  "prisma/seed.ts",
  "proxy.ts",
  "instrumentation.ts",
].filter((name) => existsSync(name));
const NONE = { passed: 0, failed: 0 };

const steps: Step[] = [
  { name: "client", run: () => generateClient(options).then(() => PASSED) },
  commandStep(
    "lint",
    [[`${BIN}/@biomejs/biome/bin/biome`, "ci", "--colors=off", "--max-diagnostics=50", "."]],
    options,
  ),
  commandStep(
    "imports",
    [
      [CRUISE, ...CRUISED],
      [CRUISE, "--config", ".dependency-cruiser-folders.cjs", ...CRUISED],
    ],
    options,
  ),
  commandStep("dead code", [[`${BIN}/knip/bin/knip.js`, "--no-config-hints"]], options),
  {
    name: "lock file",
    async run() {
      const missing = findMissingOptionals();
      for (const name of missing) console.error(`package-lock.json has no entry for ${name}`);
      return missing.length ? FAILED : PASSED;
    },
  },
  commandStep("migrations", [["--import", "tsx", "scripts/check-migrations.ts"]], options),
  commandStep("types", [nextCommand("typegen"), TSC], options),
  vitestStep("unit and postgres", ["unit", "postgres"]),
  vitestStep("contract", existsSync("sandbox") ? ["contract", "sandbox"] : ["contract"]),
  { name: "build", run: () => ensureBuild(options).then(() => PASSED) },
  commandStep("production install", [["--import", "tsx", "scripts/check-production.ts"]], options),
  { name: "eject", run: () => proveSelections(options) }, // eject: eject
  { name: "eject in full", run: () => proveSelections(options, { inFull: true }), onRequest: true }, // eject: eject
  findSandbox()
    ? reportStep(
        "browser",
        ["--import", "tsx", "scripts/e2e.ts", "--reporter=list,json"],
        { file: `${folder}/playwright.json`, read: playwrightCount },
        { ...options, env: { ...options.env, PLAYWRIGHT_JSON_OUTPUT_NAME: `${folder}/playwright.json` } },
      )
    : { name: "browser", run: async () => NONE },
];

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !steps.some((step) => step.name === name));
if (unknown.length) {
  console.error(`There is no step "${unknown.join('", "')}": ${steps.map(({ name }) => name).join(", ")}.`);
  await leave(1);
}
for (const file of listLeftOut()) {
  console.log(`Left out, because there is no sandbox and PROCESSOUT_SANDBOX names none: ${file}`);
}
const passed = await runGate(
  steps.filter(({ name, onRequest }) => (asked.length === 0 ? !onRequest : asked.includes(name))),
);
await leave(passed ? 0 : 1);

function vitestStep(name: string, projects: string[]): Step {
  const file = `${folder}/${name.replaceAll(" ", "-")}.json`;
  const chosen = projects.flatMap((project) => ["--project", project]);
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile=${file}`];
  const args = [`${BIN}/vitest/vitest.mjs`, "run", "--passWithNoTests", ...chosen, ...reporters];
  return reportStep(name, args, { file, read: vitestCount }, options);
}

function listLeftOut(): string[] {
  if (findSandbox()) return [];
  const specs = readdirSync("e2e", { recursive: true, encoding: "utf8" }).filter((file) =>
    file.endsWith(".spec.ts"),
  );
  return [...listTestsWithSandbox(), ...specs.map((file) => path.join("e2e", file)).sort()];
}
