import { inScope } from "@/lib/auth/scope";
import type { Viewer } from "@/lib/auth/viewer";
import { db } from "@/lib/platform/db";
import type { VerificationTarget } from "./card";
import { cardNotFound } from "./queries";

/**
 * An attempt whose bank took the whole window (3-D Secure 1 where frames are forbidden) and has sent the shopper back:
 * the browser has forgotten everything, and asks again with the very same card id, which ProcessOut expects.
 * Every other challenge cannot be resumed.
 */
export async function resumeCard(
  viewer: Viewer,
  { id }: { id: string },
): Promise<VerificationTarget & { cardId: string }> {
  const row = await db().savedCard.findFirst({ where: { ...inScope(viewer), id, state: "open" } });
  if (!row?.tokenId || !row.cardId) throw cardNotFound();
  const { cardId, customerId, tokenId, preferredScheme } = row;
  return { attemptId: id, cardId, customerId, tokenId, preferredScheme };
}
