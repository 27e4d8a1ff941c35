import { inScope } from "@/lib/auth/scope";
import type { Viewer } from "@/lib/auth/viewer";
import { now } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db";
import { log } from "@/lib/platform/log";
import { NotFoundError } from "@/lib/processout";
import { customerInput } from "./profile";

/*
 * The Customer may be gone: deleted in ProcessOut's dashboard or by another app, or never there because another
 * account is behind the project id. Every call that names a Customer can find out (`isCustomerGone`). Then its row is
 * reset to the next generation and its cards are marked removed (`forgetCustomer`); a call that needs a Customer
 * creates the next one and runs once more (`withCustomer` in ensure-customer.ts).
 */

/** Whether ProcessOut answered 404 for the Customer itself, rather than for its token or card. */
export const isCustomerGone = (error: unknown) =>
  error instanceof NotFoundError && error.code === "resource.customer.not-found";

/**
 * Starts the next generation of the viewer's Customer and marks the cards of this one removed, in one transaction. The
 * condition on `customerId` makes concurrent and repeated calls reset it once.
 */
export async function forgetCustomer(viewer: Viewer, customerId: string): Promise<void> {
  const user = await db().user.findUniqueOrThrow({ where: { id: viewer.userId } });
  const profile = JSON.stringify(customerInput(user));
  const removedAt = await now();
  const [{ count }] = await db().$transaction([
    db().processOutCustomer.updateMany({
      where: { ...inScope(viewer), customerId },
      data: { customerId: null, generation: { increment: 1 }, profile, defaultTokenId: null, currency: null },
    }),
    db().savedCard.updateMany({
      where: { ...inScope(viewer), customerId, removedAt: null },
      data: { state: "removed", isChargeable: false, cardId: null, removedAt },
    }),
  ]);
  if (count === 1) log.warn("customer.gone", { userId: viewer.userId, customerId });
}
