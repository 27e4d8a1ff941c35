import { db } from "@/lib/platform/db";
import { startSandbox } from "@/lib/processout/contract-sandbox";
import { applyMigrations } from "../migrations";
import { startPostgres } from "../real-postgres";
import { makeTestEnv } from "../test-env";
import { type Subscriber, seedSubscriber } from "./seed";

export type Bench = Awaited<ReturnType<typeof openBench>>;

/** A PostgreSQL, a sandbox with one shopper and one saved card, and the environment that names them. */
export async function openBench() {
  const given = process.env.DATABASE_URL;
  const [postgres, sandbox] = await Promise.all([
    given ? applyMigrations(given).then(() => ({ url: given, stop: async () => {} })) : startPostgres(),
    startSandbox(),
  ]);
  Object.assign(process.env, makeTestEnv(), {
    DATABASE_URL: postgres.url,
    NEXTAUTH_URL: "http://localhost:3000",
    NEXTAUTH_SECRET: "only this benchmark's, thirty-two characters",
    PROCESSOUT_PROJECT_ID: "test-proj_gAO1Uu0ysZJvDuUpOGPkUBeE3pGalk3x",
    PROCESSOUT_PRIVATE_KEY: "key_sandbox_mah31RDFqcDxmaS7MvhDbJfDJvjtsFTB",
    PROCESSOUT_API_URL: sandbox.url,
  });
  const subscriber: Subscriber = await seedSubscriber(sandbox);
  return {
    sandbox,
    subscriber,
    /** From now on each answer to a charge's calls takes that long. */
    async slowDown(latency_ms: number) {
      for (const match of ["POST /invoices", "POST /invoices/*/capture"]) {
        await sandbox.fault({ match, kind: "latency", latency_ms, times: 10_000_000 });
      }
    },
    async close() {
      await db().$disconnect();
      await sandbox.stop();
      await postgres.stop();
    },
  };
}
