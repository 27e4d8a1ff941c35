import { EnvError, parseEnv } from "@/lib/platform/env";
import { listMissing, listUnlimited } from "@/lib/platform/live-keys";
import { AuthenticationError, createProcessOut, NotFoundError } from "@/lib/processout";
import { findBrowser } from "./browser";
import { openDatabase } from "./database";
import { listPendingMigrations } from "./migrations";
import type { Settings } from "./settings";

/** `note`: the app serves without it. */
export type Finding = { verdict: "good" | "note" | "bad"; sentence: string };

const TIME_LIMIT_MS = 5000;

const good = (sentence: string): Finding => ({ verdict: "good", sentence });
const note = (sentence: string): Finding => ({ verdict: "note", sentence });
const bad = (sentence: string): Finding => ({ verdict: "bad", sentence });
const messageOf = (error: unknown) => (error instanceof Error ? error.message.trim() : String(error));

export function checkVariables(env: NodeJS.ProcessEnv): Finding {
  try {
    const missing = listMissing(parseEnv(env));
    if (missing.length === 0) return good("Every variable the app reads is well formed.");
    return bad(["With live keys these are missing:", ...missing].join("\n  "));
  } catch (error) {
    if (error instanceof EnvError) return bad(error.message);
    throw error;
  }
}

/** Whether clients' addresses are known, which limits count by. */
export function checkProxies(env: NodeJS.ProcessEnv): Finding {
  const proxies = Number(env.TRUSTED_PROXIES || 0);
  const [unlimited] = listUnlimited({ TRUSTED_PROXIES: proxies });
  return unlimited
    ? note(`${unlimited}.`)
    : good(`Clients' addresses are known behind ${proxies} of your proxies.`);
}

export async function checkDatabase(settings: Settings): Promise<Finding> {
  const name = settings.databaseUrl
    ? "The database of DATABASE_URL"
    : `The embedded database in ${settings.dataDir}`;
  try {
    const database = await openDatabase(settings);
    const pending = await listPendingMigrations(database.url).finally(database.close);
    if (pending.length === 0) return good(`${name} answers and is at the newest migration.`);
    return note(`${name} answers; npm run migrate would apply ${pending.join(", ")}.`);
  } catch (error) {
    return bad(`${name} cannot be used. ${messageOf(error)}`);
  }
}

/** Asks for a customer that cannot exist: "not found" is the answer of an API that knows the key. */
export async function checkProcessOut({ project }: Settings, env: NodeJS.ProcessEnv): Promise<Finding> {
  if (!project)
    return note("No PROCESSOUT_PROJECT_ID and PROCESSOUT_PRIVATE_KEY: the launcher starts the sandbox.");
  const baseUrl = env.PROCESSOUT_API_URL || "https://api.processout.com";
  const credentials = { projectId: project.id, privateKey: project.privateKey };
  const client = createProcessOut({ ...credentials, baseUrl, timeoutMs: TIME_LIMIT_MS, maxRetries: 0 });
  try {
    await client.customers.find("cust_doctor_probe");
  } catch (error) {
    if (error instanceof AuthenticationError) {
      return bad(
        `${baseUrl} refuses PROCESSOUT_PRIVATE_KEY for the project ${project.id}: set the pair from its dashboard.`,
      );
    }
    if (!(error instanceof NotFoundError))
      return bad(`PROCESSOUT_API_URL (${baseUrl}) cannot be used. ${messageOf(error)}`);
  }
  return good(`${baseUrl} accepts the key of the project ${project.id}.`);
}

export async function checkScript({ project }: Settings, env: NodeJS.ProcessEnv): Promise<Finding> {
  const url = env.PROCESSOUT_JS_URL || "https://js.processout.com/processout.js";
  if (!project) return note("The sandbox serves the browser script too.");
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(TIME_LIMIT_MS) });
    const type = response.headers.get("content-type") ?? "nothing";
    if (response.ok && type.includes("javascript")) return good(`${url} serves the browser script.`);
    return bad(`PROCESSOUT_JS_URL (${url}) answers ${response.status} with ${type}, not a script.`);
  } catch (error) {
    return bad(`PROCESSOUT_JS_URL (${url}) cannot be fetched from here. ${messageOf(error)}`);
  }
}

export function checkBrowser(): Finding {
  try {
    const browser = findBrowser();
    if (browser) return good(`The browser tests would use ${browser}.`);
    return note("No Chromium for the browser tests: npm run e2e fetches one, or set PLAYWRIGHT_CHROMIUM.");
  } catch (error) {
    return note(messageOf(error));
  }
}
