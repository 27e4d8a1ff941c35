import { afterAll, beforeAll, vi } from "vitest";
import { registerFeatures } from "@/app/register";
import { db } from "@/lib/platform/db";
import { startSandbox } from "@/lib/processout/contract-sandbox";
import { startPostgres } from "@/scripts/lib/real-postgres";

const PROJECT_ID = "test-proj_gAO1Uu0ysZJvDuUpOGPkUBeE3pGalk3x";
const PRIVATE_KEY = "key_sandbox_mah31RDFqcDxmaS7MvhDbJfDJvjtsFTB";

const ATTEMPT_LIMITS = ["ACCOUNT", "ADDRESS", "CARD", "SHOP"].map((limit) => `CARD_ATTEMPTS_PER_${limit}`);

/**
 * Starts a migrated, empty PostgreSQL and a sandbox for the test file that calls it, and points the environment of this
 * process to both.
 */
export function withTestStack() {
  let stack: Awaited<ReturnType<typeof start>> | undefined;
  beforeAll(async () => {
    stack = await start();
  }, 180_000);
  afterAll(async () => {
    await db().$disconnect();
    await stack?.stop();
  });
  return {
    get sandbox() {
      if (!stack) throw new Error("The stack starts before the first test, not while the file is read");
      return stack.sandbox;
    },
  };
}

async function start() {
  registerFeatures();
  const [postgres, sandbox] = await Promise.all([startPostgres(), startSandbox()]);
  const environment = {
    DATABASE_URL: postgres.url,
    DEMO: "",
    NEXTAUTH_URL: "http://localhost:3000",
    NEXTAUTH_SECRET: "a secret of the tests, thirty-two long",
    PROCESSOUT_PROJECT_ID: PROJECT_ID,
    PROCESSOUT_PRIVATE_KEY: PRIVATE_KEY,
    PROCESSOUT_API_URL: sandbox.url,
  };
  for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value);
  // Tests press more than a shopper does. Those of the limits set their own before.
  for (const name of ATTEMPT_LIMITS) if (!process.env[name]) vi.stubEnv(name, "100000");
  return {
    sandbox,
    async stop() {
      await sandbox.stop();
      await postgres.stop();
    },
  };
}
