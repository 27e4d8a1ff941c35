import { inScope } from "@/lib/auth/scope";
import type { Viewer } from "@/lib/auth/viewer";
import { now } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db";
import { processout } from "@/lib/platform/processout";
import { NotFoundError } from "@/lib/processout";
import type { Expiry } from "./card";
import { findByToken, type SavedCardRow } from "./queries";
import { nextSyncVersion } from "./sync-version";
import { canPayNow, expiryOf, FINAL_STATUSES, type PayableRow } from "./token-status";

/*
 * The default card. It is one value of the Customer (`default_token_id`), so there are never two. ProcessOut makes
 * the newest card the default, which is not what the shopper asked for unless they checked "Use this card
 * first". So the old default is kept:
 *
 * 1. An attempt stores the default of its start in `previousDefaultTokenId` (`refreshDefault`).
 * 2. The clean-up after a reading of the new token restores it, once (`restorePreviousDefault`).
 * 3. A shopper who chooses another default in the meantime replaces what is restored (`chooseDefault`).
 * 4. When the default card is deleted, another one takes over first (`handOverDefault`).
 */

/** The default token as last read, without asking ProcessOut. */
export async function getDefaultTokenId(viewer: Viewer): Promise<string | null> {
  const row = await db().processOutCustomer.findUnique({
    where: { userId_projectId: inScope(viewer) },
    select: { defaultTokenId: true },
  });
  return row?.defaultTokenId ?? null;
}

/** Reads the default token from ProcessOut and writes it down. */
export async function refreshDefault(viewer: Viewer, customerId: string): Promise<string | null> {
  const version = await nextSyncVersion(viewer);
  const { default_token_id: tokenId } = await processout().customers.find(customerId);
  await writeDefault(viewer, tokenId ?? null, version);
  return tokenId ?? null;
}

/** Writes the default token that a reading or a change has shown. */
export async function writeDefault(viewer: Viewer, tokenId: string | null, version: number): Promise<void> {
  await db().processOutCustomer.updateMany({
    where: { ...inScope(viewer), defaultVersion: { lt: version } },
    data: { defaultTokenId: tokenId, defaultVersion: version },
  });
}

/** Writes that a token is not the default: a reading of one token does not say which other token is. */
export async function writeNotDefault(viewer: Viewer, tokenId: string, version: number): Promise<void> {
  await db().processOutCustomer.updateMany({
    where: { ...inScope(viewer), defaultTokenId: tokenId, defaultVersion: { lt: version } },
    data: { defaultTokenId: null, defaultVersion: version },
  });
}

/** Makes a card the default because the shopper chose it. NotFoundError when ProcessOut does not know it any more. */
export async function chooseDefault(
  viewer: Viewer,
  { customerId, tokenId }: { customerId: string; tokenId: string },
): Promise<void> {
  await changeDefault(viewer, customerId, tokenId);
  // Attempts that restore the default of their start restore this one instead.
  await db().savedCard.updateMany({
    where: { ...inScope(viewer), previousDefaultTokenId: { not: null } },
    data: { previousDefaultTokenId: tokenId },
  });
}

/**
 * Makes the previous default the default again after a card was saved, if it can still pay. While verification is
 * pending the attempt keeps remembering it, because ProcessOut may change the default again when it ends.
 */
export async function restorePreviousDefault(viewer: Viewer, row: SavedCardRow): Promise<void> {
  const previous = await findByToken(viewer, row.previousDefaultTokenId ?? "");
  const isUsable = canPayNow(previous, await now());
  if (isUsable && (await getDefaultTokenId(viewer)) === row.tokenId) {
    await changeDefault(viewer, row.customerId, previous.tokenId);
  }
  if (isUsable && !FINAL_STATUSES.includes(row.verificationStatus ?? "")) return;
  await db().savedCard.updateMany({
    where: { ...inScope(viewer), id: row.id },
    data: { previousDefaultTokenId: null },
  });
}

/** Before a card is deleted: if it is the default, another card that can pay becomes the default. */
export async function handOverDefault(viewer: Viewer, row: SavedCardRow): Promise<void> {
  if ((await getDefaultTokenId(viewer)) !== row.tokenId) return;
  const others = await db().savedCard.findMany({
    where: { ...inScope(viewer), state: "attached", id: { not: row.id } },
  });
  const next = pickNextDefault(others, await now());
  if (!next?.tokenId) return;
  try {
    await changeDefault(viewer, next.customerId, next.tokenId);
  } catch (error) {
    // That card was deleted at ProcessOut too. The deletion goes on; the next sync of the list reads the new default.
    if (!(error instanceof NotFoundError)) throw error;
  }
}

const LASTS: Record<Expiry, number> = { valid: 2, "next-month": 1, "this-month": 1, expired: 0 };

/**
 * The card that becomes the default when the default is deleted: one that can pay, preferably not about to expire, and
 * of those the newest. Null when no card can pay.
 */
export function pickNextDefault<Row extends PayableRow & { startedAt: Date }>(
  rows: Row[],
  at: Date,
): Row | null {
  const lasts = (row: Row) => LASTS[expiryOf(row, at)];
  const [first] = rows
    .filter((row) => canPayNow(row, at))
    .sort((a, b) => lasts(b) - lasts(a) || b.startedAt.getTime() - a.startedAt.getTime());
  return first ?? null;
}

async function changeDefault(viewer: Viewer, customerId: string, tokenId: string) {
  const version = await nextSyncVersion(viewer);
  const idempotencyKey = `default:${customerId}:${version}`;
  await processout().customers.update(customerId, { default_token_id: tokenId }, { idempotencyKey });
  await writeDefault(viewer, tokenId, version);
}
