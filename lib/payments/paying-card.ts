import { shownScheme } from "@/lib/cards/card";
import { cardColumns } from "@/lib/cards/to-card";
import { db } from "@/lib/platform/db";
import { log } from "@/lib/platform/log";
import { processout } from "@/lib/platform/processout";
import { ProcessOutError, type Transaction } from "@/lib/processout";
import type { PaymentRow } from "./queries";

/**
 * The columns that name the card of a captured transaction, for receipts and screens. Empty if it is the card that the
 * payment began with. It is another one if the browser authorized another, or if a saved card was replaced since. If it
 * cannot be read, the payment names no card rather than a wrong one.
 */
export async function readPayingCard(
  { id, cardId, savedCardId }: PaymentRow,
  { card_id: paidWith }: Transaction,
): Promise<Partial<Pick<PaymentRow, "scheme" | "last4">>> {
  if (!paidWith || paidWith === cardId) return {};
  const saved = savedCardId && (await db().savedCard.findUnique({ where: { id: savedCardId } }));
  if (saved && saved.cardId === paidWith) return {};
  try {
    const card = cardColumns(await processout().cards.find(paidWith));
    return { scheme: shownScheme(card), last4: card.last4 };
  } catch (error) {
    if (!(error instanceof ProcessOutError)) throw error;
    log.warn("payment.card-unread", { paymentId: id, error });
    return { scheme: null, last4: null };
  }
}
