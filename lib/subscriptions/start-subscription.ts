import { inScope } from "@/lib/auth/scope";
import type { Viewer } from "@/lib/auth/viewer";
import { CONSENTS, type ConsentVersion } from "@/lib/payments/consent";
import type { Contact } from "@/lib/payments/order";
import { isTaken, UNSETTLED } from "@/lib/payments/payment-status";
import type { PlacedOrder } from "@/lib/payments/place-order";
import { recordConsent } from "@/lib/payments/save-with-payment";
import type { PayWith } from "@/lib/payments/source";
import { payOrder, type StartedPayment } from "@/lib/payments/start";
import { syncPayment } from "@/lib/payments/sync-payment";
import { now } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db";
import { env } from "@/lib/platform/env";
import { AppError } from "@/lib/platform/errors";
import { end } from "@/lib/renewals/apply-action";
import { type PlanId, plans, plansFor } from "@/lib/shop/catalogue/plans";
import type { Currency } from "@/lib/shop/catalogue/product";
import { findVariant } from "@/lib/shop/catalogue/variants";
import { loadSubscriptions } from "./queries";
import { orderIdOf, periodFacts, periodLine } from "./renewal-order";

/** What a subscription is for, as an address says it. */
export type Terms = { sku: string; planId: PlanId; quantity: number; currency: Currency };

export type StartInput = Terms & {
  /** Of the offer the shopper was shown. */
  fingerprint: string;
  contact: Contact;
  payWith: PayWith;
  consent: ConsentVersion;
};

/**
 * Begins a subscription with the payment of its first period, for which the shopper is there. A second press and a
 * second tab go on with the same one; once it has begun, an older tab is told so (AppError `subscription.changed`)
 * and nothing is charged.
 */
export async function startSubscription(viewer: Viewer, input: StartInput): Promise<StartedPayment> {
  if (!(input.consent in CONSENTS)) throw noSuchPlan();
  if (input.fingerprint !== (await offerFingerprint(viewer, input))) throw changed();
  const order = await ensureFirstOrder(viewer, input);
  if (await isPaid(viewer, order)) return { kind: "paid", orderRef: order.id };
  await db().order.updateMany({ where: { id: order.id, state: "open" }, data: input.contact });
  return payPeriodWith(viewer, order, input);
}

/** Pays an open period with a card that is kept: once it has paid, it is the subscription's. */
export async function payPeriodWith(
  viewer: Viewer,
  order: PlacedOrder,
  { payWith, consent }: { payWith: PayWith; consent: ConsentVersion },
): Promise<StartedPayment> {
  const started = await payOrder(viewer, order, payWith);
  const card = await db().savedCard.findFirst({ where: { ...inScope(viewer), tokenId: started.source } });
  if (!card) throw new AppError({ code: "card.unusable", message: "A subscription needs a saved card" });
  await recordConsent(viewer, { savedCardId: card.id, version: consent });
  return started;
}

/**
 * What the page was drawn for: the terms, and how many of them the viewer has begun already. It changes when one is
 * begun, so a page left open in another tab cannot begin a second one by mistake.
 */
export async function offerFingerprint(viewer: Viewer, terms: Terms): Promise<string> {
  const { sku, planId, quantity, currency } = terms;
  const { price } = priceOf(terms);
  const begun = await db().subscription.count({
    where: { ...inScope(viewer), sku, ...plans[planId], quantity, state: { not: "starting" } },
  });
  return [sku, planId, quantity, currency, price, begun].join("*");
}

/** What is on offer, priced now. AppError for what is not sold, or not in this way. */
export function priceOf(terms: Terms) {
  const { sku, quantity, currency } = terms;
  const variant = findVariant(sku);
  if (!variant || !isOffered(terms)) throw noSuchPlan();
  return { variant, price: variant.prices[currency] * quantity };
}

export function isOffered({ sku, planId, quantity }: Terms): boolean {
  const variant = findVariant(sku);
  const most = plans[planId].count === null ? MOST : 1;
  const isSane = Number.isInteger(quantity) && quantity >= 1 && quantity <= most;
  return isSane && variant !== undefined && plansFor(variant.product).includes(planId);
}

const MOST = 12;

async function ensureFirstOrder(viewer: Viewer, input: StartInput): Promise<PlacedOrder> {
  const { userId } = viewer;
  const { sku, quantity, currency } = input;
  const { variant, price } = priceOf(input);
  const createdAt = await now();
  const terms = { userId, projectId: env().PROCESSOUT_PROJECT_ID, sku, quantity, ...plans[input.planId] };
  await db().subscription.createMany({
    data: { ...terms, currency, price, createdAt, wakeAt: createdAt },
    skipDuplicates: true,
  });
  const starting = { ...terms, state: "starting" } as const;
  const row = await db().subscription.findFirst({ where: starting });
  if (!row) throw changed();
  if (row.price !== price || row.currency !== currency) {
    if (!(await giveUpStart(viewer, row.id))) throw changed();
    return ensureFirstOrder(viewer, input);
  }
  const { slug, name } = variant.product;
  const facts = { ...input.contact, ...periodFacts(row, 1, createdAt) };
  const line = periodLine(row, 1, { sku, slug, name, detail: variant.detail });
  await db().$transaction([
    db().order.createMany({ data: [facts], skipDuplicates: true }),
    db().orderLine.createMany({ data: [{ ...line, orderId: facts.id }], skipDuplicates: true }),
  ]);
  return db().order.findUniqueOrThrow({ where: { id: orderIdOf(row.id, 1) }, include: { lines: true } });
}

/** A start in another currency, or at an earlier price, makes way unless somebody may still be paying for it. */
async function giveUpStart(viewer: Viewer, id: string): Promise<boolean> {
  const where = { id: orderIdOf(id, 1) };
  const order = await db().order.findUnique({ where, include: { lines: true } });
  if (order && (await isPaid(viewer, order))) return false;
  const unsettled = { orderId: where.id, state: { in: [...UNSETTLED] } };
  if ((await db().payment.count({ where: unsettled })) > 0) return false;
  const [row] = await loadSubscriptions([id]);
  return row?.state === "starting" && end(row);
}

/** An earlier press may have come through without anybody hearing of it: payments still open are looked at. */
async function isPaid(viewer: Viewer, { id, state }: PlacedOrder): Promise<boolean> {
  if (state === "paid") return true;
  const open = { orderId: id, state: { in: [...UNSETTLED] } };
  for (const payment of await db().payment.findMany({ where: open, select: { id: true } })) {
    if (isTaken((await syncPayment(viewer, payment.id)).state)) return true;
  }
  return false;
}

const noSuchPlan = () => new AppError({ code: "not-found", message: "This is not sold in this way" });

const changed = () =>
  new AppError({
    code: "subscription.changed",
    message: "The offer is not what the shopper was shown",
    sentence:
      "Something changed since this page was opened: you may have started this in another tab. Look at your subscriptions, or open this page again. Nothing was charged.",
  });
