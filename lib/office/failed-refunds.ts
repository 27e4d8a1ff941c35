import type { StaffViewer } from "@/lib/auth/staff-viewer";
import { orderLabel } from "@/lib/payments/order";
import { REFUND_FAILED_LATER } from "@/lib/payments/refunds";
import { now } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db";
import { DAY_MS } from "@/lib/platform/durations";
import { env } from "@/lib/platform/env";
import { money } from "@/lib/platform/money";
import { inRepeatableRead } from "@/lib/platform/repeatable-read";
import type { FailedRefund } from "./screens";

const SHOWN_FOR_MS = 30 * DAY_MS;

/** Refunds of the last 30 days that completed and failed afterwards: staff have to pay the shopper in another way. */
export async function listFailedRefunds(_: StaffViewer): Promise<FailedRefund[]> {
  const since = new Date((await now()).getTime() - SHOWN_FOR_MS);
  const rows = await inRepeatableRead(
    db().refund.findMany({
      where: {
        failureCode: REFUND_FAILED_LATER,
        completedAt: { gte: since },
        payment: { projectId: env().PROCESSOUT_PROJECT_ID },
      },
      include: { payment: { include: { order: true } } },
      orderBy: { completedAt: "desc" },
      take: 20,
    }),
  );
  return rows.map(
    ({ id, amount, completedAt, requestedAt, payment: { id: paymentId, currency, order } }) => ({
      id,
      paymentId,
      orderLabel: orderLabel(order.number),
      name: order.name,
      amount: money(amount, currency),
      at: completedAt ?? requestedAt,
    }),
  );
}
