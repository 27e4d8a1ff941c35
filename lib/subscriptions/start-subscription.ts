import { inScope } from "@/lib/auth/scope";
import type { Viewer } from "@/lib/auth/viewer";
import { recordConsent } from "@/lib/cards/record-consent";
import type { PayWith, StartedPayment } from "@/lib/payments/checkout";
import { consentOf } from "@/lib/payments/consent";
import type { Contact } from "@/lib/payments/contact-schema";
import { payOrder } from "@/lib/payments/pay-order";
import { PENDING_STATES, wasCaptured } from "@/lib/payments/payment-status";
import type { PlacedOrder } from "@/lib/payments/place-order";
import { syncPayment } from "@/lib/payments/sync-payment";
import { now } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db";
import { env } from "@/lib/platform/env";
import { AppError } from "@/lib/platform/errors";
import type { Currency } from "@/lib/shop/catalogue/product";
import { findVariant } from "@/lib/shop/catalogue/variants";
import { type PlanId, plans, plansFor } from "@/lib/subscriptions/plans";
import { loadSubscriptions } from "./queries";
import { lineOfPeriod, orderIdOf, orderOfPeriod } from "./renewal-order";
import { returnPath } from "./return-url";
import { endSubscription } from "./transition-subscription";

/** What a shopper can subscribe to, or pay in instalments. */
export type Offer = { sku: string; planId: PlanId; quantity: number; currency: Currency };

export type StartSubscriptionInput = Offer & {
  /** `offerFingerprint` of the page that the shopper saw. */
  fingerprint: string;
  contact: Contact;
  payWith: PayWith;
};

/**
 * Starts a subscription with the payment of its first period (CIT). Idempotent: a second press and a second tab share
 * one subscription and one order. Throws AppError `offer.changed`, and charges nothing, when the fingerprint is not
 * the present one: the price has changed, or another tab has started the same.
 */
export async function startSubscription(
  viewer: Viewer,
  input: StartSubscriptionInput,
): Promise<StartedPayment> {
  if (input.fingerprint !== (await offerFingerprint(viewer, input))) throw offerChanged();
  const order = await ensureFirstOrder(viewer, input);
  if (await isPaid(viewer, order)) return { kind: "paid", orderRef: order.id };
  await db().order.updateMany({ where: { id: order.id, state: "open" }, data: input.contact });
  return payPeriodWith(viewer, order, { entryPoint: "Subscribe", payWith: input.payWith });
}

/**
 * Starts the payment of an open period with a saved card, or one that is saved with it, which becomes the card of the
 * subscription when the payment succeeds. Records the shopper's consent.
 */
export async function payPeriodWith(
  viewer: Viewer,
  order: PlacedOrder,
  { payWith, entryPoint }: { payWith: PayWith; entryPoint: string },
): Promise<StartedPayment> {
  if (payWith.kind === "new" && !payWith.save) throw notSaved();
  const options = { payWith, entryPoint, addressKey: viewer.addressKey, returnPath: returnPath(order) };
  const started = await payOrder(viewer, order, options);
  const card = await db().savedCard.findFirst({ where: { ...inScope(viewer), tokenId: started.source } });
  if (!card) throw notSaved();
  await recordConsent(viewer, card.id, consentOf(order));
  return started;
}

/**
 * Identifies an offer with its price, and how many of it the viewer has started already. It changes when one is
 * started, so a page left open in another tab cannot start a second one by mistake.
 */
export async function offerFingerprint(viewer: Viewer, offer: Offer): Promise<string> {
  const { sku, planId, quantity, currency } = offer;
  const { price } = priceOf(offer);
  const started = await db().subscription.count({
    where: { ...inScope(viewer), sku, ...plans[planId], quantity, state: { not: "starting" } },
  });
  return [sku, planId, quantity, currency, price, started].join("*");
}

/** The price in minor units: of one period, or of all instalments. AppError `not-found` if it is not offered. */
export function priceOf(offer: Offer) {
  const { sku, quantity, currency } = offer;
  const variant = findVariant(sku);
  if (!variant || !isOffered(offer)) throw notOffered();
  return { variant, price: variant.prices[currency] * quantity };
}

export function isOffered({ sku, planId, quantity }: Offer): boolean {
  const variant = findVariant(sku);
  const max = plans[planId].count === null ? MAX_QUANTITY : 1;
  const isInRange = Number.isInteger(quantity) && quantity >= 1 && quantity <= max;
  return isInRange && variant !== undefined && plansFor(variant.product).includes(planId);
}

const MAX_QUANTITY = 12;

async function ensureFirstOrder(viewer: Viewer, input: StartSubscriptionInput): Promise<PlacedOrder> {
  const { userId } = viewer;
  const { sku, quantity, currency } = input;
  const { variant, price } = priceOf(input);
  const createdAt = await now();
  const terms = { userId, projectId: env().PROCESSOUT_PROJECT_ID, sku, quantity, ...plans[input.planId] };
  await db().subscription.createMany({
    data: { ...terms, currency, price, createdAt, processAfter: createdAt },
    skipDuplicates: true,
  });
  const starting = { ...terms, state: "starting" } as const;
  const row = await db().subscription.findFirst({ where: starting });
  if (!row) throw offerChanged();
  if (row.price !== price || row.currency !== currency) {
    if (!(await endStart(viewer, row.id))) throw offerChanged();
    return ensureFirstOrder(viewer, input);
  }
  const { slug, name } = variant.product;
  const order = { ...input.contact, ...orderOfPeriod(row, 1, createdAt) };
  const line = lineOfPeriod(row, 1, { sku, slug, name, detail: variant.detail });
  await db().$transaction([
    db().order.createMany({ data: [order], skipDuplicates: true }),
    db().orderLine.createMany({ data: [{ ...line, orderId: order.id }], skipDuplicates: true }),
  ]);
  return db().order.findUniqueOrThrow({ where: { id: orderIdOf(row.id, 1) }, include: { lines: true } });
}

/** Ends a start in another currency or at an earlier price. False if one of its payments is pending or succeeded. */
async function endStart(viewer: Viewer, id: string): Promise<boolean> {
  const where = { id: orderIdOf(id, 1) };
  const order = await db().order.findUnique({ where, include: { lines: true } });
  if (order && (await isPaid(viewer, order))) return false;
  const pending = { orderId: where.id, state: { in: [...PENDING_STATES] } };
  if ((await db().payment.count({ where: pending })) > 0) return false;
  const [row] = await loadSubscriptions([id]);
  return row?.state === "starting" && endSubscription(row);
}

/** Pending payments are synced first: an earlier press may have succeeded without being recorded. */
async function isPaid(viewer: Viewer, { id, state }: PlacedOrder): Promise<boolean> {
  if (state === "paid") return true;
  const open = { orderId: id, state: { in: [...PENDING_STATES] } };
  for (const payment of await db().payment.findMany({ where: open, select: { id: true } })) {
    if (wasCaptured((await syncPayment(viewer, payment.id)).state)) return true;
  }
  return false;
}

const notSaved = () => new AppError({ code: "card.unusable", message: "A subscription needs a saved card" });

const notOffered = () =>
  new AppError({ code: "not-found", message: "This product is not offered on this plan" });

const offerChanged = () =>
  new AppError({
    code: "offer.changed",
    message: "The offer has changed since the shopper saw it",
    sentence:
      "This offer has changed since you opened the page: you may have started this in another tab. Check your subscriptions, or reload this page. Nothing was charged.",
  });
