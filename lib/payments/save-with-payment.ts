import { inScope } from "@/lib/auth/scope";
import type { Shopper } from "@/lib/auth/shopper";
import type { Viewer } from "@/lib/auth/viewer";
import { deleteListedCard } from "@/lib/cards/manage-cards";
import { syncCards } from "@/lib/cards/sync-cards";
import { now } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db";
import { env } from "@/lib/platform/env";
import { log } from "@/lib/platform/log";
import { ProcessOutError } from "@/lib/processout";
import { TAKEN } from "./payment-status";
import type { PaymentRow } from "./queries";

/** Writes down what the shopper agreed to when a card is kept, once a card and wording. */
export async function recordConsent(
  { userId }: Viewer,
  { savedCardId, version }: { savedCardId: string; version: string },
): Promise<void> {
  const given = { userId, savedCardId, version };
  if (await db().cardConsent.findFirst({ where: given, select: { id: true } })) return;
  await db().cardConsent.create({ data: { ...given, givenAt: await now() } });
}

/**
 * A card that was to be saved with this payment goes when the payment did not come through: nobody has verified it. A
 * card that was saved before has another card id and stays. ProcessOut not answering leaves it to the reconciler.
 */
export async function letGoOfCard(shopper: Shopper, payment: PaymentRow): Promise<void> {
  if (!payment.savesCard || "guestKey" in shopper) return;
  try {
    if (payment.cardId) await giveUpCard(shopper, payment.cardId);
    await db().payment.updateMany({ where: { id: payment.id }, data: { savesCard: false } });
  } catch (error) {
    if (!(error instanceof ProcessOutError)) throw error;
    log.warn("payment.card-left", { paymentId: payment.id, error });
  }
}

async function giveUpCard(viewer: Viewer, cardId: string) {
  const unverified = { ...inScope(viewer), cardId, withVerification: false };
  const { count } = await db().savedCard.updateMany({
    where: { ...unverified, state: "open" },
    data: { state: "failed", failureCode: "payment.abandoned" },
  });
  // A crash may have kept the token's id from the row: the Customer's list has it, and what has failed is deleted.
  if (count > 0) return syncCards(viewer);
  const card = await db().savedCard.findFirst({ where: { ...unverified, state: "attached" } });
  // An action and a webhook may both be here.
  if (card) await deleteListedCard(viewer, card);
}

/**
 * A payment with this card came through, so the card is proven. An earlier try that was to save it, and died before it
 * was sent, no longer takes the card along when it is given up.
 */
export async function keepCard(shopper: Shopper, tokenId: string | null | undefined): Promise<void> {
  if (!tokenId || "guestKey" in shopper) return;
  const card = await db().savedCard.findFirst({
    where: { ...inScope(shopper), tokenId },
    select: { cardId: true },
  });
  if (!card?.cardId) return;
  const { userId } = shopper;
  await db().payment.updateMany({
    where: { cardId: card.cardId, savesCard: true, state: { notIn: [...TAKEN] }, order: { userId } },
    data: { savesCard: false },
  });
}

/** Those of the given cards (`card_…`) that are kept only if a payment succeeds which is not captured yet. */
export async function listCardsAwaitingPayment(cardIds: string[]): Promise<string[]> {
  const rows = await db().payment.findMany({
    where: {
      projectId: env().PROCESSOUT_PROJECT_ID,
      cardId: { in: cardIds },
      savesCard: true,
      capturedAt: null,
    },
    select: { cardId: true },
  });
  return rows.flatMap(({ cardId }) => cardId ?? []);
}
