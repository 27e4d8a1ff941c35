import type { Viewer } from "@/lib/auth/viewer";
import type { StartedPayment } from "@/lib/payments/checkout";
import { syncOrder } from "@/lib/payments/sync-payment";
import { now } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db";
import { AppError } from "@/lib/platform/errors";
import { requireSubscription } from "./queries";
import { ensureNextOrders, orderIdOf } from "./renewal-order";
import { payPeriodWith } from "./start-subscription";
import { hasOutstanding } from "./subscription-status";

/**
 * Starts the payment of the outstanding period with a saved card (CIT): the shopper's way out of every decline. When
 * it succeeds, the card pays for the subscription, and later MITs reference this payment. Pending payments are synced
 * first, since an earlier press may have succeeded without being recorded.
 *
 * Throws AppError `subscription.nothing-outstanding`, and `card.unusable` for a card that a decline of this period bars.
 */
export async function payOutstanding(
  viewer: Viewer,
  { id, cardId }: { id: string; cardId: string },
): Promise<StartedPayment> {
  const row = await requireSubscription(viewer, id);
  if (!hasOutstanding(row.state)) throw nothingOutstanding(id);
  await ensureNextOrders([row], await now());
  const where = { id: orderIdOf(id, row.paidPeriods + 1) };
  await syncOrder(viewer, where.id);
  const order = await db().order.findUniqueOrThrow({ where, include: { lines: true } });
  if (order.state === "paid") return { kind: "paid", orderRef: order.id };
  if (order.state !== "open") throw nothingOutstanding(id);
  return payPeriodWith(viewer, order, {
    entryPoint: "Pay what is outstanding",
    payWith: { kind: "saved", id: cardId },
  });
}

const nothingOutstanding = (id: string) =>
  new AppError({
    code: "subscription.nothing-outstanding",
    message: `Subscription ${id} has no outstanding payment`,
    sentence: "There is nothing left to pay for this subscription. Refresh the page to see its state.",
  });
