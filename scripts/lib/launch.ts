import path from "node:path";
import { sealMigrations } from "./migrations";
import type { ProcessOptions } from "./processes";
import { readSettings, type Settings } from "./settings";
import { type Stack, startStack } from "./stack";
import { leave, stopOnRequest } from "./stop-request";

/** What `npm run demo` and `npm run dev` share: start everything, say so, stay until told to stop. */
export async function launch(mode: "start" | "dev", prepare: (options: ProcessOptions) => Promise<unknown>) {
  stopOnRequest(0);
  const settings = readSettings();
  await prepare({ env: process.env, logFolder: logFolder(settings), show: "nothing" });
  const stack = await startStack(settings, { mode, show: mode === "dev" ? "everything" : "errors" });
  sealMigrations();
  announce(stack, settings);

  const { database, sandbox, web, worker } = stack.processes;
  sandbox?.failed.then(() => console.error("The sandbox has ended: the shop goes on without ProcessOut."));
  for (const needed of [database, web, worker]) {
    needed?.failed.then(({ code }) => {
      console.error(`The ${needed.name} has ended (exit code ${code}): see ${logFolder(settings)}.`);
      leave(1);
    });
  }
}

const logFolder = ({ dataDir }: Settings) => path.relative(".", path.join(dataDir, "logs"));

function announce({ url, sandboxUrl, env }: Stack, settings: Settings) {
  if (sandboxUrl) console.log(`Sandbox dashboard: ${sandboxUrl}/_sandbox/`);
  console.log(`Logs: ${logFolder(settings)}. Ctrl-C stops everything.`);
  const publicUrl = env.NEXTAUTH_URL ?? url;
  console.log(publicUrl === url ? `Ready: ${url}` : `Ready: ${publicUrl}, which a proxy must lead to ${url}`);
}
