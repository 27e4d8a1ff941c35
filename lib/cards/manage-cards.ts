import { inScope } from "@/lib/auth/scope";
import type { Viewer } from "@/lib/auth/viewer";
import { now } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db";
import { log } from "@/lib/platform/log";
import { mayRead } from "@/lib/platform/shopper-reads";
import { AuthenticationError, NotFoundError, ProcessOutError } from "@/lib/processout";
import type { Card, OpenAttempt } from "./card";
import { chooseDefault, getDefaultTokenId, handOverDefault } from "./default-card";
import { getPendingVersion } from "./pending-cards";
import { cardNotFound, getRow, type SavedCardRow, webReturnUrl } from "./queries";
import { deleteToken, syncCard, syncCards } from "./sync-cards";
import { toCards, toOpenAttempt } from "./to-card";
import { canPayNow } from "./token-status";

export type Wallet = {
  /** The default first, then the newest. */
  cards: Card[];
  page: number;
  pages: number;
  total: number;
  /** The `pendingVersion` of all pages. */
  pending: string;
  attempt: OpenAttempt | null;
  /** Null when ProcessOut was asked just now; otherwise why it could not be, and when the oldest card was last read. */
  stale: { why: "unavailable" | "misconfigured"; asOf: Date | null } | null;
};

const PAGE_SIZE = 12;
const LISTED = { in: ["attached" as const, "declined" as const] };

/** Syncs the viewer's cards and returns a page of them; when ProcessOut cannot be reached, as they were last read. */
export async function listCards(
  viewer: Viewer,
  { page = 1, channel = "web" }: { page?: number; channel?: Channel } = {},
): Promise<Wallet> {
  const why = await trySync(viewer);
  const rows = await db().savedCard.findMany({
    where: { ...inScope(viewer), state: LISTED },
    orderBy: [{ startedAt: "desc" }, { id: "desc" }],
  });
  const shown = { now: await now(), defaultTokenId: await getDefaultTokenId(viewer) };
  const cards = toCards(rows, shown);
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
    pending: await getPendingVersion(viewer),
    attempt: await getOpenAttempt(viewer, channel),
    stale: why && { why, asOf },
  };
}

/** An attempt belongs to the channel on which it was started: only there can it be finished. */
type Channel = "web" | "mobile";

/** The viewer's unfinished attempt on this channel, with the card that was typed, or null. */
export async function getOpenAttempt(viewer: Viewer, channel: Channel): Promise<OpenAttempt | null> {
  const returnUrl = channel === "web" ? webReturnUrl() : { not: webReturnUrl() };
  const row = await db().savedCard.findFirst({
    where: { ...inScope(viewer), returnUrl, state: "open", withVerification: true, tokenId: { not: null } },
    orderBy: { startedAt: "desc" },
  });
  return row && toOpenAttempt(row);
}

/** Whether the viewer has a card, from the rows alone: for pages that do not wait for ProcessOut. */
export async function hasCards(viewer: Viewer): Promise<boolean> {
  const where = { ...inScope(viewer), state: "attached" } as const;
  return (await db().savedCard.findFirst({ where, select: { id: true } })) !== null;
}

/**
 * Deletes a card, at ProcessOut first. A declined card is deleted there already and only leaves the list. If the card
 * is the default, another one that can pay becomes the default first. Throws AppError `not-found` for a card that is
 * not the viewer's, and ProcessOutError when ProcessOut cannot be reached; then the card stays.
 */
export async function deleteCard(viewer: Viewer, { id }: { id: string }): Promise<void> {
  await deleteListedCard(viewer, await getRow(viewer, { id, state: LISTED }));
}

/** `deleteCard` for a row that was read already. Succeeds if another process deletes it at the same time. */
export async function deleteListedCard(viewer: Viewer, row: SavedCardRow): Promise<void> {
  if (!row.removedAt) {
    await handOverDefault(viewer, row);
    await deleteToken(viewer, row);
  }
  await db().savedCard.updateMany({
    where: { ...inScope(viewer), id: row.id },
    data: { state: "removed", isChargeable: false, removedAt: row.removedAt ?? (await now()) },
  });
}

/** Makes a card the default. AppError `not-found` for a card that cannot pay, as for one that does not exist. */
export async function setDefaultCard(viewer: Viewer, { id }: { id: string }): Promise<void> {
  const row = await getRow(viewer, { id, state: LISTED });
  if (!canPayNow(row, await now())) throw cardNotFound();
  try {
    await chooseDefault(viewer, row);
  } catch (error) {
    if (!(error instanceof NotFoundError)) throw error;
    await syncCard(viewer, { tokenId: row.tokenId });
    throw cardNotFound();
  }
}

/** Sets the shopper's own name for a card; an empty one removes it. Never sent to ProcessOut. */
export async function renameCard(
  viewer: Viewer,
  { id, nickname }: { id: string; nickname: string },
): Promise<void> {
  const { count } = await db().savedCard.updateMany({
    where: { ...inScope(viewer), id, state: LISTED },
    data: { nickname: nickname || null },
  });
  if (count === 0) throw cardNotFound();
}

/** Null when the rows are up to date, otherwise why not. */
async function trySync(viewer: Viewer): Promise<"unavailable" | "misconfigured" | null> {
  if (!(await mayRead(viewer.userId))) return "unavailable";
  try {
    await syncCards(viewer);
    return null;
  } catch (error) {
    if (!(error instanceof ProcessOutError)) throw error;
    log.warn("cards.stale", { error });
    return error instanceof AuthenticationError ? "misconfigured" : "unavailable";
  }
}
