import { UNSETTLED } from "@/lib/payments/payment-status";
import { db } from "@/lib/platform/db";
import type { Prisma } from "@/prisma/generated/client";

/** A guest's, and nothing that is being paid. Whoever has an account finds their cart again. */
const forgotten = (touchedBefore: Date) =>
  ({
    userId: null,
    touchedAt: { lt: touchedBefore },
    orders: {
      none: {
        state: "open",
        OR: [{ paidById: { not: null } }, { payments: { some: { state: { in: [...UNSETTLED] } } } }],
      },
    },
  }) satisfies Prisma.CartWhereInput;

/** Guests' carts that nobody touched since a time, the longest forgotten first. Background work only. */
export async function listForgottenCarts({ touchedBefore, limit }: { touchedBefore: Date; limit: number }) {
  return db().cart.findMany({
    where: forgotten(touchedBefore),
    select: { id: true },
    orderBy: { touchedAt: "asc" },
    take: limit,
  });
}

/**
 * Gives up a cart and the order that was never paid for it, unless its guest has come back since. An order that was
 * paid stays, and so does what became of the tries to pay the other.
 */
export async function giveUpCart({ id, touchedBefore }: { id: string; touchedBefore: Date }): Promise<void> {
  const cart = { id, ...forgotten(touchedBefore) };
  await db().$transaction([
    db().order.updateMany({ where: { state: "open", cart }, data: { state: "canceled" } }),
    db().cart.deleteMany({ where: cart }),
  ]);
}
