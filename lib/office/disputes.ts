import type { StaffViewer } from "@/lib/auth/staff-viewer";
import { now } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db";
import { DAY_MS } from "@/lib/platform/durations";
import { env } from "@/lib/platform/env";
import { inRepeatableRead } from "@/lib/platform/repeatable-read";
import { decideAfterDispute } from "@/lib/subscriptions/pause-for-dispute";
import type { Prisma } from "@/prisma/generated/client";
import { asAccount } from "./as-shopper";
import { recordAction } from "./audit";
import { toOfficePayment, withOrder } from "./payments";
import type { OfficePayment } from "./screens";

const SHOWN_FOR_MS = 30 * DAY_MS;

/** The shop has to answer the bank, or staff have to decide how a subscription goes on. */
export const isAwaitingStaff = {
  OR: [
    { dispute: { in: ["opened", "retrieval_request"] } },
    { dispute: { not: null }, order: { subscription: { disputedAt: { not: null }, state: "paused" } } },
  ],
} satisfies Prisma.PaymentWhereInput;

/** Payments with a dispute that waits for staff, and disputes of the last 30 days. */
export async function listDisputes(_: StaffViewer): Promise<OfficePayment[]> {
  const since = new Date((await now()).getTime() - SHOWN_FOR_MS);
  const rows = await inRepeatableRead(
    db().payment.findMany({
      where: {
        projectId: env().PROCESSOUT_PROJECT_ID,
        dispute: { not: null },
        OR: [isAwaitingStaff, { disputes: { some: { seenAt: { gte: since } } } }],
      },
      include: withOrder,
      orderBy: [{ startedAt: "desc" }, { id: "desc" }],
      take: 50,
    }),
  );
  return rows.map(toOfficePayment);
}

/** Resumes or ends a series that a dispute paused. The audit entry is written before it is done. */
export async function decideOnDisputed(
  staff: StaffViewer,
  { id, decision }: { id: string; decision: "resume" | "end" },
): Promise<void> {
  const detail = "after a dispute";
  await recordAction(staff, { action: decision, subject: id, detail, at: await now() });
  const { userId } = await db().subscription.findUniqueOrThrow({ where: { id }, select: { userId: true } });
  await decideAfterDispute(asAccount(staff, userId), { id, isEnding: decision === "end" });
}
