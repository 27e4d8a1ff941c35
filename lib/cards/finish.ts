import { inScope } from "@/lib/auth/scope";
import type { Viewer } from "@/lib/auth/viewer";
import { db } from "@/lib/platform/db";
import { sentenceOf } from "@/lib/platform/error-sentences";
import type { SaveCardResult } from "./card";
import { settleCard } from "./clean-up-token";
import { cardNotFound, type SavedCardRow } from "./queries";
import { syncCard } from "./sync-cards";
import { drawCard } from "./to-card";

/**
 * The browser says that the bank's check is done. Its word is not enough: ProcessOut is asked. Still pending means
 * that the bank answers later, so the card is listed as being checked.
 */
export async function finishCard(viewer: Viewer, { id }: { id: string }): Promise<SaveCardResult> {
  const row = await requireAttempt(viewer, id);
  if (!row.tokenId) throw cardNotFound();
  await syncCard(viewer, { tokenId: row.tokenId });
  await db().savedCard.updateMany({
    where: { id: row.id, state: "open", verificationStatus: "pending" },
    data: { state: "attached" },
  });
  await settleCard(viewer, row.tokenId);
  return endingOf(viewer, await requireAttempt(viewer, id));
}

/**
 * The browser gave up: refused, cancelled, out of time, offline (`code` is the browser script's). ProcessOut is asked
 * first, and a success it has recorded wins; otherwise the attempt ends here and its token is deleted there.
 */
export async function cancelCard(
  viewer: Viewer,
  { id, code }: { id: string; code: string },
): Promise<SaveCardResult> {
  const row = await requireAttempt(viewer, id);
  if (row.tokenId) await syncCard(viewer, { tokenId: row.tokenId });
  await db().savedCard.updateMany({ where: { id, state: "open" }, data: { state: "failed" } });
  await db().savedCard.updateMany({
    where: { id, state: "failed", failureCode: null },
    data: { failureCode: code },
  });
  if (row.tokenId) await settleCard(viewer, row.tokenId);
  return endingOf(viewer, await requireAttempt(viewer, id));
}

async function requireAttempt(viewer: Viewer, id: string): Promise<SavedCardRow> {
  const row = await db().savedCard.findFirst({ where: { ...inScope(viewer), id } });
  if (!row) throw cardNotFound();
  return row;
}

async function endingOf(viewer: Viewer, row: SavedCardRow): Promise<SaveCardResult> {
  if (row.state !== "attached") {
    const code = row.failureCode ?? "card.declined";
    return { kind: "stopped", code, message: sentenceOf(code) };
  }
  const card = await drawCard(viewer, row);
  return { kind: card.status === "checking" ? "checking" : "saved", card };
}
