import { inScope } from "@/lib/auth/scope";
import type { Viewer } from "@/lib/auth/viewer";
import { db } from "@/lib/platform/db";
import { AppError } from "@/lib/platform/errors";
import { log } from "@/lib/platform/log";
import { processout } from "@/lib/platform/processout";
import { type Card, CardRejectedError, InvalidRequestError, type TokenInput } from "@/lib/processout";
import { settleCard } from "./clean-up-token";
import { findByToken, type SavedCardRow } from "./queries";
import { syncCard } from "./sync-cards";
import { statusOf } from "./token-status";

/**
 * Makes the token of an attempt, or answers the one it has. The row was committed before and its id is the
 * idempotency key, so a retry after a crash or an unknown outcome gets the same token. The row's id travels in the
 * token's metadata: should the answer never arrive, the next list, webhook or repair job finds the row by it.
 */
export async function makeToken(viewer: Viewer, row: SavedCardRow, input: TokenInput): Promise<string> {
  if (row.tokenId) return row.tokenId;
  const body = { ...input, metadata: { saved_card: row.id } };
  const idempotencyKey = `card:${row.id}`;
  const tokenId = await createOrFail(row, body, idempotencyKey);
  await db().savedCard.updateMany({ where: { id: row.id, tokenId: null }, data: { tokenId } });

  const written = await db().savedCard.findUniqueOrThrow({ where: { id: row.id } });
  if (written.tokenId !== tokenId) await deleteSurplus(row.customerId, tokenId);
  if (!written.tokenId || written.state === "failed" || written.state === "removed") {
    // Another tab gave the attempt up while ProcessOut was answering.
    await settleCard(viewer, tokenId);
    throw attemptEnded();
  }
  return written.tokenId;
}

async function createOrFail(row: SavedCardRow, body: TokenInput, idempotencyKey: string) {
  try {
    const { token } = await processout().tokens.create(row.customerId, body, { idempotencyKey });
    return token.id;
  } catch (error) {
    // A definite no: another try needs another row, since the key would only repeat the answer.
    if (error instanceof InvalidRequestError || error instanceof CardRejectedError) {
      const data = { state: "failed", failureCode: error.code ?? null } as const;
      await db().savedCard.updateMany({ where: { id: row.id, state: "open" }, data });
    }
    throw error;
  }
}

async function deleteSurplus(customerId: string, tokenId: string) {
  log.warn("token.surplus", { customerId, tokenId });
  await processout().tokens.delete(customerId, tokenId, { idempotencyKey: `surplus:${tokenId}` });
}

/** The card the browser has just tokenised. AppError `card.not-found` for an id that is not this project's. */
export const findOfferedCard = (cardId: string): Promise<Card> => processout().cards.find(cardId);

/**
 * The viewer's card with this number and expiry, if it is already saved and good. ProcessOut is asked about it
 * first: it may have been deleted elsewhere. A renewed card has the same number and another expiry: not the same.
 */
export async function findTwin(viewer: Viewer, card: Card): Promise<SavedCardRow | null> {
  if (!card.fingerprint) return null;
  const twin = await db().savedCard.findFirst({
    where: {
      ...inScope(viewer),
      state: "attached",
      fingerprint: card.fingerprint,
      expMonth: card.exp_month ?? null,
      expYear: card.exp_year ?? null,
    },
  });
  if (!twin?.tokenId) return null;
  await syncCard(viewer, { tokenId: twin.tokenId });
  const row = await findByToken(viewer, twin.tokenId);
  return row?.state === "attached" && statusOf(row) !== "blocked" ? row : null;
}

export const attemptEnded = () =>
  new AppError({
    code: "card.attempt-ended",
    message: "The attempt was given up while its token was being made",
    sentence: "This was stopped in another tab. Please add the card again.",
  });
