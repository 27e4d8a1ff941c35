import { now } from "@/lib/clock";
import { db } from "@/lib/db";
import type { Token } from "@/lib/processout";
import { forgetCustomer, getCustomerId, isCustomerGone, takeTick } from "../customers";
import { processout } from "../processout";
import { inScope } from "../scope";
import type { Viewer } from "../viewer";
import { applyToken } from "./apply-token";
import { applyDefault } from "./default";
import { holdsCard, stateAfter } from "./projection";
import type { SavedCardRow } from "./rows";
import { settleCard } from "./settle";
import { markGone } from "./sync";

const DETAILS_AT_ONCE = 5;

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
  const tokens = await withDetails(
    customerId,
    listed.filter((token) => differs(token, rowOf.get(token.id))),
    (token) => !rowOf.get(token.id)?.last4,
  );
  for (const token of tokens) await applyToken(viewer, token, tick);

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
    for await (const token of processout().tokens.list(customerId)) tokens.push(token);
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

/** The tokens with their cards, fetched where they are wanted and missing, a few at a time. */
async function withDetails(customerId: string, tokens: Token[], isUnknown: (token: Token) => boolean) {
  const detailed: Token[] = [];
  for (let start = 0; start < tokens.length; start += DETAILS_AT_ONCE) {
    const few = tokens.slice(start, start + DETAILS_AT_ONCE).map((token) => {
      const isWanted = holdsCard(token) && !token.card && isUnknown(token);
      return isWanted ? processout().tokens.find(customerId, token.id, { expand: ["card"] }) : token;
    });
    detailed.push(...(await Promise.all(few)));
  }
  return detailed;
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
