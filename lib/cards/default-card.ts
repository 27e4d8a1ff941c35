import { inScope } from "@/lib/auth/scope";
import type { Viewer } from "@/lib/auth/viewer";
import { takeTick } from "@/lib/customers/ensure-customer";
import { db } from "@/lib/platform/db";
import { processout } from "@/lib/platform/processout";

/** What a reading said about the default card. It is one value of the Customer, so there are never two. */
export async function applyDefault(viewer: Viewer, tokenId: string | null, tick: number): Promise<void> {
  await db().processOutCustomer.updateMany({
    where: { ...inScope(viewer), defaultTick: { lt: tick } },
    data: { defaultTokenId: tokenId, defaultTick: tick },
  });
}

/** The reading of one token that is not the default: which other one is, it does not say. */
export async function applyNotDefault(viewer: Viewer, tokenId: string, tick: number): Promise<void> {
  await db().processOutCustomer.updateMany({
    where: { ...inScope(viewer), defaultTokenId: tokenId, defaultTick: { lt: tick } },
    data: { defaultTokenId: null, defaultTick: tick },
  });
}

/** Makes a token the default at ProcessOut. NotFoundError when the token or the Customer is gone there. */
export async function changeDefault(viewer: Viewer, customerId: string, tokenId: string): Promise<void> {
  const tick = await takeTick(viewer);
  const idempotencyKey = `default:${customerId}:${tick}`;
  await processout().customers.update(customerId, { default_token_id: tokenId }, { idempotencyKey });
  await applyDefault(viewer, tokenId, tick);
}

export async function getDefaultTokenId(viewer: Viewer): Promise<string | null> {
  const row = await db().processOutCustomer.findUnique({
    where: { userId_projectId: inScope(viewer) },
    select: { defaultTokenId: true },
  });
  return row?.defaultTokenId ?? null;
}
