import { inScope } from "@/lib/auth/scope";
import type { Viewer } from "@/lib/auth/viewer";
import { now } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db";
import type { Token } from "@/lib/processout";
import { holdsCard, stateAfter, tokenColumns } from "./projection";

const STATES = ["open", "attached", "refused"] as const;

/**
 * Writes what a reading of ProcessOut said about a token. `tick` was taken before the reading: a row that already
 * shows a later one is left alone, so readings may arrive in any order and any number of times. A removed card
 * never comes back.
 */
export async function applyToken(viewer: Viewer, token: Token, tick: number): Promise<void> {
  await adoptAttempt(viewer, token);
  const where = { ...inScope(viewer), tokenId: token.id, syncedTick: { lt: tick } };
  const columns = { ...tokenColumns(token), syncedTick: tick, syncedAt: await now() };
  let updated = 0;
  for (const state of STATES) {
    const data = { ...columns, state: stateAfter(state, token) };
    updated += (await db().savedCard.updateMany({ where: { ...where, state }, data })).count;
  }
  if (updated === 0 && holdsCard(token)) {
    // A token we have no row for: saved by another app on the same project, or before a database was lost.
    await db().savedCard.createMany({
      data: {
        ...columns,
        ...inScope(viewer),
        customerId: token.customer_id,
        tokenId: token.id,
        withVerification: token.verification_status !== "not-requested",
        state: stateAfter("attached", token),
        startedAt: new Date(token.created_at),
      },
      skipDuplicates: true,
    });
  }
}

/** ProcessOut's answer with the token's id never reached the attempt's row: the token itself says whose it is. */
async function adoptAttempt(viewer: Viewer, token: Token) {
  const id = token.metadata.saved_card;
  if (typeof id !== "string") return;
  await db().savedCard.updateMany({
    where: { ...inScope(viewer), id, tokenId: null },
    data: { tokenId: token.id },
  });
}
