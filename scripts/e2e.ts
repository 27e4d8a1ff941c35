// `npm run e2e -- ARGS`: the browser tests alone, against a shop of their own (production build, its own ports, its
// own data in the temp folder). Arguments pass through to Playwright.
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { ensureBrowser } from "./lib/browser";
import { ensureBuild } from "./lib/build";
import { findFreePort } from "./lib/ports";
import { startProcess } from "./lib/processes";
import { startStack } from "./lib/stack";
import { leave, stopOnRequest } from "./lib/stop-request";
import { makeTestEnv } from "./lib/test-env";

stopOnRequest(130);
const PLAYWRIGHT_CHROMIUM = ensureBrowser();
const dataDir = mkdtempSync(path.join(os.tmpdir(), "merchant-e2e-"));
process.once("exit", () => rmSync(dataDir, { recursive: true, force: true }));

const person = makeTestEnv();
const logFolder = path.join(dataDir, "logs");
await ensureBuild({ env: person, logFolder, show: "nothing" });
const [port, sandboxPort] = [await findFreePort(), await findFreePort()];
const { env } = await startStack({ port, sandboxPort, dataDir }, { mode: "start", show: "nothing", person });

const playwright = startProcess(
  "playwright",
  ["node_modules/@playwright/test/cli.js", "test", ...process.argv.slice(2)],
  { env: { ...env, PLAYWRIGHT_CHROMIUM }, logFolder, show: "everything" },
);
const { code } = await playwright.ended;
if (code !== 0) showPages();
await leave(code ?? 1);

/** What the pages of failed tests said at the end: often the only picture there is of a run elsewhere. */
function showPages() {
  if (!existsSync("test-results")) return;
  const files = readdirSync("test-results", { recursive: true, encoding: "utf8" });
  for (const file of files.filter((name) => path.basename(name) === "pages.txt")) {
    console.error(`\n── ${path.dirname(file)}\n${readFileSync(path.join("test-results", file), "utf8")}`);
  }
}
