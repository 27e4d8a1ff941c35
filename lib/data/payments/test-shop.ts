import { randomBytes } from "node:crypto";
import { vi } from "vitest";
import { startSandbox } from "@/lib/processout/contract-sandbox";
import { serveDatabase } from "@/scripts/lib/embedded-database";
import { applyMigrations } from "@/scripts/lib/migrations";

const PROJECT = "test-proj_gAO1Uu0ysZJvDuUpOGPkUBeE3pGalk3x";

/** For tests of the data layer: a database and a sandbox of their own, and the environment that names them. */
export async function openTestShop() {
  const [sandbox, database] = await Promise.all([startSandbox(), serveDatabase("memory://")]);
  await applyMigrations(database.url);
  const environment = {
    DATABASE_URL: database.url,
    NEXTAUTH_URL: "http://localhost:3000",
    NEXTAUTH_SECRET: randomBytes(32).toString("hex"),
    PROCESSOUT_PROJECT_ID: PROJECT,
    PROCESSOUT_PRIVATE_KEY: "key_sandbox_mah31RDFqcDxmaS7MvhDbJfDJvjtsFTB",
    PROCESSOUT_API_URL: sandbox.url,
    PROCESSOUT_JS_URL: `${sandbox.url}/processout.js`,
  };
  for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value);
  return {
    sandbox,
    /** What `makeCardPayment(…, { authorize_only: true })` asks for, for a card that needs no challenge. */
    async authorizeInBrowser(invoiceId: string, source: string) {
      const answer = await fetch(`${sandbox.url}/invoices/${invoiceId}/authorize`, {
        method: "POST",
        headers: {
          "content-type": "application/json",
          authorization: `Basic ${Buffer.from(`${PROJECT}:`).toString("base64")}`,
        },
        body: JSON.stringify({ source, authorize_only: true, enable_three_d_s_2: true }),
      });
      return (await answer.json()) as { success: boolean; error_type?: string };
    },
    async close() {
      await sandbox.stop();
      await database.close();
    },
  };
}
