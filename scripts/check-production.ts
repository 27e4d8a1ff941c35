// A gate step: copies what a deployment takes, installs it without development tools, migrates a database, starts
// `next start` and the worker, and waits until the app is healthy and the worker has run a job. Needs `npm run build`.
import { cpSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import pg from "pg";
import { makeAppEnv } from "./lib/app-env";
import { startCommand } from "./lib/build";
import { waitForHealth } from "./lib/health";
import { findFreePort } from "./lib/ports";
import { runProcess, startProcess } from "./lib/processes";
import { Refusal } from "./lib/refusal";
import { leave, stopOnRequest } from "./lib/stop-request";
import { makeTestEnv } from "./lib/test-env";

const DEPLOYED = [
  ...["package.json", "package-lock.json", ".npmrc", "next.config.js", "scripts/postinstall.mjs"],
  ...[".next", "dist", "public", "prisma/schema", "prisma/migrations"],
];
/** Build, test and sandbox packages that must not reach production. */
const UNWANTED = [
  "prisma",
  "typescript",
  "tsx",
  "esbuild",
  "lmdb",
  "playwright",
  "tailwindcss/oxide",
  "vitest",
];
/** pg-boss schedules jobs each minute, and looks at its schedule twice a minute. */
const JOB_LIMIT_MS = 120_000;

stopOnRequest(130);
const folder = mkdtempSync(path.join(os.tmpdir(), "merchant-production-"));
process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
const logFolder = path.join(folder, "logs");
const here = { env: makeTestEnv(), logFolder, show: "nothing" } as const;

copyDeployment();
const npm = process.env.npm_execpath;
if (!npm) throw new Refusal('Run this step through npm: npm test -- "production install".');
await runProcess("npm-ci", [npm, "ci", "--omit=dev", "--omit=optional", "--prefer-offline"], {
  ...here,
  cwd: folder,
});
const found = UNWANTED.filter((name) => existsSync(path.join(folder, "node_modules", name)));
if (found.length) throw new Refusal(`The production install contains ${found.join(", ")}.`);

const data = path.join(folder, "database");
const database = startProcess("database", ["--import", "tsx", "scripts/database.ts", "--data", data], here);
const DATABASE_URL = await database.ready;
const port = await findFreePort();
const settings = { port, sandboxPort: await findFreePort(), dataDir: folder };
const env = { ...makeAppEnv(settings, DATABASE_URL, here.env), NODE_ENV: "production" as const };
const there = { ...here, env, cwd: folder };

await runProcess("migrate-deploy", ["dist/migrate-deploy.mjs"], there);
const web = startProcess("web", startCommand("-H", "localhost", "-p", String(port)), there);
const worker = startProcess("worker", ["dist/worker.mjs"], there);
await Promise.all([waitForHealth(web, `http://localhost:${port}/api/health`), worker.ready]);
console.log(`The app is healthy and the worker has run ${await waitForJobRun()}.`);
await leave(0);

function copyDeployment() {
  const leftOut = [".next/cache", ".next/dev"].map((name) => path.resolve(name));
  for (const name of DEPLOYED) {
    cpSync(path.resolve(name), path.join(folder, name), {
      recursive: true,
      filter: (file) => !leftOut.includes(file),
    });
  }
}

async function waitForJobRun(): Promise<string> {
  const client = new pg.Client(DATABASE_URL);
  await client.connect();
  const deadline = performance.now() + JOB_LIMIT_MS;
  for (;;) {
    const { rows } = await client.query(`SELECT "job" FROM "JobRun" WHERE "failedAt" IS NULL LIMIT 1`);
    if (rows[0]) return client.end().then(() => rows[0].job);
    if (performance.now() > deadline) throw new Refusal("The worker has run no job.");
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}
