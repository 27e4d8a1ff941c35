import type { Viewer } from "@/lib/auth/viewer";
import { now } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db";
import { env } from "@/lib/platform/env";
import { sentenceOf } from "@/lib/platform/error-sentences";
import { AppError } from "@/lib/platform/errors";
import { log } from "@/lib/platform/log";
import { processout } from "@/lib/platform/processout";
import { SHOP } from "@/lib/platform/shop-identity";
import { mayRead } from "@/lib/platform/shopper-reads";
import { InvalidRequestError, type Transaction } from "@/lib/processout";
import type { Card, ConfirmCardResult, StartConfirmationResult } from "./card";
import { getDefaultTokenId } from "./default-card";
import { cardNotFound, getRow, type SavedCardRow } from "./queries";
import { syncCard } from "./sync-cards";
import { toCard } from "./to-card";
import { canPayNow, isConfirmed } from "./token-status";
import { reserveAttempt } from "./velocity-limit";

/*
 * Confirms a saved card with the shopper's bank, so that it may be charged off-session (`isConfirmed`): a
 * customer-initiated authorization of zero that requests a challenge, and is voided.
 *
 *   startConfirmation    commits the zero-amount invoice
 *   (browser)            authorizes it with the saved card (components/cards/confirm-card.tsx)
 *   finishConfirmation   reads the transaction; the browser's report proves nothing
 *
 * ProcessOut's reference lists `verification` ("invoice is only for verification") and says that a verification is a
 * zero-value transaction. That such an invoice takes a token as its source is a guess.
 */

/**
 * Returns `confirmed` for a card that is confirmed already. AppError for a card that cannot pay now, and
 * `card.too-many-attempts` when a limit is used up.
 */
export async function startConfirmation(
  viewer: Viewer,
  { id }: { id: string },
): Promise<StartConfirmationResult> {
  const press = { entryPoint: "Confirm a card", viewer, addressKey: viewer.addressKey };
  const known = await reserveAttempt(press, () => getRow(viewer, { id, state: "attached" }));
  const row = known.tokenId ? await syncCard(viewer, { tokenId: known.tokenId }) : null;
  if (!canPayNow(row, await now())) throw cardNotFound();
  const last = await readConfirmation(row);
  if (isConfirmed(row) || (last && (await recordConfirmation(row, last)))) return { kind: "confirmed" };
  // A shopper who left the bank's page comes back to the same invoice. A declined one is never reused.
  const invoiceId = last?.status === "waiting" ? row.confirmationInvoiceId : await createInvoice(row);
  if (!invoiceId) throw cardNotFound();
  return { kind: "started", invoiceId, source: row.tokenId };
}

/** The outcome of the last confirmation, as ProcessOut reports it. */
export async function finishConfirmation(viewer: Viewer, { id }: { id: string }): Promise<ConfirmCardResult> {
  const row = await getRow(viewer, { id, state: "attached" });
  if (isConfirmed(row)) return { kind: "confirmed" };
  const last = await readConfirmation(row);
  if (last && (await recordConfirmation(row, last))) return { kind: "confirmed" };
  return { kind: "stopped", message: sentenceOf(last?.error_code ?? "customer.canceled") };
}

/** The card as a screen shows it, after a confirmation that was finished elsewhere was recorded. */
export async function syncConfirmation(viewer: Viewer, { id }: { id: string }): Promise<Card> {
  if (await mayRead(viewer.userId)) await finishConfirmation(viewer, { id });
  const row = await getRow(viewer, { id, state: "attached" });
  return toCard(row, { now: await now(), defaultTokenId: await getDefaultTokenId(viewer) });
}

const readConfirmation = async ({ confirmationInvoiceId: invoiceId }: SavedCardRow) =>
  invoiceId ? processout().transactions.findByInvoice(invoiceId) : null;

/** The key names the invoice before this one, so that two presses share an invoice and a new try gets a new one. */
async function createInvoice(row: SavedCardRow): Promise<string | null> {
  const { id, customerId, confirmationInvoiceId: previous } = row;
  const { currency } = await processout().customers.find(customerId);
  if (!currency) throw neverPaid(id);
  const returnUrl = `${env().NEXTAUTH_URL}/cards/${id}/confirm`;
  const invoice = await processout().invoices.create(
    {
      name: `${SHOP.name}, card verification`,
      amount: "0",
      currency,
      verification: true,
      customer_id: customerId,
      initiation_type: "cit",
      payment_intent: "recurring",
      merchant_initiator_type: "recurring",
      challenge_indicator: "challenge-requested",
      payment_type: "ecommerce",
      device: { channel: "web" },
      return_url: returnUrl,
      cancel_url: returnUrl,
      metadata: { saved_card: id },
    },
    { idempotencyKey: `confirm:${id}:${previous ?? "first"}` },
  );
  await db().savedCard.updateMany({
    where: { id, confirmationInvoiceId: previous },
    data: { confirmationInvoiceId: invoice.id },
  });
  const where = { id };
  const written = await db().savedCard.findUnique({ where, select: { confirmationInvoiceId: true } });
  return written?.confirmationInvoiceId ?? null;
}

const APPROVED = new Set(["authorized", "pending-capture", "completed"]);

/** Writes that the card is confirmed if its transaction was approved. Returns false, and changes nothing, otherwise. */
async function recordConfirmation(row: SavedCardRow, transaction: Transaction): Promise<boolean> {
  // The browser had the invoice and may have authorized it with another source.
  const isOfCard = transaction.token_id === row.tokenId && transaction.customer_id === row.customerId;
  if (!APPROVED.has(transaction.status) || !isOfCard) return false;
  await db().savedCard.updateMany({
    where: { id: row.id, confirmedAt: null },
    data: { confirmedAt: await now() },
  });
  await voidAuthorization(row);
  return true;
}

/** Nothing is blocked on the card by an authorization of zero: one that cannot be voided expires by itself. */
async function voidAuthorization({ id, confirmationInvoiceId: invoiceId }: SavedCardRow) {
  if (!invoiceId) return;
  try {
    await processout().invoices.void(invoiceId, {}, { idempotencyKey: `void:${invoiceId}` });
  } catch (error) {
    if (!(error instanceof InvalidRequestError)) throw error;
    log.warn("card.confirmation-not-voided", { cardId: id, error });
  }
}

/** ProcessOut fixes a Customer's currency with the first payment, which a zero-amount invoice must not decide. */
const neverPaid = (id: string) =>
  new AppError({
    code: "card.never-paid",
    message: `The Customer of card ${id} has no currency yet`,
    sentence: "Your first payment with this card confirms it. There is nothing to do now.",
  });
