import { inScope } from "@/lib/auth/scope";
import type { Viewer } from "@/lib/auth/viewer";
import { forgetCustomer, isCustomerGone } from "@/lib/customers/customer-gone";
import { getCustomerId } from "@/lib/customers/ensure-customer";
import { now } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db";
import { DAY_MS, HOUR_MS } from "@/lib/platform/durations";
import { log } from "@/lib/platform/log";
import { processout } from "@/lib/platform/processout";
import { NotFoundError, ProcessOutError, type Token } from "@/lib/processout";
import { restorePreviousDefault, writeDefault, writeNotDefault } from "./default-card";
import { findByToken, type SavedCardRow } from "./queries";
import { nextSyncVersion } from "./sync-version";
import { holdsCard, type LiveRow, stateAfter, tokenColumns } from "./to-card";
import { expiryOf } from "./token-status";

/*
 * The only writer of ProcessOut's state into `SavedCard` rows: reads one token (`syncCard`) or the whole list
 * (`syncCards`), writes what it says, and cleans up. Actions, webhooks and jobs call it in any order and any number of
 * times, and end with the same rows (sync-version.ts).
 */

/**
 * Brings one card up to date with ProcessOut. Returns its row, or null for a token that exists neither here nor at
 * ProcessOut. Throws ProcessOutError when ProcessOut cannot be asked; then nothing was written.
 */
export async function syncCard(
  viewer: Viewer,
  { tokenId }: { tokenId: string },
): Promise<SavedCardRow | null> {
  const row = await findByToken(viewer, tokenId);
  const customerId = row?.customerId ?? (await getCustomerId(viewer));
  if (!customerId) return null;

  const version = await nextSyncVersion(viewer);
  try {
    const token = await processout().tokens.find(customerId, tokenId, { expand: ["card"] });
    await upsertFromToken(viewer, token, version);
    if (token.is_default) await writeDefault(viewer, tokenId, version);
    else await writeNotDefault(viewer, tokenId, version);
  } catch (error) {
    if (!(error instanceof NotFoundError)) throw error;
    if (isCustomerGone(error)) await forgetCustomer(viewer, customerId);
    await markRemoved(viewer, [tokenId]);
  }
  await cleanUpToken(viewer, tokenId);
  return findByToken(viewer, tokenId);
}

const CONCURRENCY = 5;
/** A shopper waits for the list: three tries of this long, then the rows as last read. */
const LIST_TIMEOUT_MS = 5_000;

/**
 * Brings all of the viewer's cards up to date, with one call per hundred tokens. Writes only what changed. Recorded lists
 * omit the card behind a token: it is asked for when the token is new here, and again when it was read long ago, because
 * issuers renew cards. Throws ProcessOutError before
 * anything is written when the list cannot be read to its end: only a complete list marks cards as removed. Makes no
 * call for a viewer without a Customer.
 */
export async function syncCards(viewer: Viewer): Promise<void> {
  const customerId = await getCustomerId(viewer);
  if (!customerId) return;
  const version = await nextSyncVersion(viewer);
  const listed = await readList(viewer, customerId);
  if (!listed) return;

  const rows = await db().savedCard.findMany({ where: { ...inScope(viewer), tokenId: { not: null } } });
  const rowOf = new Map(rows.map((row) => [row.tokenId, row]));
  const outdated = new Set(listOutdatedCards(rows, await now()).map((row) => row.tokenId));
  const changed = listed.filter((token) => outdated.has(token.id) || differs(token, rowOf.get(token.id)));
  for (let start = 0; start < changed.length; start += CONCURRENCY) {
    await Promise.all(
      changed.slice(start, start + CONCURRENCY).map(async (token) => {
        const isKnown = rowOf.get(token.id)?.last4 && !outdated.has(token.id);
        const detailed = isKnown ? token : await withCard(customerId, token);
        if (detailed) await upsertFromToken(viewer, detailed, version);
      }),
    );
  }

  const ids = new Set(listed.map((token) => token.id));
  const missing = rows.filter(
    (row) => row.state === "attached" && row.syncedVersion < version && !ids.has(row.tokenId ?? ""),
  );
  await markRemoved(
    viewer,
    missing.flatMap((row) => row.tokenId ?? []),
  );
  await writeDefault(viewer, listed.find((token) => token.is_default)?.id ?? null, version);
  await db().savedCard.updateMany({
    where: { ...inScope(viewer), tokenId: { in: [...ids] }, syncedVersion: { lte: version } },
    data: { syncedAt: await now() },
  });
  await cleanUpTokens(viewer);
}

/** Null when ProcessOut no longer knows the Customer: its tokens were deleted with it. */
async function readList(viewer: Viewer, customerId: string): Promise<Token[] | null> {
  const tokens: Token[] = [];
  try {
    for await (const token of processout().tokens.list(customerId, { timeoutMs: LIST_TIMEOUT_MS }))
      tokens.push(token);
  } catch (error) {
    if (!isCustomerGone(error)) throw error;
    await forgetCustomer(viewer, customerId);
    return null;
  }
  return tokens;
}

function differs(token: Token, row: SavedCardRow | undefined): boolean {
  // The token of an attempt whose response was lost names the attempt in its metadata.
  if (!row) return holdsCard(token) || Boolean(token.metadata.saved_card);
  if (row.state === "failed" || row.state === "removed") return false;
  return (
    row.verificationStatus !== token.verification_status ||
    row.isChargeable !== token.is_chargeable ||
    row.state !== stateAfter({ ...row, state: row.state }, token) ||
    (holdsCard(token) && !row.last4)
  );
}

const MAX_CARDS_READ_AGAIN = 10;

