import { Prisma } from "@/prisma/generated/client";
import { db } from "./db";

/**
 * Runs a query and the queries of its relations in one snapshot (isolation level repeatable read). Prisma reads relations
 * with queries of their own: an account that is deleted between them would leave rows without their relations.
 */
export async function inRepeatableRead<Result>(query: Prisma.PrismaPromise<Result>): Promise<Result> {
  const { RepeatableRead: isolationLevel } = Prisma.TransactionIsolationLevel;
  const [result] = await db().$transaction([query], { isolationLevel });
  return result;
}
