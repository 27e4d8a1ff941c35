import { shopperFor } from "@/lib/auth/shopper";
import type { Viewer } from "@/lib/auth/viewer";
import { now } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db";
import { env } from "@/lib/platform/env";
import { AppError } from "@/lib/platform/errors";
import { CardRejectedError, InvalidRequestError, NotFoundError } from "@/lib/processout";
import { getCart } from "@/lib/shop/read-cart";
import type { Visitor } from "@/lib/shop/visitor";
import { findOrdersOfCart } from "./find-order";
import { ensureInvoice, paymentUnderWay } from "./invoice";
import type { Contact } from "./order";
import { isTaken, UNSETTLED } from "./payment-status";
import { type PlacedOrder, placeOrder } from "./place-order";
import { move, type PaymentRow } from "./queries";
import { refOf } from "./read-orders";
import { requirePaidOrderHandler } from "./record-paid-order";
import { letGoOfCard } from "./save-with-payment";
import { findSource, type PayWith } from "./source";
import { syncPayment } from "./sync-payment";
import { requireTriesLeft } from "./velocity-limit";

export type StartInput = {
  /** Of the cart the shopper was shown. */
  fingerprint: string;
  contact: Contact;
  payWith: PayWith;
};

export type StartedPayment =
  /** For `makeCardPayment(invoiceId, source, { authorize_only: true })` in the browser. */
  | { kind: "started"; orderRef: string; paymentId: string; invoiceId: string; source: string }
  /** Nothing to do: an earlier press, another tab or a webhook got there first. */
  | { kind: "paid"; orderRef: string };

/**
 * Begins to pay for the cart. Rows first, then ProcessOut: the order, the payment, the card if it is to be saved, the
 * invoice, whose id is committed before the browser hears of it. Every step answers a repetition with what the first
 * one made, so a double press, a second tab with the same card, and a retry after a crash share one invoice.
 */
export async function startPayment(visitor: Visitor, input: StartInput): Promise<StartedPayment> {
  const paidRef = await findPaid(visitor);
  if (paidRef) return { kind: "paid", orderRef: paidRef };

  try {
    return await payOrder(visitor.viewer, await placeOrder(visitor, input), input.payWith, visitor);
  } catch (error) {
    // Another tab's payment may have emptied the cart after we had looked.
    const isEmpty = error instanceof AppError && error.code === "cart.empty";
    const orderRef = isEmpty && (await findPaid(visitor));
    if (!orderRef) throw error;
    return { kind: "paid", orderRef };
  }
}

/** The same for an order that is there already: a period of a subscription. */
export async function payOrder(
  viewer: Viewer | null,
  order: PlacedOrder,
  payWith: PayWith,
  { addressKey }: Pick<Visitor, "addressKey"> = { addressKey: null },
): Promise<StartedPayment & { kind: "started" }> {
  requirePaidOrderHandler(order.intent);
  const payment = await claimPayment(order, payWith, addressKey);
  try {
    await requireTriesLeft(order, payment);
    const { source, ...payer } = await findSource(viewer, payWith);
    const invoiceId = await ensureInvoice(order, payment, payer);
    return { kind: "started", orderRef: refOf(order), paymentId: payment.id, invoiceId, source };
  } catch (error) {
    if (isDefinite(error)) await fail(viewer, order, payment, error);
    throw error;
  }
}

/**
 * The order that an earlier press has paid, whether or not anybody was told. The cart is read first: it is emptied
 * together with marking its order paid, so an empty one has its order.
 */
async function findPaid(visitor: Visitor): Promise<string | null> {
  const isEmpty = (await getCart(visitor)).lines.length === 0;
  const { open, paid } = await findOrdersOfCart(visitor);
  const shopper = open && shopperFor(visitor.viewer, open);
  for (const { id } of open?.payments ?? []) {
    if (open && shopper && isTaken((await syncPayment(shopper, id)).state)) return refOf(open);
  }
  return isEmpty && paid ? refOf(paid) : null;
}

/** The payment row of this order and card, made or reused. One that is settled is over: another press is another try. */
async function claimPayment(
  order: PlacedOrder,
  payWith: PayWith,
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
    startedAt: await now(),
  };
  await db().payment.createMany({ data, skipDuplicates: true });
  const unsettled = { ...choice, initiation: "cit" as const, state: { in: [...UNSETTLED] } };
  const row = await db().payment.findFirst({ where: unsettled });
  if (!row) throw paymentUnderWay();
  return row;
}

/** The answer will not change: the card or the request was refused, before the browser could pay anything. */
const isDefinite = (error: unknown): error is Error & { code?: string } =>
  error instanceof AppError ||
  error instanceof CardRejectedError ||
  error instanceof InvalidRequestError ||
  error instanceof NotFoundError;

async function fail(
  viewer: Viewer | null,
  order: PlacedOrder,
  payment: PaymentRow,
  { code }: { code?: string | undefined },
) {
  const row = await move(payment, "failed", { failureCode: code ?? "unknown" });
  const shopper = shopperFor(viewer, order);
  if (shopper && row.state === "failed") await letGoOfCard(shopper, row);
}
