import { inScope } from "@/lib/auth/scope";
import type { Viewer } from "@/lib/auth/viewer";
import { db } from "@/lib/platform/db";
import { AppError } from "@/lib/platform/errors";
import { processout } from "@/lib/platform/processout";
import { NotFoundError, type Card as ProcessOutCard } from "@/lib/processout";
import type { SavedCardRow } from "./queries";
import { syncCard } from "./sync-cards";
import { statusOf } from "./token-status";

/**
 * What ProcessOut knows of a card that was typed. AppError `request.source.card-already-used` also for an id that does not
 * exist, so that the response does not tell which ids other shoppers have used.
 */
export async function findTypedCard(cardId: string): Promise<ProcessOutCard> {
  try {
    return await processout().cards.find(cardId);
  } catch (error) {
    throw error instanceof NotFoundError ? cardAlreadyUsed() : error;
  }
}

export const cardAlreadyUsed = () =>
  new AppError({
    code: "request.source.card-already-used",
    message: "The card id belongs to another attempt, or does not exist",
  });

/**
 * The viewer's saved card with the same number and expiry, if it is still usable at ProcessOut, which is asked. A
 * renewed card has the same number and another expiry, so it is not a duplicate.
 */
export async function syncDuplicate(viewer: Viewer, card: ProcessOutCard): Promise<SavedCardRow | null> {
  if (!card.fingerprint) return null;
  const duplicate = await db().savedCard.findFirst({
    where: {
      ...inScope(viewer),
      state: "attached",
      fingerprint: card.fingerprint,
      expMonth: card.exp_month ?? null,
      expYear: card.exp_year ?? null,
    },
  });
  if (!duplicate?.tokenId) return null;
  const row = await syncCard(viewer, { tokenId: duplicate.tokenId });
  return row?.state === "attached" && statusOf(row) !== "blocked" ? row : null;
}

/** The same, or null when it was saved with this very `card_…`: then it was not typed once more. */
export async function syncKnownCard(viewer: Viewer, typed: ProcessOutCard): Promise<SavedCardRow | null> {
  const duplicate = await syncDuplicate(viewer, typed);
  return duplicate?.cardId === typed.id ? null : duplicate;
}
