import { setTimeout } from "node:timers/promises";
import { type Shopper, shopperFor } from "@/lib/auth/shopper";
import type { Viewer } from "@/lib/auth/viewer";
import { reserveAttempt } from "@/lib/cards/velocity-limit";
import { now } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db";
import { env } from "@/lib/platform/env";
import { AppError } from "@/lib/platform/errors";
import { log } from "@/lib/platform/log";
import {
  CardRejectedError,
  InvalidRequestError,
  NotFoundError,
  RateLimitedError,
  UnavailableError,
} from "@/lib/processout";
import { getCart } from "@/lib/shop/manage-cart";
import type { Visitor } from "@/lib/shop/visitor";
import { isBeingCaptured } from "./capture-or-void";
import type { PaymentResult, PayWith, StartedPayment } from "./checkout";
import { consentOf } from "./consent";
import type { Contact } from "./contact-schema";
import { createInvoice } from "./create-invoice";
import { declineSentence, ruleOf } from "./decline-rules";
import { orderRef } from "./order";
import {
  type ChosenCard,
  type PaymentSource,
  prepareSource,
  readChosenCard,
  recognizeCard,
  requireCurrency,
} from "./payable-cards";
import { isFinal, PENDING_STATES, wasCaptured } from "./payment-status";
import { findOrdersOfCart, type PlacedOrder, paymentInProgress, placeOrder } from "./place-order";
import { type PaymentRow, requirePayment, transitionPayment } from "./queries";
import { requirePaidOrderHandler } from "./record-paid-order";
import { discardUnverifiedCard } from "./save-with-payment";
import { syncPayment } from "./sync-payment";

type StartPaymentInput = Partial<Pick<PayOrderInput, "returnPath">> & {
  fingerprint: string;
  contact: Contact;
  payWith: PayWith;
};

/**
 * Starts to pay for the cart. Rows are committed first, then ProcessOut is asked: the order, the payment, the card if
 * it is to be saved, the invoice, whose id is committed before the browser receives it. Every step returns for a
 * repetition what the first call made, so a double press, a second tab with the same card, and a retry after a crash
 * share one invoice.
 */
export async function startPayment(
  visitor: Visitor,
  { returnPath = "/checkout", ...input }: StartPaymentInput,
): Promise<StartedPayment> {
  const paidRef = await syncAndFindPaidOrder(visitor);
  if (paidRef) return { kind: "paid", orderRef: paidRef };

  try {
    const order = await placeOrder(visitor, input);
    const { addressKey } = visitor;
    const press = { entryPoint: "Checkout", addressKey, returnPath };
    return await payOrder(visitor.viewer, order, { ...input, ...press });
  } catch (error) {
    // Another tab's payment may have emptied the cart in the meantime.
    const isEmpty = error instanceof AppError && error.code === "cart.empty";
    const paidByNow = isEmpty && (await syncAndFindPaidOrder(visitor));
    if (!paidByNow) throw error;
    return { kind: "paid", orderRef: paidByNow };
  }
}

/**
 * The reference of the order that an earlier attempt has paid, or null. Asks ProcessOut about pending payments. The cart is
 * read first: it is emptied in the transaction that marks its order as paid, so an empty cart has its order.
 */
async function syncAndFindPaidOrder(visitor: Visitor): Promise<string | null> {
  const isEmpty = (await getCart(visitor)).lines.length === 0;
  const { open, paid } = await findOrdersOfCart(visitor);
  const shopper = open && shopperFor(visitor.viewer, open);
  for (const { id } of open?.payments ?? []) {
    if (open && shopper && wasCaptured((await syncUntilCaptured(shopper, id)).state)) return orderRef(open);
  }
  return isEmpty && paid ? orderRef(paid) : null;
}

type PayOrderInput = {
  payWith: PayWith;
  /** What was pressed and from where, for the limit on attempts. */
  entryPoint: string;
  addressKey: string | null;
  /** Where ProcessOut sends a shopper who left the page for the bank's. */
  returnPath: string;
};

