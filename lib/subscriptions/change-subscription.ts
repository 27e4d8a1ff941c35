import { inScope } from "@/lib/auth/scope";
import type { Viewer } from "@/lib/auth/viewer";
import type { SavedCardRow } from "@/lib/cards/queries";
import { recordConsent } from "@/lib/cards/record-consent";
import { canPayNow, isConfirmed } from "@/lib/cards/token-status";
import { reserveAttempt } from "@/lib/cards/velocity-limit";
import { consentFor } from "@/lib/payments/consent";
import { now } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db";
import { AppError } from "@/lib/platform/errors";
import { requireSubscription } from "./queries";
import { nextDue } from "./schedule";
import { hasOutstanding, isOver, statesBefore } from "./subscription-status";
import { endSubscription } from "./transition-subscription";

type ById = { id: string };

/** Stops renewals until it is resumed. AppError for one with an outstanding payment, and for instalments. */
export async function pauseSubscription(viewer: Viewer, { id }: ById): Promise<void> {
  const { count } = await db().subscription.updateMany({
    where: { ...inScope(viewer), id, count: null, state: { in: statesBefore("paused") } },
    // The worker processes it once more: a charge may be in flight at this moment.
    data: { state: "paused", processAfter: await now() },
  });
  if (count === 0) throw changed(id);
}

/**
 * Renews again, on the next due date of the series that has not passed. AppError `subscription.disputed` if a dispute
 * paused it: only staff let it go on.
 */
export async function resumeSubscription(viewer: Viewer, { id }: ById): Promise<void> {
  const at = await now();
  const { startedAt, interval, dueAt, disputedAt } = await requireSubscription(viewer, id);
  if (disputedAt) throw disputed(id);
  const next = dueAt && dueAt > at ? dueAt : nextDue({ startedAt: startedAt ?? at, interval }, at);
  const { count } = await db().subscription.updateMany({
    where: { ...inScope(viewer), id, state: "paused", disputedAt: null },
    // The worker processes it at once: a charge from before the pause may have succeeded without being recorded.
    data: { state: "active", dueAt: next, processAfter: at },
  });
  if (count === 0) throw changed(id);
}

/**
 * Ends it and cancels the open order of the next period. Instalments cannot be canceled: the machine was delivered. A
 * charge that is in flight at this moment may still succeed, and then counts.
 */
export async function cancelSubscription(viewer: Viewer, { id }: ById): Promise<void> {
  const row = await requireSubscription(viewer, id);
  if (row.count !== null || isOver(row.state)) throw changed(id);
  if (!(await endSubscription(row, { processAfter: await now() }))) throw changed(id);
}

/**
 * Makes another saved card pay for the subscription; an outstanding period is charged to it at once. Records the
 * shopper's consent, and forgets the scheme transaction id: the new card's series begins with its own first payment.
 * AppError `card.unusable` for a card that cannot pay, `card.unconfirmed` for one that cannot be charged off-session,
 * `card.too-many-attempts` when a limit is used up: the charge of an outstanding period asks a bank.
 */
export async function changeCard(viewer: Viewer, { id, cardId }: ById & { cardId: string }): Promise<void> {
  const row = await requireSubscription(viewer, id);
  if (isOver(row.state)) throw changed(id);
  const card = await requireCardForSeries(viewer, cardId);
  if (row.savedCardId === cardId) return;
  const press = { entryPoint: "Change the card", viewer, addressKey: viewer.addressKey };
  if (hasOutstanding(row.state)) await reserveAttempt(press, async () => card);
  await recordConsent(viewer, cardId, { version: consentFor(row), subscriptionId: id });
  const { count } = await db().subscription.updateMany({
    where: { id, state: row.state, paidPeriods: row.paidPeriods },
    data: {
      savedCardId: cardId,
      schemeTransactionId: null,
      ...(hasOutstanding(row.state) && { state: "active", processAfter: await now() }),
    },
  });
  if (count === 0) throw changed(id);
}

async function requireCardForSeries(viewer: Viewer, id: string): Promise<SavedCardRow> {
  const card = await db().savedCard.findFirst({ where: { ...inScope(viewer), id, state: "attached" } });
  if (!canPayNow(card, await now()))
    throw new AppError({ code: "card.unusable", message: "The card cannot pay", sentence: UNUSABLE });
  if (!isConfirmed(card))
    throw new AppError({ code: "card.unconfirmed", message: "No CIT with this card", sentence: UNCONFIRMED });
  return card;
}

const UNUSABLE = "This card cannot be used to pay. Please choose another one.";

const UNCONFIRMED =
  "Your bank has not confirmed this card yet. Confirm it once, then it can pay for a subscription.";

const disputed = (id: string) =>
  new AppError({
    code: "subscription.disputed",
    message: `A dispute paused subscription ${id}`,
    sentence:
      "This was paused because a payment was disputed with your bank. Please write to us to continue it.",
  });

const changed = (id: string) =>
  new AppError({
    code: "subscription.changed",
    message: `Subscription ${id} does not allow this in its present state`,
    sentence: "This subscription has changed. Refresh the page and try again.",
  });
