import { now } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db";
import { DAY_MS, HOUR_MS } from "@/lib/platform/durations";
import { AppError } from "@/lib/platform/errors";
import type { Prisma } from "@/prisma/generated/client";
import { CAPTURED_STATES } from "./payment-status";
import type { PlacedOrder } from "./place-order";
import type { PaymentRow } from "./queries";

/**
 * Attempts per hour that were not captured. A shopper whose card is declined makes two or three more; a thief who tests
 * stolen card numbers makes hundreds. A network address may belong to a whole office.
 */
export const MAX_ATTEMPTS = { shopper: 8, address: 20 };

const LIMITED = "payment.too-many-attempts";

/**
 * Throws AppError `payment.too-many-attempts` before ProcessOut is asked. Attempts are counted per cart, account and
 * network address. Captured payments do not count, and neither do attempts that this function stopped. The attempt's own
 * row is committed before, so that concurrent attempts count each other.
 */
export async function requireAttemptsLeft(order: PlacedOrder, payment: PaymentRow): Promise<void> {
  // A payment with an invoice has passed before.
  if (payment.invoiceId) return;
  const { userId, cartId, id } = order;
  const counts = await Promise.all([
    countOthers(payment, { order: cartId ? { cartId } : { id } }),
    userId ? countOthers(payment, { order: { userId } }) : 0,
    payment.addressKey ? countOthers(payment, { addressKey: payment.addressKey }) : 0,
  ]);
  const [cart, account, address] = counts;
  if (Math.max(cart, account) < MAX_ATTEMPTS.shopper && address < MAX_ATTEMPTS.address) return;
  const message = `Too many attempts in an hour: cart ${cart}, account ${account}, address ${address}`;
  throw new AppError({ code: LIMITED, message });
}

async function countOthers({ id, startedAt }: PaymentRow, of: Prisma.PaymentWhereInput): Promise<number> {
  return db().payment.count({
    where: {
      ...of,
      id: { not: id },
      initiation: "cit",
      state: { notIn: [...CAPTURED_STATES] },
      startedAt: { gt: new Date(startedAt.getTime() - HOUR_MS) },
      OR: [{ failureCode: null }, { failureCode: { not: LIMITED } }],
    },
  });
}

/** Deletes the network addresses of attempts that are no longer counted. Background work only. */
export async function deleteOldAddresses(): Promise<void> {
  const before = new Date((await now()).getTime() - DAY_MS);
  await db().payment.updateMany({
    where: { addressKey: { not: null }, startedAt: { lt: before } },
    data: { addressKey: null },
  });
}
