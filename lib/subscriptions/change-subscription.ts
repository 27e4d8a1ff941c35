import { inScope } from "@/lib/auth/scope";
import type { Viewer } from "@/lib/auth/viewer";
import { canPayNow } from "@/lib/cards/token-status";
import { consentFor } from "@/lib/payments/consent";
import { recordConsent } from "@/lib/payments/save-with-payment";
import { now } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db";
import { AppError } from "@/lib/platform/errors";
import { end } from "@/lib/renewals/apply-action";
import { requireSubscription } from "./queries";
import { nextDue } from "./schedule";
import { isOver, statesBefore } from "./subscription-status";

type ById = { id: string };

/** Nothing is charged until it is resumed. AppError when something is owed, or when instalments are being paid. */
export async function pauseSubscription(viewer: Viewer, { id }: ById): Promise<void> {
  const { count } = await db().subscription.updateMany({
    where: { ...inScope(viewer), id, count: null, state: { in: statesBefore("paused") } },
    // The worker still looks once: a charge may be under way at this very moment.
    data: { state: "paused", wakeAt: await now() },
  });
  if (count === 0) throw notNow(id);
}

/** Goes on with the next regular date that has not passed. */
export async function resumeSubscription(viewer: Viewer, { id }: ById): Promise<void> {
  const at = await now();
  const { startedAt, interval, dueAt } = await requireSubscription(viewer, id);
  const next = dueAt && dueAt > at ? dueAt : nextDue({ startedAt: startedAt ?? at, interval }, at);
  const { count } = await db().subscription.updateMany({
    where: { ...inScope(viewer), id, state: "paused" },
    // The worker looks at once: a charge from before the pause may have ended without anybody hearing of it.
    data: { state: "active", dueAt: next, wakeAt: at },
  });
  if (count === 0) throw notNow(id);
}

/**
 * Ends it for good: an open period is not paid any more. Instalments cannot be canceled, since the machine is there
 * already. A charge that is under way at this moment may still come through, and then counts.
 */
export async function cancelSubscription(viewer: Viewer, { id }: ById): Promise<void> {
  const row = await requireSubscription(viewer, id);
  if (row.count !== null || isOver(row.state)) throw notNow(id);
  if (!(await end(row, { wakeAt: await now() }))) throw notNow(id);
}

/**
 * Another card pays from now on; a period that is owed is charged to it at once. The shopper agrees to that here, and
 * the new card's series begins with its own first payment.
 */
export async function changeCard(viewer: Viewer, { id, cardId }: ById & { cardId: string }): Promise<void> {
  const row = await requireSubscription(viewer, id);
  if (isOver(row.state)) throw notNow(id);
  await requirePayable(viewer, cardId);
  if (row.savedCardId === cardId) return;
  await recordConsent(viewer, { savedCardId: cardId, version: consentFor(row) });
  const isOwed = row.state !== "paused" && row.state !== "active";
  const { count } = await db().subscription.updateMany({
    where: { id, state: row.state, paidPeriods: row.paidPeriods },
    data: {
      savedCardId: cardId,
      schemeTransactionId: null,
      ...(isOwed && { state: "active", wakeAt: await now() }),
    },
  });
  if (count === 0) throw notNow(id);
}

async function requirePayable(viewer: Viewer, id: string): Promise<void> {
  const card = await db().savedCard.findFirst({ where: { ...inScope(viewer), id, state: "attached" } });
  if (!canPayNow(card, await now()))
    throw new AppError({ code: "card.unusable", message: "The card cannot pay", sentence: UNUSABLE });
}

const UNUSABLE = "This card cannot be used to pay. Please choose another one.";

const notNow = (id: string) =>
  new AppError({
    code: "subscription.not-now",
    message: `Subscription ${id} cannot be changed like this now`,
    sentence: "This cannot be done now: something has changed since the page was opened. Please look again.",
  });
