import { db } from "@/lib/platform/db";
import { HOUR_MS, MINUTE_MS } from "@/lib/platform/durations";
import { env } from "@/lib/platform/env";

type Unsettled = { id: string; userId: string; tokenId: string };

/** How old the last reading must be before we ask again: often at first, then less and less, never not at all. */
const ASK_AGAIN = [
  { startedWithin: HOUR_MS, after: MINUTE_MS },
  { startedWithin: 24 * HOUR_MS, after: 15 * MINUTE_MS },
  { startedWithin: Number.POSITIVE_INFINITY, after: 6 * HOUR_MS },
];

/**
 * Tokens that may have moved without our hearing of it, the longest unread first: attempts still open, cards the bank
 * has not answered about, refused ones not yet deleted at ProcessOut. Found by an index, never by walking through
 * customers. Background work only: it names users, and each is then handled as that user (`asSystem`, `syncCard`).
 */
export async function listUnsettledCards({ at, limit }: { at: Date; limit: number }) {
  const ago = (ms: number) => new Date(Math.max(0, at.getTime() - ms));
  const rows = await db().savedCard.findMany({
    where: {
      projectId: env().PROCESSOUT_PROJECT_ID,
      tokenId: { not: null },
      removedAt: null,
      startedAt: { lt: ago(MINUTE_MS) },
      AND: [
        {
          OR: [
            { state: "open" },
            { state: "attached", isSettled: false },
            { state: { in: ["failed", "refused"] } },
          ],
        },
        {
          OR: ASK_AGAIN.map(({ startedWithin, after }) => ({
            startedAt: { gt: ago(startedWithin) },
            OR: [{ syncedAt: null }, { syncedAt: { lt: ago(after) } }],
          })),
        },
      ],
    },
    orderBy: { syncedAt: { sort: "asc", nulls: "first" } },
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
