import { inScope } from "@/lib/auth/scope";
import type { Viewer } from "@/lib/auth/viewer";
import { withCustomer } from "@/lib/customers/ensure-customer";
import { now } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db";
import { sentenceOf } from "@/lib/platform/error-sentences";
import { AppError } from "@/lib/platform/errors";
import { log } from "@/lib/platform/log";
import { processout } from "@/lib/platform/processout";
import { isUniqueViolation } from "@/lib/platform/unique-violation";
import {
  CardRejectedError,
  InvalidRequestError,
  type Card as ProcessOutCard,
  type TokenInput,
} from "@/lib/processout";
import type { Card, SaveCardRequest, SaveCardResult, StartCardResult, VerificationTarget } from "./card";
import { CARD_CONSENT, type Consent } from "./consent";
import { getDefaultTokenId, refreshDefault } from "./default-card";
import { cardAlreadyUsed, findTypedCard, syncDuplicate, syncKnownCard } from "./known-card";
import { cardNotFound, getRow, isUsedElsewhere, type SavedCardRow, webReturnUrl } from "./queries";
import { recordConsent } from "./record-consent";
import { cleanUpToken, syncCard } from "./sync-cards";
import { cardColumns, toCard } from "./to-card";
import { reserveAttempt } from "./velocity-limit";

/*
 * The server's half of saving a card; components/cards/save-card.ts is the browser's half. With verification:
 *
 *   startCard     commits an attempt and creates an empty token
 *   (browser)     assigns the card to the token; ProcessOut verifies it, with a 3-D Secure challenge if the issuer asks
 *   finishCard    asks ProcessOut for the result; or cancelCard, when the browser could not finish
 *
 * Without verification `saveCardUnverified` is the only call. Every step commits its intent before it calls ProcessOut
 * and can be repeated; an attempt that no browser finishes is finished by a webhook or a job (jobs.ts).
 */

/** What the page that adds a card, and the mobile app, ask for. */
const ADDED: Consent = { version: CARD_CONSENT.version };

/**
 * Starts to save a card with verification: creates an empty token, to which the browser then assigns the card. A viewer
 * has one open attempt per `returnUrl`, which further calls reuse.
 *
 * `returnUrl` is where a full-page challenge returns to: the web form, or the deep link of a mobile app.
 *
 * Throws AppError or ProcessOutError when the attempt cannot be started; what was begun is repaired by later calls.
 * AppError `card.too-many-attempts` when a limit is used up.
 */
export async function startCard(
  viewer: Viewer,
  { cardId, makeDefault, returnUrl = webReturnUrl() }: SaveCardRequest & { returnUrl?: string },
): Promise<StartCardResult> {
  const entryPoint = returnUrl === webReturnUrl() ? "Add a card" : "Add a card in the mobile app";
  const card = await reserveAttempt({ ...pressBy(viewer), entryPoint }, () => findTypedCard(cardId));
  // An earlier attempt may have succeeded without a report: then its card counts, and no second token is created.
  const earlier = await findOpenAttempt(viewer, returnUrl);
  if (earlier?.tokenId) await syncCard(viewer, { tokenId: earlier.tokenId });
  const duplicate = await syncDuplicate(viewer, card);
  if (duplicate) {
    await recordConsent(viewer, duplicate.id, ADDED);
    return { kind: "already-saved", card: await toListedCard(viewer, duplicate) };
  }

  const attempts = { state: "open", withVerification: true, returnUrl } as const;
  if (await isUsedElsewhere(viewer, cardId, attempts)) throw cardAlreadyUsed();
  return withCustomer(viewer, async (customerId) => {
    const previousDefaultTokenId = makeDefault ? null : await refreshDefault(viewer, customerId);
    const columns = { ...cardColumns(card), customerId, cardId, returnUrl, previousDefaultTokenId };
    const attempt = await ensureAttempt(viewer, columns);
    await recordConsent(viewer, attempt.id, ADDED);
    const input = { verify: true, invoice_return_url: returnUrl, return_url: returnUrl };
    const tokenId = await ensureToken(viewer, attempt, input);
    const { id: attemptId, preferredScheme } = attempt;
    return { kind: "started", attemptId, customerId: attempt.customerId, tokenId, preferredScheme };
  });
}

/**
 * What the browser needs to continue after a full-page challenge (3-D Secure 1 where frames are forbidden): the page
 * was left, and ProcessOut expects the same card id again. Other challenges cannot be resumed.
 */
