import path from "node:path";
import { makeAppEnv, opensDemoDoors } from "./app-env";
import { nextCommand } from "./build";
import { databaseFolder } from "./database";
import { applyMigrations } from "./migrations";
import { requireFreePort } from "./ports";
import { type ProcessOptions, type RunningProcess, runProcess, startProcess } from "./processes";
import { Refusal } from "./refusal";
import type { Settings } from "./settings";

const READY_LIMIT_MS = 120_000;

export type Stack = {
  url: string;
  sandboxUrl?: string;
  /** The environment of the app's processes. */
  env: NodeJS.ProcessEnv;
  /** Without the sandbox the shop goes on, without any other of these it does not. */
  processes: { database?: RunningProcess; sandbox?: RunningProcess; web: RunningProcess };
};

export type StackOptions = {
  mode: "start" | "dev";
  show: ProcessOptions["show"];
  /** Variables of the app that come before the person's own. */
  env?: NodeJS.ProcessEnv;
};

/** Starts database, sandbox and app, in that order, and answers when the app answers. */
export async function startStack(
  settings: Settings,
  { mode, show, env: given }: StackOptions,
): Promise<Stack> {
  const logFolder = path.join(settings.dataDir, "logs");
  const start = (name: string, args: string[], env: NodeJS.ProcessEnv = process.env) =>
    startProcess(name, args, { env, logFolder, show });

  await requireFreePort(settings.port, "PORT");
  if (!settings.project) await requireFreePort(settings.sandboxPort, "SANDBOX_PORT");

  const database = settings.databaseUrl ? undefined : start("database", embeddedDatabase(settings));
  const sandbox = settings.project ? undefined : start("sandbox", sandboxServer(settings));
  const databaseUrl = settings.databaseUrl ?? (await database?.ready) ?? "";
  await applyMigrations(databaseUrl);
  const sandboxUrl = await sandbox?.ready;

  const url = `http://localhost:${settings.port}`;
  const env = { ...makeAppEnv(settings, { app: url, database: databaseUrl, sandbox: sandboxUrl }), ...given };
  if (opensDemoDoors(settings)) {
    const cards = sandboxUrl ? ["--sandbox", sandboxUrl] : [];
    await runProcess("seed", ["--import", "tsx", "prisma/seed.ts", ...cards], { env, logFolder, show });
  }
  const web = start("web", nextCommand(mode, "-H", "localhost", "-p", String(settings.port)), env);
  await waitForHealth(web, `${url}/api/health`);
  return { url, sandboxUrl, env, processes: { database, sandbox, web } };
}

const embeddedDatabase = ({ dataDir }: Settings) => [
  ...["--import", "tsx", "scripts/database.ts"],
  ...["--data", databaseFolder(dataDir)],
];

const sandboxServer = ({ dataDir, sandboxPort }: Settings) => [
  ...["--import", "tsx", "sandbox/main.ts", "--host", "127.0.0.1"],
  ...["--port", String(sandboxPort), "--data", path.join(dataDir, "sandbox")],
];

async function waitForHealth(web: RunningProcess, address: string): Promise<void> {
  let ended = false;
  web.ended.then(() => {
    ended = true;
  });
  const deadline = Date.now() + READY_LIMIT_MS;
  let answer = "no answer";
  while (Date.now() < deadline) {
    if (ended) throw new Refusal(`${(await web.ended).tail}\nThe app ended before it was ready.`);
    answer = await fetch(address).then(
      async (response) => (response.ok ? "ok" : `${response.status} ${await response.text()}`),
      () => "no answer",
    );
    if (answer === "ok") return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Refusal(`The app did not become healthy. ${address} said: ${answer}`);
}