/** The cards that may have been renewed since they were read, the longest unread first. One that looks expired decides. */
function listOutdatedCards(rows: SavedCardRow[], at: Date): SavedCardRow[] {
  const readAt = (row: SavedCardRow) => row.cardReadAt?.getTime() ?? 0;
  return rows
    .filter((row) => row.state === "attached" && row.last4)
    .filter((row) => at.getTime() - readAt(row) > (expiryOf(row, at) === "expired" ? HOUR_MS : DAY_MS))
    .sort((one, other) => readAt(one) - readAt(other))
    .slice(0, MAX_CARDS_READ_AGAIN);
}

/** The token with its card, which is asked for unless the list has it. Null when it was deleted in between. */
async function withCard(customerId: string, token: Token): Promise<Token | null> {
  if (token.card || !holdsCard(token)) return token;
  try {
    const options = { expand: ["card"], timeoutMs: LIST_TIMEOUT_MS };
    return await processout().tokens.find(customerId, token.id, options);
  } catch (error) {
    if (error instanceof NotFoundError) return null;
    throw error;
  }
}

const LIVE: LiveRow[] = [
  { state: "open", awaitsPayment: false },
  { state: "open", awaitsPayment: true },
  { state: "attached", awaitsPayment: false },
  { state: "declined", awaitsPayment: false },
];

/**
 * Writes a reading of a token into its row, or creates the row. Changes nothing when the row shows the same or a later
 * version, or when the card was removed: removed cards never come back.
 */
async function upsertFromToken(viewer: Viewer, token: Token, version: number): Promise<void> {
  await linkAttempt(viewer, token);
  const where = { ...inScope(viewer), tokenId: token.id, syncedVersion: { lt: version } };
  const at = await now();
  const columns = {
    ...tokenColumns(token),
    syncedVersion: version,
    syncedAt: at,
    ...(token.card && { cardReadAt: at }),
  };
  let updated = 0;
  for (const row of LIVE) {
    const data = { ...columns, state: stateAfter(row, token) };
    updated += (await db().savedCard.updateMany({ where: { ...where, ...row }, data })).count;
  }
  if (updated === 0 && holdsCard(token)) {
    // A token without a row was saved by another app of the project, or before a database was lost.
    await db().savedCard.createMany({
      data: {
        ...columns,
        ...inScope(viewer),
        customerId: token.customer_id,
        tokenId: token.id,
        withVerification: token.verification_status !== "not-requested",
        state: stateAfter({ state: "attached", awaitsPayment: false }, token),
        startedAt: new Date(token.created_at),
      },
      skipDuplicates: true,
    });
  }
}

/** Gives an attempt the token whose id was lost in a crash or a lost response: its metadata names the attempt. */
async function linkAttempt(viewer: Viewer, token: Token) {
  const id = token.metadata.saved_card;
  if (typeof id !== "string") return;
  await db().savedCard.updateMany({
    where: { ...inScope(viewer), id, tokenId: null },
    data: { tokenId: token.id },
  });
}

/** ProcessOut answered 404 for these tokens, or a complete list did not contain them. That is final. */
async function markRemoved(viewer: Viewer, tokenIds: string[]): Promise<void> {
  const where = { ...inScope(viewer), tokenId: { in: tokenIds }, removedAt: null };
  const gone = { isChargeable: false, removedAt: await now() };
  await db().savedCard.updateMany({ where: { ...where, state: "open" }, data: { ...gone, state: "failed" } });
  await db().savedCard.updateMany({
    where: { ...where, state: "attached" },
    data: { ...gone, state: "removed" },
  });
  await db().savedCard.updateMany({ where, data: gone });
}

/**
 * Clean-up after a sync: deletes the token of a failed attempt or declined card, restores the previous default.
 * Idempotent. A failure of ProcessOut is logged and left to the next sync.
 */
export async function cleanUpToken(viewer: Viewer, tokenId: string): Promise<void> {
  const row = await findByToken(viewer, tokenId);
  if (!row || row.removedAt) return;
  try {
    if (row.state === "failed" || row.state === "declined") await deleteToken(viewer, row);
    const isKept = row.state === "attached" || (row.state === "open" && row.awaitsPayment);
    if (isKept && row.previousDefaultTokenId) await restorePreviousDefault(viewer, row);
  } catch (error) {
    if (!(error instanceof ProcessOutError)) throw error;
    log.warn("card.clean-up-failed", { tokenId, error });
  }
}

async function cleanUpTokens(viewer: Viewer) {
  const rows = await db().savedCard.findMany({
    where: {
      ...inScope(viewer),
      removedAt: null,
      OR: [
        { state: { in: ["failed", "declined"] } },
        { state: "attached", previousDefaultTokenId: { not: null } },
        { state: "open", awaitsPayment: true, previousDefaultTokenId: { not: null } },
      ],
    },
    select: { tokenId: true },
  });
  for (const { tokenId } of rows) if (tokenId) await cleanUpToken(viewer, tokenId);
}

/**
 * Deletes a row's token at ProcessOut. Each attempt has a key of its own: under the key of a refused one ProcessOut would
 * repeat the refusal. A token that does not exist there any more counts as deleted. Keeps `state`.
 */
export async function deleteToken(viewer: Viewer, row: SavedCardRow): Promise<void> {
  if (!row.tokenId) return;
  try {
    const idempotencyKey = `delete:${row.id}:${await nextSyncVersion(viewer)}`;
    await processout().tokens.delete(row.customerId, row.tokenId, { idempotencyKey });
  } catch (error) {
    if (!(error instanceof NotFoundError)) throw error;
  }
  await db().savedCard.updateMany({
    where: { id: row.id },
    data: { isChargeable: false, removedAt: await now() },
  });
}