export async function resumeCard(
  viewer: Viewer,
  { id }: { id: string },
): Promise<VerificationTarget & { cardId: string }> {
  const { cardId, customerId, tokenId, preferredScheme } = await getRow(viewer, { id, state: "open" });
  if (!tokenId || !cardId) throw cardNotFound();
  return { attemptId: id, cardId, customerId, tokenId, preferredScheme };
}

/**
 * Ends an attempt that the browser reports as verified. The report is not trusted: ProcessOut is asked. If the token is
 * still pending, the issuer answers later and the card is listed as being checked: if it holds a card.
 */
export async function finishCard(viewer: Viewer, { id }: { id: string }): Promise<SaveCardResult> {
  const { tokenId } = await getRow(viewer, { id });
  if (!tokenId) throw cardNotFound();
  await syncCard(viewer, { tokenId });
  await db().savedCard.updateMany({
    where: { id, state: "open", verificationStatus: "pending", holdsCard: true },
    data: { state: "attached" },
  });
  await cleanUpToken(viewer, tokenId);
  return toResult(viewer, await getRow(viewer, { id }));
}

/**
 * Ends an attempt that the browser could not finish: declined, cancelled, timed out, offline. `code` is processout.js's.
 * ProcessOut is asked first, and a success that it recorded is kept; otherwise the attempt fails and its token is
 * deleted.
 */
export async function cancelCard(
  viewer: Viewer,
  { id, code }: { id: string; code: string },
): Promise<SaveCardResult> {
  const { tokenId } = await getRow(viewer, { id });
  if (tokenId) await syncCard(viewer, { tokenId });
  await db().savedCard.updateMany({ where: { id, state: "open" }, data: { state: "failed" } });
  await db().savedCard.updateMany({
    where: { id, state: "failed", failureCode: null },
    data: { failureCode: code },
  });
  if (tokenId) await cleanUpToken(viewer, tokenId);
  return toResult(viewer, await getRow(viewer, { id }));
}

/**
 * Saves a card without verification: one call creates the token from a fresh card id. Nobody has checked that the
 * shopper owns the card, so the first payment may be declined or ask for 3-D Secure, and a merchant-initiated charge
 * has no authentication to refer to.
 *
 * The card id is single-use and unique in the table, so a second click and a retry are the same attempt. AppError
 * `card.too-many-attempts` when a limit is used up.
 */
export async function saveCardUnverified(
  viewer: Viewer,
  request: SaveCardRequest,
): Promise<{ card: Card; isNew: boolean }> {
  const press = { ...pressBy(viewer), entryPoint: "Add a card without verification" };
  const tokenized = await reserveAttempt(press, () => findTypedCard(request.cardId));
  const known = await syncKnownCard(viewer, tokenized);
  if (known) {
    await recordConsent(viewer, known.id, ADDED);
    return { card: await toListedCard(viewer, known), isNew: false };
  }
  return { card: await attachUnverified(viewer, tokenized, { ...request, consent: ADDED }), isNew: true };
}

type Attachment = SaveCardRequest & { consent: Consent; awaitsPayment?: boolean };

async function attachUnverified(
  viewer: Viewer,
  tokenized: ProcessOutCard,
  { cardId, makeDefault, consent, awaitsPayment = false }: Attachment,
): Promise<Card> {
  if (await isUsedElsewhere(viewer, cardId, { withVerification: false })) throw cardAlreadyUsed();
  const tokenId = await withCustomer(viewer, async (customerId) => {
    const previousDefaultTokenId = makeDefault ? null : await getDefaultTokenId(viewer);
    const columns = { ...cardColumns(tokenized), customerId, cardId, previousDefaultTokenId };
    const choice = { withVerification: false, awaitsPayment };
    const data = { ...inScope(viewer), ...columns, ...choice, startedAt: await now() };
    await db().savedCard.createMany({ data, skipDuplicates: true });
    const row = await db().savedCard.findFirst({ where: { ...inScope(viewer), cardId } });
    if (!row || row.withVerification) throw cardAlreadyUsed();
    await recordConsent(viewer, row.id, consent);
    return ensureToken(viewer, row, { source: cardId });
  });
  const row = await syncCard(viewer, { tokenId });
  const isSaved = row?.state === "attached" || (row?.state === "open" && row.awaitsPayment);
  if (!row || !isSaved) throw cardNotFound();
  return toListedCard(viewer, row);
}

const pressBy = (viewer: Viewer) => ({ viewer, addressKey: viewer.addressKey });

