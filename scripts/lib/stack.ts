import path from "node:path";
import { SHOP } from "@/lib/platform/shop-identity";
import { addressesOf, makeAppEnv, webhookUrl } from "./app-env";
import { nextCommand, startCommand } from "./build";
import { databaseFolder } from "./database";
import { followerUrl } from "./follower-url"; // eject: demo
import { waitForHealth } from "./health";
import { applyMigrations } from "./migrations";
import { requireFreePort } from "./ports";
import { type ProcessOptions, type RunningProcess, runProcess, startProcess } from "./processes";
import { Refusal } from "./refusal";
import { findSandbox } from "./sandbox-folder.mjs";
import type { Settings } from "./settings";

export type Stack = {
  url: string;
  sandboxUrl?: string;
  /** The environment of the app's processes. */
  env: NodeJS.ProcessEnv;
  /** Without the sandbox the shop goes on, without any other of these it does not. */
  processes: {
    database?: RunningProcess;
    sandbox?: RunningProcess;
    web: RunningProcess;
    worker: RunningProcess;
  };
};

export type StackOptions = {
  mode: "start" | "dev";
  show: ProcessOptions["show"];
  /** The person's own variables; tests give a neutral set. */
  person?: NodeJS.ProcessEnv;
};

/** Starts database, sandbox, app and worker, in that order, and answers when all of them do. */
export async function startStack(settings: Settings, { mode, show, person }: StackOptions): Promise<Stack> {
  const { app: url, sandbox: sandboxUrl } = addressesOf(settings);
  if (sandboxUrl && !findSandbox()) {
    throw new Refusal(
      "Set PROCESSOUT_PROJECT_ID and PROCESSOUT_PRIVATE_KEY, from ProcessOut's dashboard, or PROCESSOUT_SANDBOX to the folder of a sandbox.",
    );
  }
  const logFolder = path.join(settings.dataDir, "logs");
  const start = (name: string, args: string[], env = person ?? process.env) => {
    // Those below the app announce themselves too; one `Ready:` line is ours to print.
    const isApp = name === "web" || name === "worker";
    return startProcess(name, args, { env, logFolder, show: isApp || show === "nothing" ? show : "errors" });
  };

  await requireFreePort(settings.port, "PORT");
  if (sandboxUrl) await requireFreePort(settings.sandboxPort, "SANDBOX_PORT");

  const database = settings.databaseUrl ? undefined : start("database", embeddedDatabase(settings));
  const sandbox = sandboxUrl ? start("sandbox", sandboxServer(settings, person)) : undefined;
  const databaseUrl = settings.databaseUrl ?? (await database?.ready) ?? "";
  await applyMigrations(databaseUrl);
  await sandbox?.ready;

  const NODE_ENV = mode === "start" ? "production" : "development";
  const env: NodeJS.ProcessEnv = { ...makeAppEnv(settings, databaseUrl, person), NODE_ENV };
  // eject:start demo
  if (env.DEMO) {
    await runProcess("seed", ["--import", "tsx", "prisma/seed.ts"], { env, logFolder, show: "nothing" });
  }
  // eject:end demo
  const address = ["-H", "localhost", "-p", String(settings.port)];
  const web = start("web", mode === "start" ? startCommand(...address) : nextCommand("dev", ...address), env);
  const worker = start("worker", WORKER[mode], env);
  await waitForHealth(web, `${url}/api/health`);
  await worker.ready;
  return { url, sandboxUrl, env, processes: { database, sandbox, web, worker } };
}

const WORKER = { start: ["dist/worker.mjs"], dev: ["--import", "tsx", "scripts/worker.ts"] };

const embeddedDatabase = ({ dataDir }: Settings) => [
  ...["--import", "tsx", "scripts/database.ts"],
  ...["--data", databaseFolder(dataDir)],
];

const sandboxServer = (settings: Settings, person?: NodeJS.ProcessEnv) => [
  ...["--import", "tsx", `${findSandbox()}/main.ts`, "--host", "127.0.0.1"],
  ...(settings.sandboxUrl ? ["--public-url", settings.sandboxUrl] : []),
  ...["--port", String(settings.sandboxPort), "--data", path.join(settings.dataDir, "sandbox")],
  ...["--webhook-url", webhookUrl(settings, person), "--merchant-name", SHOP.name],
  ...["--follower-url", followerUrl(settings, person)], // eject: demo
];
