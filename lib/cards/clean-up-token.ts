import { inScope } from "@/lib/auth/scope";
import type { Viewer } from "@/lib/auth/viewer";
import { now } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db";
import { toLogFields } from "@/lib/platform/errors";
import { log } from "@/lib/platform/log";
import { processout } from "@/lib/platform/processout";
import { NotFoundError, ProcessOutError } from "@/lib/processout";
import { changeDefault, getDefaultTokenId } from "./default-card";
import { findByToken, type SavedCardRow } from "./queries";
import { canPayNow, FINAL_STATUSES } from "./token-status";

/**
 * What follows from how a token stands, for whoever finds out first: the page, a webhook or a repair job. Each step
 * is safe to repeat. ProcessOut failing here changes nothing about the card, so it is logged and left to the next.
 */
export async function settleCard(viewer: Viewer, tokenId: string): Promise<void> {
  const row = await findByToken(viewer, tokenId);
  if (!row || row.removedAt) return;
  try {
    if (row.state === "failed" || row.state === "refused") await deleteToken(row);
    if (row.state === "attached" && row.previousDefaultTokenId) await restoreDefault(viewer, row);
  } catch (error) {
    if (!(error instanceof ProcessOutError)) throw error;
    log.warn("card.unsettled", { tokenId, ...toLogFields(error) });
  }
}

/** Deletes the row's token at ProcessOut; one that is already gone is as good. The row keeps its state. */
export async function deleteToken(row: SavedCardRow): Promise<void> {
  if (!row.tokenId) return;
  try {
    const idempotencyKey = `delete:${row.id}`;
    await processout().tokens.delete(row.customerId, row.tokenId, { idempotencyKey });
  } catch (error) {
    if (!(error instanceof NotFoundError)) throw error;
  }
  await db().savedCard.updateMany({
    where: { id: row.id },
    data: { isChargeable: false, removedAt: await now() },
  });
}

/**
 * ProcessOut makes the newest card the default. The shopper did not ask for that, so the card that was the default
 * before becomes it again, if it still can pay. Remembered until the bank has answered: the answer may move it.
 */
async function restoreDefault(viewer: Viewer, row: SavedCardRow) {
  const previous = await findByToken(viewer, row.previousDefaultTokenId ?? "");
  const isWanted = canPayNow(previous, await now());
  if (isWanted && (await getDefaultTokenId(viewer)) === row.tokenId) {
    await changeDefault(viewer, row.customerId, previous.tokenId);
  }
  if (isWanted && !FINAL_STATUSES.includes(row.verificationStatus ?? "")) return;
  await db().savedCard.updateMany({
    where: { ...inScope(viewer), id: row.id },
    data: { previousDefaultTokenId: null },
  });
}