// eject:start payments
/**
 * The same for a card that a payment is about to verify: it is kept open, and is not offered, until a payment with it was
 * captured. The caller has counted the attempt, and has asked whether the card is saved already.
 */
export const saveCardForPayment = (viewer: Viewer, typed: ProcessOutCard, consent: Consent): Promise<Card> =>
  attachUnverified(viewer, typed, { cardId: typed.id, makeDefault: false, awaitsPayment: true, consent });
// eject:end payments

/** The viewer's open attempt, created or reused for another card. A unique index allows one per return URL. */
async function ensureAttempt(
  viewer: Viewer,
  columns: ReturnType<typeof cardColumns> &
    Pick<SavedCardRow, "customerId" | "cardId" | "returnUrl" | "previousDefaultTokenId">,
): Promise<SavedCardRow> {
  const data = { ...inScope(viewer), ...columns, startedAt: await now() };
  await db().savedCard.createMany({ data, skipDuplicates: true });
  const row = await findOpenAttempt(viewer, columns.returnUrl);
  if (row?.cardId === columns.cardId) return row;
  if (!row) throw cardAlreadyUsed();
  try {
    await db().savedCard.updateMany({ where: { id: row.id, state: "open" }, data: columns });
  } catch (error) {
    if (isUniqueViolation(error, "SavedCard_projectId_cardId_key")) throw cardAlreadyUsed();
    throw error;
  }
  const reused = await findOpenAttempt(viewer, columns.returnUrl);
  if (reused?.id !== row.id) throw attemptEnded();
  return reused;
}

const findOpenAttempt = (viewer: Viewer, returnUrl: string) =>
  db().savedCard.findFirst({
    where: { ...inScope(viewer), returnUrl, state: "open", withVerification: true },
  });

/**
 * Creates the token of an attempt, or returns the one it has. The committed row's id is the idempotency key, so a retry
 * after a crash or a lost response gets the same token. The token's metadata names the row: if the response never
 * arrives, the next list, webhook or job links them (sync-cards.ts).
 */
async function ensureToken(viewer: Viewer, row: SavedCardRow, input: TokenInput): Promise<string> {
  if (row.tokenId) return row.tokenId;
  const tokenId = await createToken(row, { ...input, metadata: { saved_card: row.id } });
  await db().savedCard.updateMany({ where: { id: row.id, tokenId: null }, data: { tokenId } });

  const written = await db().savedCard.findUniqueOrThrow({ where: { id: row.id } });
  if (written.tokenId !== tokenId) {
    log.warn("token.surplus", { customerId: row.customerId, tokenId });
    await processout().tokens.delete(row.customerId, tokenId, { idempotencyKey: `surplus:${tokenId}` });
  }
  if (!written.tokenId || written.state === "failed" || written.state === "removed") {
    // Another tab cancelled the attempt while ProcessOut was responding.
    await cleanUpToken(viewer, tokenId);
    throw attemptEnded();
  }
  return written.tokenId;
}

async function createToken(row: SavedCardRow, input: TokenInput): Promise<string> {
  try {
    const idempotencyKey = `card:${row.id}`;
    return (await processout().tokens.create(row.customerId, input, { idempotencyKey })).token.id;
  } catch (error) {
    // ProcessOut's rejection is final: a retry with this key would get it again, so another attempt needs another row.
    if (error instanceof InvalidRequestError || error instanceof CardRejectedError) {
      const data = { state: "failed", failureCode: error.code ?? null } as const;
      await db().savedCard.updateMany({ where: { id: row.id, state: "open" }, data });
    }
    throw error;
  }
}

async function toResult(viewer: Viewer, row: SavedCardRow): Promise<SaveCardResult> {
  if (row.state === "open") return { kind: "stopped", code: "card.unfinished", message: UNFINISHED };
  if (row.state !== "attached") {
    const code = row.failureCode ?? "card.declined";
    return { kind: "stopped", code, message: sentenceOf(code) };
  }
  const card = await toListedCard(viewer, row);
  return { kind: card.status === "checking" ? "checking" : "saved", card };
}

const UNFINISHED =
  "Your bank’s check of this card is not finished. Finish it there, or start again with the card.";

const toListedCard = async (viewer: Viewer, row: SavedCardRow): Promise<Card> =>
  toCard(row, { now: await now(), defaultTokenId: await getDefaultTokenId(viewer) });

const attemptEnded = () =>
  new AppError({
    code: "card.attempt-ended",
    message: "The attempt was cancelled while its token was being created",
    sentence: "This was stopped in another tab. Please add the card again.",
  });
