import { isLive } from "@/lib/platform/live-keys"; // eject: demo
import { ensureSecret } from "./secret";
import type { Settings } from "./settings";

/** The pair printed in ProcessOut's public documentation, which opens the sandbox and nothing else. */
const SANDBOX_PROJECT = {
  id: "test-proj_gAO1Uu0ysZJvDuUpOGPkUBeE3pGalk3x",
  privateKey: "key_sandbox_mah31RDFqcDxmaS7MvhDbJfDJvjtsFTB",
};

const EMBEDDED_TIMEOUT_SECONDS = "8";
/** The return address in app/api/mobile/README.md, so that its commands work with the sandbox. */
const EXAMPLE_APP = "com.example.shop://processout/return";

/** Where everything of one launch is. */
export type Addresses = { app: string; sandbox?: string };

export const addressesOf = ({ port, sandboxPort, sandboxUrl, project }: Settings): Addresses => ({
  app: `http://localhost:${port}`,
  sandbox: project ? undefined : (sandboxUrl ?? `http://127.0.0.1:${sandboxPort}`),
});

/** Every variable the app reads, for all of its processes. What a person has set stays, as far as it may. */
export function makeAppEnv(
  settings: Settings,
  databaseUrl: string,
  person: NodeJS.ProcessEnv = process.env,
): NodeJS.ProcessEnv {
  const { app, sandbox } = addressesOf(settings);
  const { id, privateKey } = settings.project ?? SANDBOX_PROJECT;
  return {
    ...person,
    DATABASE_URL: databaseUrl,
    // The embedded database queues all connections for one session: a wait there is no sign of a frozen server.
    ...(!settings.databaseUrl && {
      DATABASE_TIMEOUT_SECONDS: person.DATABASE_TIMEOUT_SECONDS || EMBEDDED_TIMEOUT_SECONDS,
    }),
    NEXTAUTH_URL: person.NEXTAUTH_URL || app,
    NEXTAUTH_SECRET: person.NEXTAUTH_SECRET || ensureSecret(settings.dataDir, "session-secret"),
    DATA_DIR: settings.dataDir,
    PROCESSOUT_PROJECT_ID: id,
    PROCESSOUT_PRIVATE_KEY: privateKey,
    PROCESSOUT_WEBHOOK_SECRETS: webhookSecrets(settings, person),
    ...(sandbox && {
      // All testers share the sandbox's few card numbers, and the demo's few accounts.
      CARD_ATTEMPTS_PER_ACCOUNT: person.CARD_ATTEMPTS_PER_ACCOUNT || "100",
      CARD_ATTEMPTS_PER_CARD: person.CARD_ATTEMPTS_PER_CARD || "1000",
      MOBILE_RETURN_URLS: person.MOBILE_RETURN_URLS || EXAMPLE_APP,
      PROCESSOUT_API_URL: sandbox,
      PROCESSOUT_JS_URL: `${sandbox}/processout.js`,
      SANDBOX_CONTROL_URL: `${sandbox}/_sandbox`,
    }),
    ...(!isLive({ PROCESSOUT_PROJECT_ID: id, PROCESSOUT_PRIVATE_KEY: privateKey }) && { DEMO: "1" }), // eject: demo
    // `localhost` is then 127.0.0.1 for the server as well, whichever address the system names first.
    NODE_OPTIONS: `${person.NODE_OPTIONS ?? ""} --dns-result-order=ipv4first`.trim(),
  };
}

/** Where the sandbox sends its webhooks: the address is the secret, because ProcessOut signs nothing. */
export const webhookUrl = (settings: Settings, person: NodeJS.ProcessEnv = process.env) =>
  `${addressesOf(settings).app}/api/webhooks/processout/${webhookSecrets(settings, person).split(/[\s,]+/)[0]}`;

const webhookSecrets = ({ dataDir }: Settings, person: NodeJS.ProcessEnv) =>
  person.PROCESSOUT_WEBHOOK_SECRETS || ensureSecret(dataDir, "webhook-secret");
