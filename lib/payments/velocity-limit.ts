import { now } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db";
import { DAY_MS, HOUR_MS } from "@/lib/platform/durations";
import { AppError } from "@/lib/platform/errors";
import type { Prisma } from "@/prisma/generated/client";
import { TAKEN } from "./payment-status";
import type { PlacedOrder } from "./place-order";
import type { PaymentRow } from "./queries";

/**
 * How many tries that did not pay are let through in an hour. A shopper whose card is declined tries two or three
 * more; somebody who tries out stolen numbers, hundreds. An address may be a whole office's.
 */
export const MOST_TRIES = { shopper: 8, address: 20 };

const REFUSED = "payment.too-many-tries";

/**
 * Lets a new try to pay through, or throws AppError `payment.too-many-tries` before ProcessOut hears of it: counted for
 * the cart, the account and the address, whichever there are. What was paid does not count, and neither does what was
 * refused here. The try's own row is committed before, so tries made at the same time see each other.
 */
export async function requireTriesLeft(order: PlacedOrder, payment: PaymentRow): Promise<void> {
  // With an invoice it is one that was let through before.
  if (payment.invoiceId) return;
  const { userId, cartId, id } = order;
  const counts = await Promise.all([
    countOthers(payment, { order: cartId ? { cartId } : { id } }),
    userId ? countOthers(payment, { order: { userId } }) : 0,
    payment.addressKey ? countOthers(payment, { addressKey: payment.addressKey }) : 0,
  ]);
  const [cart, account, address] = counts;
  if (Math.max(cart, account) < MOST_TRIES.shopper && address < MOST_TRIES.address) return;
  const message = `Too many tries in an hour: cart ${cart}, account ${account}, address ${address}`;
  throw new AppError({ code: REFUSED, message });
}

async function countOthers({ id, startedAt }: PaymentRow, of: Prisma.PaymentWhereInput): Promise<number> {
  return db().payment.count({
    where: {
      ...of,
      id: { not: id },
      initiation: "cit",
      state: { notIn: [...TAKEN] },
      startedAt: { gt: new Date(startedAt.getTime() - HOUR_MS) },
      OR: [{ failureCode: null }, { failureCode: { not: REFUSED } }],
    },
  });
}

/** An address tells nothing any more once its hour is over. Background work only. */
export async function forgetAddresses(): Promise<void> {
  const before = new Date((await now()).getTime() - DAY_MS);
  await db().payment.updateMany({
    where: { addressKey: { not: null }, startedAt: { lt: before } },
    data: { addressKey: null },
  });
}