/**
 * Starts to pay an order that is placed already. Throws AppError if the card or the request was declined for good, and
 * `card.too-many-attempts` when a limit is used up: then nothing was committed, and a payment of another tab goes on.
 */
export async function payOrder(
  viewer: Viewer | null,
  order: PlacedOrder,
  { payWith: typed, entryPoint, addressKey, returnPath }: PayOrderInput,
): Promise<StartedPayment & { kind: "started" }> {
  requirePaidOrderHandler(order.intent);
  const consent = consentOf(order);
  const chosen = await reserveAttempt({ entryPoint, viewer, addressKey }, () =>
    readChosenCard(viewer, typed),
  );
  const payWith = await recognizeCard(viewer, chosen, consent);
  await requireNotBarred(order, payWith);
  const payment = await ensurePayment(order, payWith, addressKey);
  try {
    await requireCurrency(viewer, payWith, order.currency);
    const { source, ...payer } = await prepareSource(viewer, payWith, consent);
    const invoiceId = await ensureInvoice(order, payment, { payer, returnPath });
    const wasSaved = payWith.kind !== typed.kind;
    return { kind: "started", orderRef: orderRef(order), paymentId: payment.id, invoiceId, source, wasSaved };
  } catch (error) {
    if (isDefinite(error)) await failPayment(viewer, order, payment, error);
    throw error;
  }
}

/** AppError `card.unusable` for a saved card that an earlier decline of this order bars: the networks forbid a retry. */
async function requireNotBarred({ id: orderId }: PlacedOrder, payWith: ChosenCard): Promise<void> {
  if (payWith.kind !== "saved") return;
  const declined = { orderId, savedCardId: payWith.id, state: "failed" } as const;
  for (const { failureCode, retryAdvice } of await db().payment.findMany({ where: declined })) {
    if (ruleOf({ code: failureCode ?? "card.declined", advice: retryAdvice }).barsCard)
      throw barred(payWith.id);
  }
}

/** The pending payment of this order with this card, created if there is none. A final payment is never reused. */
async function ensurePayment(
  order: PlacedOrder,
  payWith: ChosenCard,
  addressKey: string | null,
): Promise<PaymentRow> {
  const choice = {
    orderId: order.id,
    savedCardId: payWith.kind === "saved" ? payWith.id : null,
    cardId: payWith.kind === "new" ? payWith.cardId : null,
  };
  const data = {
    ...choice,
    savesCard: order.userId !== null && payWith.kind === "new" && payWith.save,
    projectId: env().PROCESSOUT_PROJECT_ID,
    amount: order.total,
    currency: order.currency,
    addressKey,
    fingerprint: payWith.fingerprint,
    startedAt: await now(),
  };
  await db().payment.createMany({ data, skipDuplicates: true });
  const pending = { ...choice, initiation: "cit" as const, state: { in: [...PENDING_STATES] } };
  const row = await db().payment.findFirst({ where: pending });
  if (!row) throw paymentInProgress();
  return row;
}

/**
 * The id of the payment's invoice, created if there is none. It is committed before it is returned, because the browser
 * can have the card authorized as soon as it has the id.
 */
async function ensureInvoice(
  order: PlacedOrder,
  payment: PaymentRow,
  { payer, returnPath }: { payer: Omit<PaymentSource, "source">; returnPath: string },
): Promise<string> {
  if (payment.invoiceId) return payment.invoiceId;
  await db().payment.updateMany({ where: { id: payment.id, invoiceId: null }, data: payer });
  const invoice = await createInvoice(order, payment, { customerId: payer.customerId, returnPath });
  const row = await transitionPayment(payment, "authorizing", invoice);
  if (row.state !== "authorizing" || !row.invoiceId) throw paymentEnded();
  return row.invoiceId;
}

