import { Prisma } from "@/prisma/generated/client";
import { db } from "./db";

/**
 * Reads rows with what belongs to them as of one moment. Prisma asks for relations in queries of their own, and an
 * account that is deleted in between would leave a list with half of it.
 */
export async function asOfOneMoment<Result>(query: Prisma.PrismaPromise<Result>): Promise<Result> {
  const { RepeatableRead: isolationLevel } = Prisma.TransactionIsolationLevel;
  const [result] = await db().$transaction([query], { isolationLevel });
  return result;
}
