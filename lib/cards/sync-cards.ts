import { inScope } from "@/lib/auth/scope";
import type { Viewer } from "@/lib/auth/viewer";
import { forgetCustomer, getCustomerId, isCustomerGone, takeTick } from "@/lib/customers/ensure-customer";
import { now } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db";
import { processout } from "@/lib/platform/processout";
import { NotFoundError } from "@/lib/processout";
import { settleCard } from "./clean-up-token";
import { applyDefault, applyNotDefault } from "./default-card";
import { findByToken, type SavedCardRow } from "./queries";
import { applyToken } from "./upsert-from-token";

/**
 * The one convergent writer: reads a token from ProcessOut, writes what it says, and does what follows from that
 * (a refused token is deleted there, the default put back). For an action, a webhook and a repair job alike, in any
 * order and any number of times. Answers the row, or null for a token that is neither here nor at ProcessOut.
 *
 * Throws UnavailableError and its kin when ProcessOut cannot be asked; then nothing was written.
 */
export async function syncCard(
  viewer: Viewer,
  { tokenId }: { tokenId: string },
): Promise<SavedCardRow | null> {
  const row = await findByToken(viewer, tokenId);
  const customerId = row?.customerId ?? (await getCustomerId(viewer));
  if (!customerId) return null;

  const tick = await takeTick(viewer);
  try {
    const token = await processout().tokens.find(customerId, tokenId, { expand: ["card"] });
    await applyToken(viewer, token, tick);
    if (token.is_default) await applyDefault(viewer, tokenId, tick);
    else await applyNotDefault(viewer, tokenId, tick);
  } catch (error) {
    if (!(error instanceof NotFoundError)) throw error;
    if (isCustomerGone(error)) await forgetCustomer(viewer, customerId);
    await markGone(viewer, [tokenId]);
  }
  await settleCard(viewer, tokenId);
  return findByToken(viewer, tokenId);
}

/** ProcessOut answered 404, or a complete list without it: nothing brings a token back. */
export async function markGone(viewer: Viewer, tokenIds: string[]): Promise<void> {
  const where = { ...inScope(viewer), tokenId: { in: tokenIds }, removedAt: null };
  const gone = { isChargeable: false, removedAt: await now() };
  await db().savedCard.updateMany({ where: { ...where, state: "open" }, data: { ...gone, state: "failed" } });
  await db().savedCard.updateMany({
    where: { ...where, state: "attached" },
    data: { ...gone, state: "removed" },
  });
  await db().savedCard.updateMany({ where, data: gone });
}
