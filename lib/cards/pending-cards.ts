import { inScope } from "@/lib/auth/scope";
import type { Viewer } from "@/lib/auth/viewer";
import { db } from "@/lib/platform/db";
import { log } from "@/lib/platform/log";
import { mayRead } from "@/lib/platform/shopper-reads";
import { ProcessOutError } from "@/lib/processout";
import { webReturnUrl } from "./queries";
import { syncCard } from "./sync-cards";
import { FINAL_STATUSES } from "./token-status";

const MAX_PER_POLL = 3;

/** What an open page was made from: it changes when a card or an attempt is not pending any more. */
export const getPendingVersion = async (viewer: Viewer): Promise<string> =>
  pendingVersion(await listPendingRows(viewer));

/**
 * Syncs the viewer's cards whose verification is pending, and the attempts whose challenge is open elsewhere, at most three per call and the one that was read longest ago
 * first. Returns the `pendingVersion` of those that are still pending.
 */
export async function pollPendingCards(viewer: Viewer): Promise<string> {
  const pending = await listPendingRows(viewer);
  if (pending.length === 0 || !(await mayRead(viewer.userId))) return pendingVersion(pending);
  const next = [...pending].sort((a, b) => a.syncedVersion - b.syncedVersion).slice(0, MAX_PER_POLL);
  try {
    for (const { tokenId } of next) if (tokenId) await syncCard(viewer, { tokenId });
  } catch (error) {
    if (!(error instanceof ProcessOutError)) throw error;
    log.warn("cards.poll-failed", { error });
  }
  return pendingVersion(await listPendingRows(viewer));
}

/** A string that changes when the set of pending cards does: an open page compares it with the one it was made from. */
const pendingVersion = (cards: { id: string }[]) =>
  cards
    .map(({ id }) => id)
    .sort()
    .join(" ");

const listPendingRows = (viewer: Viewer) =>
  db().savedCard.findMany({
    where: {
      ...inScope(viewer),
      OR: [
        { state: "attached", verificationStatus: { notIn: FINAL_STATUSES } },
        { state: "open", withVerification: true, tokenId: { not: null }, returnUrl: webReturnUrl() },
      ],
    },
    select: { id: true, tokenId: true, syncedVersion: true },
  });
