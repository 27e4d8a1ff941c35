import { inScope } from "@/lib/auth/scope";
import type { Viewer } from "@/lib/auth/viewer";
import { shownScheme } from "@/lib/cards/card";
import { saveCardUnverified } from "@/lib/cards/save-card";
import { syncCard } from "@/lib/cards/sync-cards";
import { cardColumns } from "@/lib/cards/to-card";
import { canPayNow } from "@/lib/cards/token-status";
import { now } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db";
import { AppError } from "@/lib/platform/errors";
import { processout } from "@/lib/platform/processout";
import { recordConsent } from "./save-with-payment";

/** What the shopper chose to pay with. */
export type PayWith =
  /** The id of a saved card's row. */
  | { kind: "saved"; id: string }
  /** A fresh `card_…` from the browser. `consent` names the wording the shopper agreed to. */
  | { kind: "new"; cardId: string; save: false }
  | { kind: "new"; cardId: string; save: true; consent: string };

export type Source = {
  /** `tok_…` or `card_…`: what `makeCardPayment` is given. */
  source: string;
  /** Whom the invoice names; null for a card that is not a saved one. */
  customerId: string | null;
  scheme: string | null;
  last4: string | null;
};

/**
 * What the browser pays with. A saved card is read from ProcessOut first and must be the viewer's, chargeable and not
 * expired. A new card to be saved becomes a token without verification here: the payment is its verification. Any
 * other new card stays a card, is named on no Customer, and leaves nothing behind.
 */
export async function findSource(viewer: Viewer | null, payWith: PayWith): Promise<Source> {
  if (payWith.kind === "saved") return savedSource(requireAccount(viewer), payWith.id);
  if (payWith.save) return newSavedSource(requireAccount(viewer), payWith);
  const card = cardColumns(await processout().cards.find(payWith.cardId));
  return { source: payWith.cardId, customerId: null, scheme: shownScheme(card), last4: card.last4 };
}

async function newSavedSource(viewer: Viewer, { cardId, consent }: { cardId: string; consent: string }) {
  const { card } = await saveCardUnverified(viewer, { cardId, makeDefault: false });
  await recordConsent(viewer, { savedCardId: card.id, version: consent });
  return savedSource(viewer, card.id);
}

async function savedSource(viewer: Viewer, id: string): Promise<Source> {
  const known = await db().savedCard.findFirst({
    where: { ...inScope(viewer), id },
    select: { tokenId: true },
  });
  const row = known?.tokenId ? await syncCard(viewer, { tokenId: known.tokenId }) : null;
  if (!canPayNow(row, await now())) throw unusable();
  const { tokenId: source, customerId, last4 } = row;
  return { source, customerId, scheme: shownScheme(row), last4 };
}

function requireAccount(viewer: Viewer | null): Viewer {
  if (!viewer) throw unusable();
  return viewer;
}

const unusable = () =>
  new AppError({
    code: "card.unusable",
    message: "The card is not the viewer's, or cannot pay",
    sentence: "This card cannot be used to pay. Please choose another one.",
  });
