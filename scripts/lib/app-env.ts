import { ensureSessionSecret } from "./session-secret";
import type { Settings } from "./settings";

/** The pair printed in ProcessOut's public documentation, which opens the sandbox and nothing else. */
const SANDBOX_PROJECT = {
  id: "test-proj_gAO1Uu0ysZJvDuUpOGPkUBeE3pGalk3x",
  privateKey: "key_sandbox_mah31RDFqcDxmaS7MvhDbJfDJvjtsFTB",
};

export type Addresses = { app: string; database: string; sandbox?: string };

/** Every variable the app reads, for all of its processes. What the person set in the environment stays. */
export function makeAppEnv(settings: Settings, { app, database, sandbox }: Addresses): NodeJS.ProcessEnv {
  const { id, privateKey } = settings.project ?? SANDBOX_PROJECT;
  return {
    ...process.env,
    DATABASE_URL: database,
    NEXTAUTH_URL: process.env.NEXTAUTH_URL || app,
    NEXTAUTH_SECRET: process.env.NEXTAUTH_SECRET || ensureSessionSecret(settings.dataDir),
    DATA_DIR: settings.dataDir,
    PROCESSOUT_PROJECT_ID: id,
    PROCESSOUT_PRIVATE_KEY: privateKey,
    ...(sandbox && { PROCESSOUT_API_URL: sandbox, PROCESSOUT_JS_URL: `${sandbox}/processout.js` }),
    ...(opensDemoDoors(settings) && { DEMO: "1" }),
    NEXT_TELEMETRY_DISABLED: "1",
    // `localhost` is then 127.0.0.1 for the server as well, whichever address the system names first.
    NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ""} --dns-result-order=ipv4first`.trim(),
  };
}

/** Personas and the outbox never meet a live key. */
export function opensDemoDoors({ project }: Settings): boolean {
  return !project || (project.id.startsWith("test-") && /^key_(sandbox|test)_/.test(project.privateKey));
}
