import { ownOrder, type Shopper } from "@/lib/auth/shopper";
import { db } from "@/lib/platform/db";
import { AppError } from "@/lib/platform/errors";
import { log } from "@/lib/platform/log";
import type { Payment, Prisma } from "@/prisma/generated/client";
import { type PaymentStatus, statesBefore } from "./payment-status";

export type PaymentRow = Payment;

/** The shopper's payment. Throws the same AppError `not-found` for another shopper's payment and for one that does not exist. */
export async function requirePayment(shopper: Shopper, id: string): Promise<PaymentRow> {
  const row = await db().payment.findFirst({ where: { id, order: ownOrder(shopper) } });
  if (!row) throw new AppError({ code: "not-found", message: "The shopper has no such payment" });
  return row;
}

/**
 * Compare-and-set on `state`: moves the payment if its present state allows it, else changes nothing. Returns the row
 * as it is afterwards.
 */
export async function transitionPayment(
  { id }: { id: string },
  to: PaymentStatus,
  data: Omit<Prisma.PaymentUpdateManyMutationInput, "state"> = {},
): Promise<PaymentRow> {
  const from = { in: statesBefore(to) };
  const [moved] = await db().payment.updateManyAndReturn({
    where: { id, state: from },
    data: { ...data, state: to },
  });
  if (moved) log.info("payment.moved", { paymentId: id, to });
  return moved ?? db().payment.findUniqueOrThrow({ where: { id } });
}
