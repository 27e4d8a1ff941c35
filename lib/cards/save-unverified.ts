import { inScope } from "@/lib/auth/scope";
import type { Viewer } from "@/lib/auth/viewer";
import { withCustomer } from "@/lib/customers/ensure-customer";
import { now } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db";
import { findOfferedCard, findTwin, makeToken } from "./attempt";
import type { Card } from "./card";
import { getDefaultTokenId } from "./default-card";
import { cardColumns } from "./projection";
import { cardNotFound } from "./queries";
import { syncCard } from "./sync-cards";
import { drawCard } from "./to-card";

/**
 * Saves a card without asking the bank: one call that makes the token from a fresh card id. What is given up: nobody
 * has checked that the shopper owns the card, so the first payment may be refused or ask for 3-D Secure, and a
 * charge without the shopper present has no authentication behind it. Made for checkout, where that first payment
 * follows at once and is the verification.
 *
 * The card id is single-use and unique in the table, which makes a second click and a retry the same attempt.
 */
export async function saveCardUnverified(
  viewer: Viewer,
  { cardId, makeDefault }: { cardId: string; makeDefault: boolean },
): Promise<{ card: Card; isNew: boolean }> {
  const offered = await findOfferedCard(cardId);
  const twin = await findTwin(viewer, offered);
  if (twin && twin.cardId !== cardId) return { card: await drawCard(viewer, twin), isNew: false };

  const tokenId = await withCustomer(viewer, async (customerId) => {
    const previousDefaultTokenId = makeDefault ? null : await getDefaultTokenId(viewer);
    const columns = { ...cardColumns(offered), customerId, cardId, previousDefaultTokenId };
    const data = { ...inScope(viewer), ...columns, withVerification: false, startedAt: await now() };
    await db().savedCard.createMany({ data, skipDuplicates: true });
    const row = await db().savedCard.findFirst({ where: { ...inScope(viewer), cardId } });
    if (!row || row.withVerification) throw cardNotFound();
    return makeToken(viewer, row, { source: cardId });
  });
  const row = await syncCard(viewer, { tokenId });
  if (row?.state !== "attached") throw cardNotFound();
  return { card: await drawCard(viewer, row), isNew: true };
}
