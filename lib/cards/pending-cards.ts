import { inScope } from "@/lib/auth/scope";
import type { Viewer } from "@/lib/auth/viewer";
import { db } from "@/lib/platform/db";
import { toLogFields } from "@/lib/platform/errors";
import { log } from "@/lib/platform/log";
import { ProcessOutError } from "@/lib/processout";
import { syncCard } from "./sync-cards";
import { FINAL_STATUSES } from "./token-status";

const AT_ONCE = 3;

/**
 * Asks ProcessOut about the viewer's cards that the bank has not answered for, and answers which are still waiting, as
 * one word that a page compares with its own. Those asked longest ago come first, a few at a time.
 */
export async function askAgain(viewer: Viewer): Promise<string> {
  const waiting = await listWaiting(viewer);
  const few = [...waiting].sort((a, b) => a.syncedTick - b.syncedTick).slice(0, AT_ONCE);
  try {
    for (const { tokenId } of few) if (tokenId) await syncCard(viewer, { tokenId });
  } catch (error) {
    if (!(error instanceof ProcessOutError)) throw error;
    log.warn("cards.ask-again", toLogFields(error));
  }
  return waitingWord(few.length > 0 ? await listWaiting(viewer) : waiting);
}

export const waitingWord = (cards: { id: string }[]) =>
  cards
    .map(({ id }) => id)
    .sort()
    .join(" ");

const listWaiting = (viewer: Viewer) =>
  db().savedCard.findMany({
    where: { ...inScope(viewer), state: "attached", verificationStatus: { notIn: FINAL_STATUSES } },
    select: { id: true, tokenId: true, syncedTick: true },
  });
