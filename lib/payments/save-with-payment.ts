import { inScope } from "@/lib/auth/scope";
import type { Shopper } from "@/lib/auth/shopper";
import type { Viewer } from "@/lib/auth/viewer";
import { deleteListedCard } from "@/lib/cards/manage-cards";
import { cleanUpToken, syncCards } from "@/lib/cards/sync-cards";
import { now } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db";
import { log } from "@/lib/platform/log";
import { ProcessOutError } from "@/lib/processout";
import { CAPTURED_STATES } from "./payment-status";
import type { PaymentRow } from "./queries";

// A new card can be saved with the payment that it makes: the payment is its verification. `savesCard` marks a payment
// whose card is deleted unless the payment is captured.

/**
 * Deletes the card that was to be saved with a payment that was not captured. A card that was saved before has another
 * card id and stays. If ProcessOut does not respond, the reconciler does it later.
 */
export async function discardUnverifiedCard(shopper: Shopper, payment: PaymentRow): Promise<void> {
  if (!payment.savesCard || "guestKey" in shopper) return;
  try {
    if (payment.cardId) await discardCard(shopper, payment.cardId);
    await db().payment.updateMany({ where: { id: payment.id }, data: { savesCard: false } });
  } catch (error) {
    if (!(error instanceof ProcessOutError)) throw error;
    log.warn("payment.card-left", { paymentId: payment.id, error });
  }
}

async function discardCard(viewer: Viewer, cardId: string) {
  const unverified = { ...inScope(viewer), cardId, withVerification: false };
  const { count } = await db().savedCard.updateMany({
    where: { ...unverified, state: "open" },
    data: { state: "failed", failureCode: "payment.abandoned" },
  });
  const card = await db().savedCard.findFirst({ where: unverified });
  // After a crash the row may lack the token's id. The Customer's list has it, and the sync deletes failed tokens.
  if (count > 0) return card?.tokenId ? cleanUpToken(viewer, card.tokenId) : syncCards(viewer);
  // An action and a webhook may both be here.
  if (card?.state === "attached") await deleteListedCard(viewer, card);
}

/**
 * A payment of the shopper's (CIT) with this card was captured, so the card is confirmed. An earlier attempt that was to
 * save it, and that died before it was sent, no longer deletes the card when it ends.
 */
export async function keepConfirmedCard(shopper: Shopper, tokenId: string | null | undefined): Promise<void> {
  if (!tokenId || "guestKey" in shopper) return;
  const own = { ...inScope(shopper), tokenId };
  await db().savedCard.updateMany({
    where: { ...own, confirmedAt: null },
    data: { confirmedAt: await now() },
  });
  await db().savedCard.updateMany({
    where: { ...own, state: "open", awaitsPayment: true },
    data: { state: "attached", awaitsPayment: false },
  });
  const card = await db().savedCard.findFirst({ where: own, select: { cardId: true } });
  if (!card?.cardId) return;
  const { userId } = shopper;
  await db().payment.updateMany({
    where: {
      cardId: card.cardId,
      savesCard: true,
      state: { notIn: [...CAPTURED_STATES] },
      order: { userId },
    },
    data: { savesCard: false },
  });
}
