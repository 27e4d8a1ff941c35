import type { StaffViewer } from "@/lib/auth/staff-viewer";
import { orderLabel } from "@/lib/payments/order";
import { REFUND_FAILED_LATER } from "@/lib/payments/refund-schedule";
import { now } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db";
import { DAY_MS } from "@/lib/platform/durations";
import { env } from "@/lib/platform/env";
import { money } from "@/lib/platform/money";
import { asOfOneMoment } from "@/lib/platform/repeatable-read";
import type { SentBackRefund } from "./screens";

const SHOWN_FOR_MS = 30 * DAY_MS;

/** Refunds that failed after they went through, within the last 30 days: somebody has to pay in another way. */
export async function listSentBack(_: StaffViewer): Promise<SentBackRefund[]> {
  const since = new Date((await now()).getTime() - SHOWN_FOR_MS);
  const rows = await asOfOneMoment(
    db().refund.findMany({
      where: {
        failureCode: REFUND_FAILED_LATER,
        settledAt: { gte: since },
        payment: { projectId: env().PROCESSOUT_PROJECT_ID },
      },
      include: { payment: { include: { order: true } } },
      orderBy: { settledAt: "desc" },
      take: 20,
    }),
  );
  return rows.map(({ id, amount, settledAt, askedAt, payment: { id: paymentId, currency, order } }) => ({
    id,
    paymentId,
    orderLabel: orderLabel(order.number),
    name: order.name,
    amount: money(amount, currency),
    at: settledAt ?? askedAt,
  }));
}
