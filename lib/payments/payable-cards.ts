import { inScope } from "@/lib/auth/scope";
import type { Viewer } from "@/lib/auth/viewer";
import { type Card, shownScheme } from "@/lib/cards/card";
import type { Consent } from "@/lib/cards/consent";
import { getDefaultTokenId } from "@/lib/cards/default-card";
import { findTypedCard, syncKnownCard } from "@/lib/cards/known-card";
import { recordConsent } from "@/lib/cards/record-consent";
import { saveCardForPayment } from "@/lib/cards/save-card";
import { syncCard, syncCards } from "@/lib/cards/sync-cards";
import { cardColumns, toCards } from "@/lib/cards/to-card";
import { canPayNow } from "@/lib/cards/token-status";
import { now } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db";
import { AppError } from "@/lib/platform/errors";
import { log } from "@/lib/platform/log";
import { processout } from "@/lib/platform/processout";
import { mayRead } from "@/lib/platform/shopper-reads";
import { type Card as ProcessOutCard, ProcessOutError } from "@/lib/processout";
import type { SavedCard } from "@/prisma/generated/client";
import type { PayWith } from "./checkout";
import { findExpiredDefault } from "./expired-card";

export type PayableCards = {
  /** The cards that may pay now, the default first. */
  cards: Card[];
  /** The currency of the Customer's first payment, in which all of these cards pay. Null before the first payment. */
  currency: string | null;
  /** The default card, if it has expired and no card can pay. */
  expired: Card | null;
};

/**
 * Syncs the viewer's cards and returns those that they can pay with. If ProcessOut does not respond, returns the cards
 * as they were last synced: `prepareSource` syncs the chosen one before it pays.
 */
export async function syncPayableCards(viewer: Viewer): Promise<PayableCards> {
  const [currency] = await Promise.all([
    unlessProcessOutFails(() => ensureCustomerCurrency(viewer)),
    unlessProcessOutFails(async () => (await mayRead(viewer.userId)) && syncCards(viewer)),
  ]);
  const cards = await listCards(viewer);
  const expired = findExpiredDefault(cards);
  return { cards: cards.filter((card) => card.canPay), currency: currency ?? null, expired };
}

/** The viewer's cards as they were last synced, the default first. */
async function listCards(viewer: Viewer): Promise<Card[]> {
  const rows = await db().savedCard.findMany({
    where: { ...inScope(viewer), state: "attached" },
    orderBy: [{ startedAt: "desc" }, { id: "desc" }],
  });
  const shown = { now: await now(), defaultTokenId: await getDefaultTokenId(viewer) };
  const cards = toCards(rows, shown);
  return [...cards.filter((card) => card.isDefault), ...cards.filter((card) => !card.isDefault)];
}

/**
 * The card that the checkout chooses at first, for *Buy now*: the first that may pay now and in this currency, as it was
 * last synced. ProcessOut is not asked for a page that only shows a product.
 */
export async function findCardToBuyWith(viewer: Viewer, currency: string): Promise<Card | null> {
  const where = { userId_projectId: inScope(viewer) };
  const known = await db().processOutCustomer.findUnique({ where, select: { currency: true } });
  if (known?.currency && known.currency !== currency) return null;
  return (await listCards(viewer)).find((card) => card.canPay) ?? null;
}

/**
 * ProcessOut fixes a Customer's currency with their first payment, for good (its reference, *Customers*). It never
 * changes, so it is read once and stored.
 */
async function ensureCustomerCurrency(viewer: Viewer): Promise<string | null> {
  const row = await db().processOutCustomer.findUnique({ where: { userId_projectId: inScope(viewer) } });
  if (!row?.customerId || row.currency) return row?.currency ?? null;
  const { currency } = await processout().customers.find(row.customerId);
  if (!currency) return null;
  const same = { id: row.id, customerId: row.customerId };
  await db().processOutCustomer.updateMany({ where: same, data: { currency } });
  return currency;
}

async function unlessProcessOutFails<Value>(read: () => Promise<Value>): Promise<Value | undefined> {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof ProcessOutError)) throw error;
    log.warn("checkout.stale", { error });
    return undefined;
  }
}

