import type { StaffViewer } from "@/lib/auth/staff-viewer";
import { orderLabel } from "@/lib/payments/order";
import { REFUND_FAILED_LATER } from "@/lib/payments/refunds";
import { now } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db";
import { DAY_MS } from "@/lib/platform/durations";
import { env } from "@/lib/platform/env";
import { money } from "@/lib/platform/money";
import { inRepeatableRead } from "@/lib/platform/repeatable-read";
import type { Prisma } from "@/prisma/generated/client";
import type { FailedRefund } from "./screens";

const SHOWN_FOR_MS = 30 * DAY_MS;

/** Refunds of the last 30 days that completed and failed afterwards: staff have to pay the shopper in another way. */
export async function listFailedRefunds(_: StaffViewer): Promise<FailedRefund[]> {
  return (await findFailedRefunds()).map(toFailedRefund);
}

/** Those of them after which no other refund of the payment was made. */
export async function listUnpaidFailedRefunds(): Promise<FailedRefund[]> {
  const rows = await findFailedRefunds();
  return rows.filter(({ payment, completedAt }) => !wasRepeated(payment, completedAt)).map(toFailedRefund);
}

const wasRepeated = ({ refunds }: FailedRefundRow["payment"], failedAt: Date | null) =>
  refunds.some(({ state, requestedAt }) => state !== "failed" && failedAt && requestedAt > failedAt);

const withOrder = { payment: { include: { order: true, refunds: true } } } satisfies Prisma.RefundInclude;

type FailedRefundRow = Prisma.RefundGetPayload<{ include: typeof withOrder }>;

async function findFailedRefunds(): Promise<FailedRefundRow[]> {
  const since = new Date((await now()).getTime() - SHOWN_FOR_MS);
  return inRepeatableRead(
    db().refund.findMany({
      where: {
        failureCode: REFUND_FAILED_LATER,
        completedAt: { gte: since },
        payment: { projectId: env().PROCESSOUT_PROJECT_ID },
      },
      include: withOrder,
      orderBy: { completedAt: "desc" },
      take: 20,
    }),
  );
}

function toFailedRefund({ id, amount, completedAt, requestedAt, payment }: FailedRefundRow): FailedRefund {
  const { id: paymentId, currency, order } = payment;
  const at = completedAt ?? requestedAt;
  const label = orderLabel(order.number);
  return { id, paymentId, orderLabel: label, name: order.name, amount: money(amount, currency), at };
}
