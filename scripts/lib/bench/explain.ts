import { db } from "@/lib/platform/db";
import { env } from "@/lib/platform/env";
import type { Bench } from "./open";
import { seedSubscriptions } from "./seed";

/** How PostgreSQL finds what is due among a million: the plan of the statement that `claimDue` runs, executed and undone. */
export async function explainPicking({ subscriber }: Bench, rows: number): Promise<string> {
  await seedSubscriptions(subscriber, { count: rows, due: 5_000 });
  const at = new Date();
  const [, plan] = await db().$transaction([
    db().$executeRaw`SAVEPOINT before`,
    db().$queryRaw<{ "QUERY PLAN": string }[]>`
      EXPLAIN (ANALYZE, COSTS OFF, SUMMARY ON)
      UPDATE "Subscription" SET "processAfter" = ${at}
      WHERE "id" IN (
        SELECT "id" FROM "Subscription"
        WHERE "projectId" = ${env().PROCESSOUT_PROJECT_ID} AND "processAfter" <= ${at}
        ORDER BY "processAfter" LIMIT 50 FOR UPDATE SKIP LOCKED
      )
      RETURNING "id"`,
    db().$executeRaw`ROLLBACK TO before`,
  ]);
  return plan.map((line) => line["QUERY PLAN"]).join("\n");
}
