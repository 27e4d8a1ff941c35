import { inScope } from "@/lib/auth/scope";
import type { Viewer } from "@/lib/auth/viewer";
import { now } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db";
import { NotFoundError } from "@/lib/processout";
import { deleteToken } from "./clean-up-token";
import { changeDefault, getDefaultTokenId } from "./default-card";
import { chooseDefault } from "./default-choice";
import { cardNotFound, type SavedCardRow } from "./queries";
import { syncCard } from "./sync-cards";
import { canPayNow } from "./token-status";

type ById = { id: string };

/**
 * Deletes a card, at ProcessOut first. A refused card is already gone there and only leaves the list. When it is the
 * default, another that can pay takes over before it goes, so that no moment is without one. AppError `not-found`
 * for a card that is not the viewer's; ProcessOut's error when it cannot be reached, and then the card stays.
 */
export async function removeCard(viewer: Viewer, { id }: ById): Promise<void> {
  await removeListed(viewer, await requireListed(viewer, id));
}

/** The same for a row that was read already. One that somebody else removes meanwhile is as good as removed here. */
export async function removeListed(viewer: Viewer, row: SavedCardRow): Promise<void> {
  if (!row.removedAt) {
    await handOverDefault(viewer, row);
    await deleteToken(row);
  }
  await db().savedCard.updateMany({
    where: { ...inScope(viewer), id: row.id },
    data: { state: "removed", isChargeable: false, removedAt: row.removedAt ?? (await now()) },
  });
}

/** Makes a card the default. One that cannot pay is answered like one that does not exist: no page offers it. */
export async function setDefaultCard(viewer: Viewer, { id }: ById): Promise<void> {
  const row = await requireListed(viewer, id);
  if (!canPayNow(row, await now())) throw cardNotFound();
  try {
    await changeDefault(viewer, row.customerId, row.tokenId);
  } catch (error) {
    if (!(error instanceof NotFoundError)) throw error;
    await syncCard(viewer, { tokenId: row.tokenId });
    throw cardNotFound();
  }
  // A card that is being saved puts back what was the default when it began. The shopper has just said otherwise.
  await db().savedCard.updateMany({
    where: { ...inScope(viewer), previousDefaultTokenId: { not: null } },
    data: { previousDefaultTokenId: row.tokenId },
  });
}

/** The shopper's own name for a card; an empty one removes it. Never sent to ProcessOut. */
export async function renameCard(
  viewer: Viewer,
  { id, nickname }: ById & { nickname: string },
): Promise<void> {
  const { count } = await db().savedCard.updateMany({
    where: { ...inScope(viewer), id, state: { in: ["attached", "refused"] } },
    data: { nickname: nickname || null },
  });
  if (count === 0) throw cardNotFound();
}

async function handOverDefault(viewer: Viewer, row: SavedCardRow) {
  if ((await getDefaultTokenId(viewer)) !== row.tokenId) return;
  const others = await db().savedCard.findMany({
    where: { ...inScope(viewer), state: "attached", id: { not: row.id } },
  });
  const next = chooseDefault(others, await now());
  if (!next?.tokenId) return;
  try {
    await changeDefault(viewer, next.customerId, next.tokenId);
  } catch (error) {
    // The one to take over has gone too. The next list shows it; what was asked for is the deletion.
    if (!(error instanceof NotFoundError)) throw error;
  }
}

async function requireListed(viewer: Viewer, id: string): Promise<SavedCardRow> {
  const row = await db().savedCard.findFirst({
    where: { ...inScope(viewer), id, state: { in: ["attached", "refused"] } },
  });
  if (!row) throw cardNotFound();
  return row;
}
