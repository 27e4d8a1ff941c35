import { inScope } from "@/lib/auth/scope";
import type { Viewer } from "@/lib/auth/viewer";
import { now as businessNow } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db";
import { toLogFields } from "@/lib/platform/errors";
import { log } from "@/lib/platform/log";
import { AuthenticationError, ProcessOutError } from "@/lib/processout";
import type { Card, OpenAttempt } from "./card";
import { getDefaultTokenId } from "./default-card";
import { waitingWord } from "./pending-cards";
import { syncCards } from "./sync-all";
import { toCard, toOpenAttempt } from "./to-card";
import { STATUS } from "./token-status";

export type Wallet = {
  /** The default first, then the newest. */
  cards: Card[];
  page: number;
  pages: number;
  total: number;
  /** Which the bank has not answered for, on any page, as `askAgain` says it. */
  pending: string;
  attempt: OpenAttempt | null;
  /** Null when this is what ProcessOut says now; otherwise why it could not be asked, and how old this is. */
  stale: { why: "unavailable" | "misconfigured"; asOf: Date | null } | null;
};

const PAGE_SIZE = 12;

/** The viewer's cards as ProcessOut has them now, or, when it cannot be reached, as it last had them. */
export async function listCards(viewer: Viewer, { page = 1 }: { page?: number } = {}): Promise<Wallet> {
  const why = await tryToSync(viewer);
  const rows = await db().savedCard.findMany({
    where: { ...inScope(viewer), state: { in: ["attached", "refused"] } },
    orderBy: [{ startedAt: "desc" }, { id: "desc" }],
  });
  const shown = { now: await businessNow(), defaultTokenId: await getDefaultTokenId(viewer) };
  const cards = rows.map((row) => toCard(row, shown));
  const inOrder = [...cards.filter((card) => card.isDefault), ...cards.filter((card) => !card.isDefault)];
  const pages = Math.max(1, Math.ceil(cards.length / PAGE_SIZE));
  const current = Math.min(Math.max(1, page), pages);
  const syncTimes = rows.flatMap((row) => row.syncedAt ?? []);
  const asOf = syncTimes.reduce<Date | null>((oldest, at) => (oldest && oldest < at ? oldest : at), null);
  return {
    cards: inOrder.slice((current - 1) * PAGE_SIZE, current * PAGE_SIZE),
    page: current,
    pages,
    total: cards.length,
    pending: waitingWord(cards.filter((card) => STATUS[card.status].next === "poll")),
    attempt: await getOpenAttempt(viewer),
    stale: why && { why, asOf },
  };
}

/** The attempt the viewer left half-way, with the card that was typed. */
export async function getOpenAttempt(viewer: Viewer): Promise<OpenAttempt | null> {
  const row = await db().savedCard.findFirst({
    where: { ...inScope(viewer), state: "open", tokenId: { not: null } },
    orderBy: { startedAt: "desc" },
  });
  return row && toOpenAttempt(row);
}

/** From the rows alone, for a page that must not wait. */
export async function hasCards(viewer: Viewer): Promise<boolean> {
  const where = { ...inScope(viewer), state: "attached" } as const;
  return (await db().savedCard.findFirst({ where, select: { id: true } })) !== null;
}

async function tryToSync(viewer: Viewer) {
  try {
    await syncCards(viewer);
    return null;
  } catch (error) {
    if (!(error instanceof ProcessOutError)) throw error;
    log.warn("cards.stale", toLogFields(error));
    return error instanceof AuthenticationError ? "misconfigured" : "unavailable";
  }
}
