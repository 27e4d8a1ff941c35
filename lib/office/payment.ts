import type { StaffViewer } from "@/lib/auth/staff-viewer";
import { isTaken } from "@/lib/payments/payment-status";
import { REFUND_FAILED_LATER } from "@/lib/payments/refund-schedule";
import { db } from "@/lib/platform/db";
import { env } from "@/lib/platform/env";
import { AppError } from "@/lib/platform/errors";
import { money } from "@/lib/platform/money";
import type { Prisma } from "@/prisma/generated/client";
import { toOfficePayment, withOrder } from "./payments";
import type { OfficePaymentFile } from "./screens";

const inFull = { ...withOrder, refunds: { orderBy: { askedAt: "desc" } } } satisfies Prisma.PaymentInclude;

export type FullPayment = Prisma.PaymentGetPayload<{ include: typeof inFull }>;

export async function getPayment(staff: StaffViewer, id: string): Promise<OfficePaymentFile | null> {
  const row = await findPayment(staff, id);
  if (!row) return null;
  const { currency, refunds, failureCode, authorizedAt, capturedAt, syncedAt } = row;
  return {
    ...toOfficePayment(row),
    left: money(leftOf(row), currency),
    failureCode,
    authorizedAt,
    capturedAt,
    syncedAt,
    ids: await idsOf(row),
    refunds: refunds.map(({ id, state, amount, reason, failureCode: problem, staff, askedAt }) => {
      const seen = problem === REFUND_FAILED_LATER ? "sent_back" : state;
      return { id, state: seen, amount: money(amount, currency), reason, problem, staff, askedAt };
    }),
  };
}

export async function requirePayment(staff: StaffViewer, id: string): Promise<FullPayment> {
  const row = await findPayment(staff, id);
  if (!row) throw new AppError({ code: "not-found", message: "There is no such payment" });
  return row;
}

const findPayment = (_: StaffViewer, id: string): Promise<FullPayment | null> =>
  db().payment.findFirst({ where: { id, projectId: env().PROCESSOUT_PROJECT_ID }, include: inFull });

type Counted = Pick<FullPayment, "state" | "amount" | "refundedAmount"> & {
  refunds: { state: string; amount: number }[];
};

/**
 * Minor units that may still be given back. What ProcessOut says was refunded includes what was done in its dashboard;
 * what is in our own rows includes what it has not counted yet. The larger one is believed.
 */
export function leftOf({ state, amount, refundedAmount, refunds }: Counted): number {
  if (!isTaken(state)) return 0;
  const ours = refunds.reduce((sum, refund) => (refund.state === "failed" ? sum : sum + refund.amount), 0);
  return Math.max(0, amount - Math.max(refundedAmount, ours));
}

async function idsOf({ invoiceId, transactionId, customerId, cardId, savedCardId, refunds }: FullPayment) {
  const card = savedCardId && (await db().savedCard.findUnique({ where: { id: savedCardId } }));
  const known = [
    ["Invoice", invoiceId],
    ["Transaction", transactionId],
    ["ProcessOut Customer", customerId],
    ["Token", card ? card.tokenId : null],
    ["Card", cardId],
    ...refunds.map(({ refundId }) => ["Refund", refundId] as const),
  ] as const;
  return known.flatMap(([label, value]) => (value ? [{ label, value }] : []));
}
