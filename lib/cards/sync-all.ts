import { inScope } from "@/lib/auth/scope";
import type { Viewer } from "@/lib/auth/viewer";
import { forgetCustomer, getCustomerId, isCustomerGone, takeTick } from "@/lib/customers/ensure-customer";
import { now } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db";
import { processout } from "@/lib/platform/processout";
import { NotFoundError, type Token } from "@/lib/processout";
import { settleCard } from "./clean-up-token";
import { applyDefault } from "./default-card";
import { holdsCard, stateAfter } from "./projection";
import type { SavedCardRow } from "./queries";
import { markGone } from "./sync-cards";
import { applyToken } from "./upsert-from-token";

const AT_ONCE = 5;
/** A shopper is looking at a skeleton: three tries of this, then the last known rows. */
const LIST_LIMIT_MS = 5_000;

/**
 * Brings all of the viewer's rows up to ProcessOut's list, in one call a hundred tokens. Only what changed is
 * written; the card behind a token is asked for once, when the token is new here (recorded lists leave it out).
 * Throws before anything is written when the list cannot be read to its end: a row is only ever marked removed by
 * a complete list. A viewer without a Customer costs no call.
 */
export async function syncCards(viewer: Viewer): Promise<void> {
  const customerId = await getCustomerId(viewer);
  if (!customerId) return;
  const tick = await takeTick(viewer);
  const listed = await readList(viewer, customerId);
  if (!listed) return;

  const rows = await db().savedCard.findMany({ where: { ...inScope(viewer), tokenId: { not: null } } });
  const rowOf = new Map(rows.map((row) => [row.tokenId, row]));
  const changed = listed.filter((token) => differs(token, rowOf.get(token.id)));
  for (let start = 0; start < changed.length; start += AT_ONCE) {
    await Promise.all(
      changed.slice(start, start + AT_ONCE).map(async (token) => {
        const detailed = rowOf.get(token.id)?.last4 ? token : await withCard(customerId, token);
        if (detailed) await applyToken(viewer, detailed, tick);
      }),
    );
  }

  const ids = new Set(listed.map((token) => token.id));
  const missing = rows.filter(
    (row) => row.state === "attached" && row.syncedTick < tick && !ids.has(row.tokenId ?? ""),
  );
  await markGone(
    viewer,
    missing.flatMap((row) => row.tokenId ?? []),
  );
  await applyDefault(viewer, listed.find((token) => token.is_default)?.id ?? null, tick);
  await db().savedCard.updateMany({
    where: { ...inScope(viewer), tokenId: { in: [...ids] }, syncedTick: { lte: tick } },
    data: { syncedAt: await now() },
  });
  await settleAll(viewer);
}

/** Null when ProcessOut no longer knows the Customer: its cards went with it. */
async function readList(viewer: Viewer, customerId: string): Promise<Token[] | null> {
  const tokens: Token[] = [];
  try {
    for await (const token of processout().tokens.list(customerId, { timeoutMs: LIST_LIMIT_MS }))
      tokens.push(token);
  } catch (error) {
    if (!isCustomerGone(error)) throw error;
    await forgetCustomer(viewer, customerId);
    return null;
  }
  return tokens;
}

function differs(token: Token, row: SavedCardRow | undefined): boolean {
  // An attempt's token whose id never reached its row says so in its metadata.
  if (!row) return holdsCard(token) || Boolean(token.metadata.saved_card);
  if (row.state === "failed" || row.state === "removed") return false;
  return (
    row.verificationStatus !== token.verification_status ||
    row.isChargeable !== token.is_chargeable ||
    row.state !== stateAfter(row.state, token) ||
    (holdsCard(token) && !row.last4)
  );
}

/** The token with the card behind it, asked for unless the list had it. Null when it was deleted in between. */
async function withCard(customerId: string, token: Token): Promise<Token | null> {
  if (token.card || !holdsCard(token)) return token;
  try {
    return await processout().tokens.find(customerId, token.id, { expand: ["card"] });
  } catch (error) {
    if (error instanceof NotFoundError) return null;
    throw error;
  }
}

async function settleAll(viewer: Viewer) {
  const unsettled = await db().savedCard.findMany({
    where: {
      ...inScope(viewer),
      removedAt: null,
      OR: [
        { state: { in: ["failed", "refused"] } },
        { state: "attached", previousDefaultTokenId: { not: null } },
      ],
    },
    select: { tokenId: true },
  });
  for (const { tokenId } of unsettled) if (tokenId) await settleCard(viewer, tokenId);
}