/** The same request will get the same answer: the card or the request was declined, before the browser could pay. */
const isDefinite = (error: unknown): error is Error & { code?: string } =>
  error instanceof AppError ||
  error instanceof CardRejectedError ||
  error instanceof InvalidRequestError ||
  error instanceof NotFoundError;

async function failPayment(
  viewer: Viewer | null,
  order: PlacedOrder,
  payment: PaymentRow,
  { code }: { code?: string | undefined },
) {
  const row = await transitionPayment(payment, "failed", { failureCode: code ?? "unknown" });
  const shopper = shopperFor(viewer, order);
  if (shopper && row.state === "failed") await discardUnverifiedCard(shopper, row);
}

/**
 * The browser reports that the card is authorized. The report proves nothing: the transaction is read, checked and
 * captured. An outcome that is not known now is `pending`.
 */
export async function finishPayment(shopper: Shopper, { id }: { id: string }): Promise<PaymentResult> {
  return toResult(await trySyncPayment(shopper, id));
}

/**
 * The browser reports a decline, a canceled challenge, a timeout or a lost connection (`code` is the browser
 * script's). ProcessOut is asked first, and a payment that it has authorized is captured all the same: the result is
 * `paid`. Otherwise this attempt ends, and an authorization that arrives later is voided.
 */
export async function cancelPayment(
  shopper: Shopper,
  { id, code }: { id: string; code: string },
): Promise<PaymentResult> {
  const seen = await trySyncPayment(shopper, id);
  // Authorized and not captured yet: another process is capturing it, or the outcome of the capture is unknown.
  if (isFinal(seen.state) || seen.state === "authorized") return toResult(seen);
  await transitionPayment(seen, "failed", { failureCode: code });
  return toResult(await trySyncPayment(shopper, id));
}

const RETRY_AFTER_MS = 500;

/**
 * Syncs the payment, twice if the first outcome is unknown. If the outcome stays unknown, returns the row as it is.
 */
async function trySyncPayment(shopper: Shopper, id: string, retries = 1): Promise<PaymentRow> {
  try {
    return await syncUntilCaptured(shopper, id);
  } catch (error) {
    if (!(error instanceof UnavailableError || error instanceof RateLimitedError)) throw error;
    log.warn("payment.unknown", { paymentId: id, error });
    if (retries === 0) return requirePayment(shopper, id);
    await setTimeout(RETRY_AFTER_MS);
    return trySyncPayment(shopper, id, retries - 1);
  }
}

/** Longer than one process has for its capture. After that, this one sends it. */
const MAX_WAITS = 8;

/** Syncs the payment. If another process, such as the webhook handler, is capturing it, waits for the outcome. */
async function syncUntilCaptured(shopper: Shopper, id: string, waits = MAX_WAITS): Promise<PaymentRow> {
  const seen = await syncPayment(shopper, id);
  if (waits === 0 || !isBeingCaptured(seen, await now())) return seen;
  await setTimeout(RETRY_AFTER_MS);
  return syncUntilCaptured(shopper, id, waits - 1);
}

async function toResult({ state, orderId, failureCode, retryAdvice }: PaymentRow): Promise<PaymentResult> {
  if (isFinal(state) && !wasCaptured(state)) {
    const code = failureCode ?? "payment.voided";
    return { kind: "failed", code, message: declineSentence({ code, advice: retryAdvice }) };
  }
  const where = { id: orderId };
  const order = await db().order.findUniqueOrThrow({ where, select: { id: true, guestKey: true } });
  return { kind: wasCaptured(state) ? "paid" : "pending", orderRef: orderRef(order) };
}

const barred = (id: string) =>
  new AppError({
    code: "card.unusable",
    message: `An earlier decline of this order bars card ${id}`,
    sentence: "This card was declined for good. Please choose another one.",
  });

const paymentEnded = () =>
  new AppError({
    code: "payment.ended",
    message: "The payment was ended while its invoice was created",
    sentence: "This payment was ended in another tab. Please look at your orders, then try again.",
  });
