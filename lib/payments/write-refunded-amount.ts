import { db } from "@/lib/platform/db";
import { log } from "@/lib/platform/log";
import type { Prisma } from "@/prisma/generated/client";
import type { Reading } from "./interpret-transaction";
import { isTaken } from "./payment-status";
import type { PaymentRow } from "./queries";

/**
 * Writes what ProcessOut says was given back of a payment that was taken: more, or less again, since a refund can
 * fail later. Only over the sum that was there before ProcessOut was read, so that of two readings the older one never
 * overwrites the newer. Answers the row after.
 */
export async function writeRefunded(
  { id, state, refundedAmount }: PaymentRow,
  { status, refunded }: Pick<Reading, "status" | "refunded">,
  seen: Prisma.PaymentUpdateManyMutationInput,
): Promise<PaymentRow> {
  // What was taken once is never anything else.
  const data = status && isTaken(status) ? { ...seen, state: status, refundedAmount: refunded } : seen;
  const [row] = await db().payment.updateManyAndReturn({ where: { id, state, refundedAmount }, data });
  if (row && row.state !== state) log.info("payment.moved", { paymentId: id, to: row.state });
  return row ?? db().payment.findUniqueOrThrow({ where: { id } });
}
