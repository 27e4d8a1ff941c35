import { makeViewer, type Viewer } from "@/lib/auth/viewer";
import { saveCardUnverified } from "@/lib/cards/save-card";
import { reserveAttempt } from "@/lib/cards/velocity-limit";
import { now } from "@/lib/platform/clock"; // eject: payments
import { db } from "@/lib/platform/db"; // eject: payments
import { HOUR_MS } from "@/lib/platform/durations"; // eject: payments
import { env } from "@/lib/platform/env";
import { counterOf } from "@/lib/platform/rate-limit"; // eject: payments
import type { SandboxControl } from "./sandbox-control";

/** Saves a tokenized card without verification: the token is `not-requested` at ProcessOut. */
export async function saveCard(viewer: Viewer, cardId: string, { makeDefault = false } = {}) {
  const { card } = await saveCardUnverified(viewer, { cardId, makeDefault });
  return card;
}

/** The same for a test in the browser, with a new card of a scenario. */
export const giveCard = async (user: { id: string }, sandbox: SandboxControl, scenario = "visa") =>
  saveCard(makeViewer(user.id), await sandbox.makeCard(scenario));

// eject:start payments
/**
 * Counts attempts of a shopper until the account's limit holds, in this hour and in the next, which may begin during the
 * test. The shop's limit is far higher in the tests.
 */
export async function useUpAttempts({ id }: { id: string }): Promise<void> {
  const press = { entryPoint: "Test", viewer: makeViewer(id), addressKey: null };
  const counter = counterOf(`attempts by account ${id}`, HOUR_MS, await now());
  for (let attempt = 0; attempt < env().CARD_ATTEMPTS_PER_ACCOUNT; attempt += 1)
    await reserveAttempt(press, async () => ({}));
  const counted = await db().rateCount.findUniqueOrThrow({ where: { key_window: counter } });
  const window = new Date(counter.window.getTime() + HOUR_MS);
  await db().rateCount.create({ data: { ...counted, window } });
}
// eject:end payments

// eject:start subscriptions
/** A card that the bank has confirmed on-session, so that it may be charged off-session. */
export async function saveConfirmedCard(viewer: Viewer, cardId: string) {
  const card = await saveCard(viewer, cardId);
  await db().savedCard.update({ where: { id: card.id }, data: { confirmedAt: new Date() } });
  return card;
}

/** The same for a test in the browser, with a new card of a scenario. */
export const giveConfirmedCard = async (user: { id: string }, sandbox: SandboxControl, scenario = "visa") =>
  saveConfirmedCard(makeViewer(user.id), await sandbox.makeCard(scenario));
// eject:end subscriptions
