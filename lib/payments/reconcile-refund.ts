import type { Shopper } from "@/lib/auth/shopper";
import { now } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db";
import { AppError } from "@/lib/platform/errors";
import { toDecimal } from "@/lib/platform/money";
import { processout, processoutOnce } from "@/lib/platform/processout";
import { CardRejectedError, InvalidRequestError, type Refund as MadeRefund } from "@/lib/processout";
import type { Prisma } from "@/prisma/generated/client";
import { leaseFrom, nextLook, REFUND_FAILED_LATER } from "./refund-schedule";
import { syncPayment } from "./sync-payment";

type RefundRow = Prisma.RefundGetPayload<{ include: { payment: true } }>;

/**
 * Brings a refund to its end, whoever left it: the action that made it, or a job after a crash; and finds out whether
 * one that went through has failed since. One looks at a time: somebody else's is answered as it stands. Throws
 * UnavailableError and its kin when the outcome cannot be known now; from the end of the lease, calling again reads
 * first.
 */
export async function settleRefund(shopper: Shopper, id: string): Promise<RefundRow> {
  const at = await now();
  const isDue = { id, wakeAt: { lte: at } };
  const { count } = await db().refund.updateMany({ where: isDue, data: { wakeAt: leaseFrom(at) } });
  return count === 1 ? settleTakenRefund(shopper, id) : find(id);
}

/**
 * The same for whoever has the lease. ProcessOut's list is read first, and only a refund that is not on it is asked
 * for: once, under the row's own key.
 */
export async function settleTakenRefund(shopper: Shopper, id: string): Promise<RefundRow> {
  const refund = await find(id);
  const made = (await findMade(refund)) ?? (refund.state === "asking" ? await ask(refund) : {});
  // The payment first: as long as the row is open, nobody else can begin another refund on an old sum.
  await syncPayment(shopper, refund.paymentId);
  await write(refund, made);
  return find(id);
}

/** After an event about a payment: those of its refunds that went through may be why. */
export async function recheckRefunds({ paymentId }: { paymentId: string }): Promise<void> {
  const where = { paymentId, state: "done", wakeAt: { not: null } } as const;
  for (const refund of await db().refund.findMany({ where, include: { payment: true } })) {
    const made = await findMade(refund);
    if (made) await write(refund, made);
  }
}

/** Refunds left open by a crash or an unknown answer, and those that may have failed since. */
export async function listRefundsToSettle({ limit }: { limit: number }) {
  return db().refund.findMany({
    where: { wakeAt: { lte: await now() } },
    select: { id: true, payment: { select: { order: { select: { userId: true, guestKey: true } } } } },
    orderBy: { wakeAt: "asc" },
    take: limit,
  });
}

const find = (id: string) => db().refund.findUniqueOrThrow({ where: { id }, include: { payment: true } });

type Made = { refund?: MadeRefund | undefined; failureCode?: string };

async function findMade({ id, payment }: RefundRow): Promise<Made | null> {
  if (!payment.transactionId) throw nothingTaken();
  for await (const refund of processout().transactions.listRefunds(payment.transactionId)) {
    if (refund.metadata?.refund === id) return { refund };
  }
  return null;
}

async function ask({ id, amount: minor, reason, payment }: RefundRow): Promise<Made> {
  if (!payment.invoiceId) throw nothingTaken();
  const amount = toDecimal({ minor, currency: payment.currency });
  const input = { amount, reason, metadata: { refund: id } };
  const idempotencyKey = `refund:${id}`;
  try {
    return { refund: await processoutOnce().invoices.refund(payment.invoiceId, input, { idempotencyKey }) };
  } catch (error) {
    if (!(error instanceof CardRejectedError || error instanceof InvalidRequestError)) throw error;
    return { failureCode: error.code ?? "refund.failed" };
  }
}

async function write({ id, state, askedAt }: RefundRow, { refund, failureCode }: Made): Promise<void> {
  const at = await now();
  const failure = state === "done" ? REFUND_FAILED_LATER : "refund.failed";
  const problem = failureCode ?? (refund?.has_failed ? failure : null);
  const end = problem
    ? { state: "failed" as const, failureCode: problem, settledAt: at, wakeAt: null }
    : {
        state: "done" as const,
        wakeAt: nextLook({ askedAt, at }),
        ...(state === "asking" && { settledAt: at }),
      };
  const data = { ...end, ...(refund && { refundId: refund.id }) };
  await db().refund.updateMany({ where: { id, state }, data });
}

const nothingTaken = () =>
  new AppError({ code: "refund.nothing-taken", message: "The payment was never at ProcessOut" });
