import { db } from "@/lib/db";
import { env } from "@/lib/env";
import { SETTLED_STATUSES } from "./status";

type Unsettled = { id: string; userId: string; tokenId: string };

/**
 * Tokens that may have moved without our hearing of it, oldest first: attempts still open, cards the bank has not
 * answered about, refused ones not yet deleted at ProcessOut. Found by an index, never by walking through customers.
 * Background work only: it names users, and each is then handled as that user (`asSystem`, `syncCard`).
 */
export async function listUnsettledCards({ startedBefore, limit }: { startedBefore: Date; limit: number }) {
  const rows = await db().savedCard.findMany({
    where: {
      projectId: env().PROCESSOUT_PROJECT_ID,
      tokenId: { not: null },
      removedAt: null,
      startedAt: { lt: startedBefore },
      OR: [
        { state: "open" },
        { state: "attached", verificationStatus: { notIn: SETTLED_STATUSES } },
        { state: { in: ["failed", "refused"] } },
      ],
    },
    orderBy: { startedAt: "asc" },
    take: limit,
    select: { id: true, userId: true, tokenId: true },
  });
  return rows.flatMap(({ tokenId, ...rest }): Unsettled[] => (tokenId ? [{ ...rest, tokenId }] : []));
}

/** Attempts begun before a time and never finished, for the sweeper: each is given up with `cancelCard`. */
export async function listAbandonedAttempts({
  startedBefore,
  limit,
}: {
  startedBefore: Date;
  limit: number;
}) {
  return db().savedCard.findMany({
    where: { projectId: env().PROCESSOUT_PROJECT_ID, state: "open", startedAt: { lt: startedBefore } },
    orderBy: { startedAt: "asc" },
    take: limit,
    select: { id: true, userId: true },
  });
}
