import { now } from "@/lib/clock";
import { db } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { toDecimal } from "@/lib/money";
import { CardRejectedError, InvalidRequestError, type Refund as MadeRefund } from "@/lib/processout";
import type { Prisma } from "@/prisma/generated/client";
import { syncPayment } from "../payments/sync";
import { processout } from "../processout";
import type { Shopper } from "../shopper";

type OpenRefund = Prisma.RefundGetPayload<{ include: { payment: true } }>;

/**
 * Brings a refund to its end, whoever left it: the action that made it, or a job after a crash. ProcessOut's list is
 * read first, and only a refund that is not on it is asked for, under the row's own key. Throws UnavailableError and
 * its kin when the outcome cannot be known now; calling again reads first.
 */
export async function settleRefund(shopper: Shopper, id: string): Promise<OpenRefund> {
  const refund = await find(id);
  if (refund.state !== "asking") return refund;
  const made = (await findMade(refund)) ?? (await ask(refund));
  // The payment first: as long as the row is open, nobody else can begin another refund on an old sum.
  await syncPayment(shopper, refund.paymentId);
  const failureCode = made.failureCode ?? (made.refund?.has_failed ? "refund.failed" : null);
  await db().refund.updateMany({
    where: { id, state: "asking" },
    data: {
      state: failureCode ? "failed" : "done",
      refundId: made.refund?.id ?? null,
      failureCode,
      settledAt: await now(),
    },
  });
  return find(id);
}

/** Refunds left open by a crash or an unknown answer. */
export function listOpenRefunds({ askedBefore, limit }: { askedBefore: Date; limit: number }) {
  return db().refund.findMany({
    where: { state: "asking", askedAt: { lt: askedBefore } },
    select: { id: true, payment: { select: { order: { select: { userId: true, guestKey: true } } } } },
    orderBy: { askedAt: "asc" },
    take: limit,
  });
}

const find = (id: string) => db().refund.findUniqueOrThrow({ where: { id }, include: { payment: true } });

type Made = { refund?: MadeRefund | undefined; failureCode?: string };

async function findMade({ id, payment }: OpenRefund): Promise<Made | null> {
  if (!payment.transactionId) throw nothingTaken();
  for await (const refund of processout().transactions.listRefunds(payment.transactionId)) {
    if (refund.metadata?.refund === id) return { refund };
  }
  return null;
}

async function ask({ id, amount: minor, reason, payment }: OpenRefund): Promise<Made> {
  if (!payment.invoiceId) throw nothingTaken();
  const amount = toDecimal({ minor, currency: payment.currency });
  const input = { amount, reason, metadata: { refund: id } };
  try {
    return {
      refund: await processout().invoices.refund(payment.invoiceId, input, {
        idempotencyKey: `refund:${id}`,
      }),
    };
  } catch (error) {
    if (!(error instanceof CardRejectedError || error instanceof InvalidRequestError)) throw error;
    return { failureCode: error.code ?? "refund.failed" };
  }
}

const nothingTaken = () =>
  new AppError({ code: "refund.nothing-taken", message: "The payment was never at ProcessOut" });
