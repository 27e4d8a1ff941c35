import { now } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db";
import { log } from "@/lib/platform/log";
import type { OrderIntent } from "@/prisma/generated/client";
import type { PaymentRow } from "./queries";

/**
 * Lets one payment be the one that is captured for its order: the first to ask, again and again, also when the order
 * has been paid with it since it was read. False: the order is being paid by another, or was given up, and this
 * payment's authorization must go.
 */
export async function claimOrder({ id, orderId }: PaymentRow): Promise<boolean> {
  const { count } = await db().order.updateMany({
    where: { id: orderId, OR: [{ state: "open", paidById: null }, { paidById: id }] },
    data: { paidById: id },
  });
  return count === 1;
}

/** The capture was refused for good: another card may pay. */
export async function releaseOrder({ id, orderId }: PaymentRow): Promise<void> {
  const claimed = { id: orderId, state: "open", paidById: id } as const;
  await db().order.updateMany({ where: claimed, data: { paidById: null } });
}

/**
 * Marks the order of a captured payment as paid, and does what follows from it, once. Returns false if the order was
 * paid before.
 */
export type PaidOrderHandler = (payment: PaymentRow, paidAt: Date) => Promise<boolean>;

type SeriesIntent = Exclude<OrderIntent, "one_off">;

const slot = globalThis as typeof globalThis & {
  paidOrderHandlers?: Record<SeriesIntent, PaidOrderHandler>;
};

/**
 * What follows from a paid order is known to the feature that placed it. Payments handles carts (`one_off`); a feature
 * above registers a handler for each other intent. `app/after-payment.ts` composes them, and every process that calls
 * `syncPayment` registers them when it starts. Kept on `globalThis`, because Next.js bundles `instrumentation.ts` apart
 * from the routes.
 */
export function registerPaidOrderHandlers(handlers: Record<SeriesIntent, PaidOrderHandler>): void {
  slot.paidOrderHandlers = handlers;
}

/** The handler for orders of this intent. Throws if the process has not registered it: no such order may be charged. */
export function requirePaidOrderHandler(intent: OrderIntent): PaidOrderHandler {
  if (intent === "one_off") return payForCart;
  const handler = slot.paidOrderHandlers?.[intent];
  if (!handler) throw new Error(`No handler for paid ${intent} orders: see app/after-payment.ts`);
  return handler;
}

/** The payment is captured: its order is paid, once, and what follows from that is done in the same transaction. */
export async function markPaid(payment: PaymentRow): Promise<void> {
  const where = { id: payment.orderId };
  const { intent } = await db().order.findUniqueOrThrow({ where, select: { intent: true } });
  const isFirst = await requirePaidOrderHandler(intent)(payment, await now());
  if (!isFirst) await expectPaidBy(payment);
}

/** What was paid for leaves the cart. Another tab may have added to it in the meantime: that stays. */
async function payForCart({ id, orderId }: PaymentRow, paidAt: Date): Promise<boolean> {
  return db().$transaction(async (tx) => {
    const open = { id: orderId, state: { not: "paid" } } as const;
    const data = { state: "paid", paidById: id, paidAt } as const;
    const [order] = await tx.order.updateManyAndReturn({ where: open, data });
    if (!order) return false;
    const { cartId } = order;
    const lines = cartId ? await tx.orderLine.findMany({ where: { orderId } }) : [];
    for (const { sku, quantity } of lines) {
      const where = { cartId: cartId ?? "", sku };
      await tx.cartLine.deleteMany({ where: { ...where, quantity: { lte: quantity } } });
      await tx.cartLine.updateMany({ where, data: { quantity: { decrement: quantity } } });
    }
    return true;
  });
}

/** Two payments of one order cannot happen through this app: both were captured elsewhere. A person has to refund one. */
export async function expectPaidBy({ id, orderId }: PaymentRow): Promise<void> {
  const order = await db().order.findUniqueOrThrow({ where: { id: orderId }, select: { paidById: true } });
  if (order.paidById !== id) log.error("order.paid-twice", { orderId, paymentId: id, other: order.paidById });
}
