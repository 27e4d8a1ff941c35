import type { Viewer } from "@/lib/auth/viewer";
import { consentFor } from "@/lib/payments/consent";
import { settleOrder } from "@/lib/payments/reconcile-order";
import type { StartedPayment } from "@/lib/payments/start";
import { now } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db";
import { AppError } from "@/lib/platform/errors";
import { placeOrders } from "@/lib/renewals/create-renewal-orders";
import { requireSubscription } from "./queries";
import { listRefusedCards } from "./refused-cards";
import { orderIdOf } from "./renewal-order";
import { payPeriodWith } from "./start-subscription";

/**
 * The shopper pays what is owed, with the bank's check if it wants one: the way out of every decline. The card they
 * choose pays from then on, and what follows leans on this payment. An earlier press may have come through without
 * anybody hearing of it, so payments still open are looked at first. AppError when nothing is owed, and for a card
 * that was refused for good.
 */
export async function payDue(
  viewer: Viewer,
  { id, cardId }: { id: string; cardId: string },
): Promise<StartedPayment> {
  const row = await requireSubscription(viewer, id);
  if (!OWING.has(row.state)) throw nothingOwed(id);
  if (listRefusedCards(row).includes(cardId)) throw refusedForGood(cardId);
  await placeOrders([row], await now());
  await settleOrder(viewer, orderIdOf(id, row.paidPeriods + 1));
  const order = await db().order.findUniqueOrThrow({
    where: { id: orderIdOf(id, row.paidPeriods + 1) },
    include: { lines: true },
  });
  if (order.state === "paid") return { kind: "paid", orderRef: order.id };
  if (order.state !== "open") throw nothingOwed(id);
  return payPeriodWith(viewer, order, {
    payWith: { kind: "saved", id: cardId },
    consent: consentFor(row),
  });
}

const OWING = new Set(["retrying", "needs_authentication", "needs_card"]);

const refusedForGood = (cardId: string) =>
  new AppError({
    code: "card.unusable",
    message: `Card ${cardId} was refused for good`,
    sentence: "This card was refused for good. Please choose another one.",
  });

const nothingOwed = (id: string) =>
  new AppError({
    code: "subscription.nothing-owed",
    message: `Nothing is owed for subscription ${id}`,
    sentence: "There is nothing to pay here any more. Please look at the page again.",
  });
