import { now } from "@/lib/clock";
import { db } from "@/lib/db";
import { toLogFields } from "@/lib/errors";
import { log } from "@/lib/log";
import { ProcessOutError } from "@/lib/processout";
import { removeCard } from "../cards/change";
import { inScope } from "../scope";
import type { Shopper } from "../shopper";
import type { Viewer } from "../viewer";
import type { PaymentRow } from "./rows";

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
 * A card that was to be saved with this payment goes when the payment failed: nobody has verified it. A card that
 * was saved before has another card id and stays. ProcessOut not answering leaves it to the reconciler.
 */
export async function letGoOfCard(shopper: Shopper, payment: PaymentRow): Promise<void> {
  if (!payment.savesCard || "guestKey" in shopper) return;
  try {
    const where = {
      ...inScope(shopper),
      cardId: payment.cardId,
      withVerification: false,
      state: "attached",
    } as const;
    const card = payment.cardId ? await db().savedCard.findFirst({ where, select: { id: true } }) : null;
    if (card) await removeCard(shopper, card);
    await db().payment.updateMany({ where: { id: payment.id }, data: { savesCard: false } });
  } catch (error) {
    if (!(error instanceof ProcessOutError)) throw error;
    log.warn("payment.card-left", { paymentId: payment.id, ...toLogFields(error) });
  }
}