export type PaymentSource = {
  /** `tok_…` or `card_…`: the argument of `makeCardPayment`. */
  source: string;
  /** The Customer to name on the invoice. Null for a card that is not saved. */
  customerId: string | null;
  scheme: string | null;
  last4: string | null;
};

/** What the shopper chose, with what is known of the card: of a typed one all that ProcessOut tells. */
export type ChosenCard = (
  | Extract<PayWith, { kind: "saved" }>
  | (Extract<PayWith, { kind: "new" }> & { typed: ProcessOutCard })
) & { fingerprint: string | null };

/** Reads a typed card from ProcessOut, and a saved one from its row. */
export async function readChosenCard(viewer: Viewer | null, payWith: PayWith): Promise<ChosenCard> {
  if (payWith.kind === "new") {
    const typed = await findTypedCard(payWith.cardId);
    return { ...payWith, typed, fingerprint: typed.fingerprint ?? null };
  }
  const where = { ...inScope(requireAccount(viewer)), id: payWith.id };
  const row = await db().savedCard.findFirst({ where, select: { fingerprint: true } });
  return { ...payWith, fingerprint: row?.fingerprint ?? null };
}

/**
 * A card that was typed to be saved, and is saved already: from here on the shopper pays with the saved card, so that
 * everything that follows from the payment finds it. Records the consent that was given with it. A saved card that
 * cannot pay now is saved again.
 */
export async function recognizeCard(
  viewer: Viewer | null,
  chosen: ChosenCard,
  consent: Consent,
): Promise<ChosenCard> {
  if (!viewer || chosen.kind === "saved" || !chosen.save) return chosen;
  const known = await syncKnownCard(viewer, chosen.typed);
  if (!canPayNow(known, await now())) return chosen;
  await recordConsent(viewer, known.id, consent);
  return { kind: "saved", id: known.id, fingerprint: chosen.fingerprint };
}

/**
 * Before a card is saved or an invoice created: a card of the Customer pays in the currency of their first payment alone.
 * AppError `request.validation.invalid-currency` for another. One that is not known here is left to ProcessOut.
 */
export async function requireCurrency(viewer: Viewer | null, payWith: PayWith, currency: string) {
  if (!viewer || (payWith.kind === "new" && !payWith.save)) return;
  const where = { userId_projectId: inScope(viewer) };
  const known = await db().processOutCustomer.findUnique({ where, select: { currency: true } });
  if (!known?.currency || known.currency === currency) return;
  const message = `The Customer pays in ${known.currency}, and the order is in ${currency}`;
  throw new AppError({ code: "request.validation.invalid-currency", message });
}

/**
 * The source that the browser pays with. A saved card is synced first; AppError `card.unusable` unless it is the
 * viewer's and may pay now. A new card to be saved becomes a token without verification: the payment is its
 * verification, and `consent` is what was agreed to.
 * Any other new card stays a card, is attached to no Customer, and leaves no row.
 */
export async function prepareSource(
  viewer: Viewer | null,
  chosen: ChosenCard,
  consent: Consent,
): Promise<PaymentSource> {
  if (chosen.kind === "saved") return savedSource(requireAccount(viewer), chosen.id);
  if (chosen.save) return saveSource(requireAccount(viewer), chosen.typed, consent);
  const card = cardColumns(chosen.typed);
  return { source: chosen.cardId, customerId: null, scheme: shownScheme(card), last4: card.last4 };
}

async function saveSource(viewer: Viewer, typed: ProcessOutCard, consent: Consent) {
  const card = await saveCardForPayment(viewer, typed, consent);
  const row = await db().savedCard.findFirst({ where: { ...inScope(viewer), id: card.id } });
  if (!row?.tokenId || !row.isChargeable) throw unusable();
  return toSource({ ...row, tokenId: row.tokenId });
}

async function savedSource(viewer: Viewer, id: string): Promise<PaymentSource> {
  const known = await db().savedCard.findFirst({
    where: { ...inScope(viewer), id },
    select: { tokenId: true },
  });
  const row = known?.tokenId ? await syncCard(viewer, { tokenId: known.tokenId }) : null;
  if (!canPayNow(row, await now())) throw unusable();
  return toSource(row);
}

const toSource = (row: SavedCard & { tokenId: string }): PaymentSource => ({
  source: row.tokenId,
  customerId: row.customerId,
  scheme: shownScheme(row),
  last4: row.last4,
});

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
