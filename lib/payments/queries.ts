import { ownOrder, type Shopper } from "@/lib/auth/shopper";
import { db } from "@/lib/platform/db";
import { AppError } from "@/lib/platform/errors";
import { log } from "@/lib/platform/log";
import type { Payment, Prisma } from "@/prisma/generated/client";
import { type PaymentStatus, sourcesOf } from "./payment-status";

export type PaymentRow = Payment;

/** The shopper's payment. A stranger's and one that never was get the same answer. */
export async function requirePayment(shopper: Shopper, id: string): Promise<PaymentRow> {
  const row = await db().payment.findFirst({ where: { id, order: ownOrder(shopper) } });
  if (!row) throw new AppError({ code: "not-found", message: "The shopper has no such payment" });
  return row;
}

/** Moves a payment, if it may move there from where it is now: the rule is part of the update. Answers the row after. */
export async function move(
  { id }: { id: string },
  to: PaymentStatus,
  data: Omit<Prisma.PaymentUpdateManyMutationInput, "state"> = {},
): Promise<PaymentRow> {
  const from = { in: sourcesOf(to) };
  const moving = { where: { id, state: from }, data: { ...data, state: to } };
  const [moved] = await db().payment.updateManyAndReturn(moving);
  if (moved) log.info("payment.moved", { paymentId: id, to });
  return moved ?? db().payment.findUniqueOrThrow({ where: { id } });
}
