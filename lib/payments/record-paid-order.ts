import { giveBackAttempt } from "@/lib/cards/velocity-limit";
import { now } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db";
import { log } from "@/lib/platform/log";
import type { OrderIntent } from "@/prisma/generated/client";
import type { PaymentRow } from "./queries";

/**
 * Marks the order of a captured payment as paid, and does what follows from it, in one transaction. Returns false if
 * the order was paid before, and then changes nothing.
 */
export type PaidOrderHandler = (payment: PaymentRow, paidAt: Date) => Promise<boolean>;

type SeriesIntent = Exclude<OrderIntent, "one_off">;

const slot = globalThis as typeof globalThis & {
  paidOrderHandlers?: Partial<Record<SeriesIntent, PaidOrderHandler>>;
};

/**
 * What follows from a paid order is known to the feature that placed it. Payments handles carts (`one_off`); a feature
 * above registers a handler for each other intent. `app/after-payment.ts` composes them, and every process that calls
 * `syncPayment` registers them when it starts. Kept on `globalThis`, because Next.js bundles `instrumentation.ts` apart
 * from the routes.
 */
export function registerPaidOrderHandlers(handlers: Partial<Record<SeriesIntent, PaidOrderHandler>>): void {
  slot.paidOrderHandlers = handlers;
}

/** The handler for orders of this intent. Throws if this process registered none: such an order must not be charged. */
export function requirePaidOrderHandler(intent: OrderIntent): PaidOrderHandler {
  if (intent === "one_off") return markCartOrderPaid;
  const handler = slot.paidOrderHandlers?.[intent];
  if (!handler) throw new Error(`No handler for paid ${intent} orders: see app/after-payment.ts`);
  return handler;
}

/** Records once that the order of a captured payment is paid, and takes its attempt back from the limit. */
export async function markOrderPaid(payment: PaymentRow): Promise<void> {
  const where = { id: payment.orderId };
  const select = { intent: true, userId: true };
  const { intent, userId } = await db().order.findUniqueOrThrow({ where, select });
  const isFirst = await requirePaidOrderHandler(intent)(payment, await now());
  if (!isFirst) return logIfPaidTwice(payment);
  if (payment.initiation === "cit") await giveBackAttempt({ ...payment, userId, at: payment.startedAt });
}

/** Removes the paid lines from the cart. What another tab has added to it in the meantime stays. */
async function markCartOrderPaid({ id, orderId }: PaymentRow, paidAt: Date): Promise<boolean> {
  return db().$transaction(async (tx) => {
    const unpaid = { id: orderId, state: { not: "paid" } } as const;
    const data = { state: "paid", paidById: id, paidAt } as const;
    const [order] = await tx.order.updateManyAndReturn({ where: unpaid, data });
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

/**
 * Two captured payments of one order cannot come from this app: one was captured elsewhere. Logs an error, because a
 * person has to refund one of them.
 */
export async function logIfPaidTwice({ id, orderId }: PaymentRow): Promise<void> {
  const order = await db().order.findUniqueOrThrow({ where: { id: orderId }, select: { paidById: true } });
  if (order.paidById !== id) log.error("order.paid-twice", { orderId, paymentId: id, other: order.paidById });
}
