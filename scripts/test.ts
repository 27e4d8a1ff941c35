// `npm test`, the gate: everything that has to hold before a change is done. `npm test -- lint types` runs those
// steps alone. The last line counts tests; a check without tests of its own counts as one.
import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { ensureBuild, generateClient, nextCommand } from "./lib/build";
import { makeEjectedCopy } from "./lib/eject";
import { commandStep, FAILED, PASSED, reportStep, runGate, type Step } from "./lib/gate";
import { findMissingOptionals } from "./lib/lock-file";
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
];
const ejected = path.resolve(".data/ejected");

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
  reportStep(
    "unit and contract",
    [
      `${BIN}/vitest/vitest.mjs`,
      "run",
      "--reporter=default",
      "--reporter=json",
      `--outputFile=${folder}/vitest.json`,
    ],
    { file: `${folder}/vitest.json`, read: vitestCount },
    options,
  ),
  { name: "build", run: () => ensureBuild(options).then(() => PASSED) },
  commandStep("production install", [["--import", "tsx", "scripts/check-production.ts"]], options),
  {
    name: "without the sandbox",
    async run() {
      makeEjectedCopy(ejected);
      const build = commandStep("ejected-build", [nextCommand("build", ejected)], options);
      return build.run().finally(() => rmSync(ejected, { recursive: true, force: true }));
    },
  },
  reportStep(
    "browser",
    ["--import", "tsx", "scripts/e2e.ts", "--reporter=list,json"],
    { file: `${folder}/playwright.json`, read: playwrightCount },
    { ...options, env: { ...options.env, PLAYWRIGHT_JSON_OUTPUT_NAME: `${folder}/playwright.json` } },
  ),
];

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !steps.some((step) => step.name === name));
if (unknown.length) {
  console.error(`There is no step "${unknown.join('", "')}": ${steps.map(({ name }) => name).join(", ")}.`);
  await leave(1);
}
const passed = await runGate(steps.filter(({ name }) => asked.length === 0 || asked.includes(name)));
await leave(passed ? 0 : 1);
