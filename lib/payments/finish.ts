import { setTimeout } from "node:timers/promises";
import type { Shopper } from "@/lib/auth/shopper";
import { db } from "@/lib/platform/db";
import { sentenceOf } from "@/lib/platform/error-sentences";
import { log } from "@/lib/platform/log";
import { RateLimitedError, UnavailableError } from "@/lib/processout";
import type { PaymentEnding } from "./payment-result";
import { isSettled, isTaken } from "./payment-status";
import { move, type PaymentRow, requirePayment } from "./queries";
import { refOf } from "./read-orders";
import { syncPayment } from "./sync-payment";

/**
 * The browser says that its part is over. Its word is not enough: the transaction is read, checked and captured. What
 * cannot be found out now is `waiting`, never a guess.
 */
export async function finishPayment(shopper: Shopper, { id }: { id: string }): Promise<PaymentEnding> {
  return endingOf(await tryToSync(shopper, id));
}

/**
 * The browser gave up: refused, canceled, out of time, offline (`code` is the browser script's). ProcessOut is asked
 * first, and a payment it has authorized is captured all the same: the shopper hears *paid*. Otherwise this try ends
 * here, and an authorization that arrives later is voided.
 */
export async function cancelPayment(
  shopper: Shopper,
  { id, code }: { id: string; code: string },
): Promise<PaymentEnding> {
  const seen = await tryToSync(shopper, id);
  if (isSettled(seen.state)) return endingOf(seen);
  // Authorized and not captured yet: that is under way elsewhere, or its outcome is unknown.
  if (seen.state === "authorized") return endingOf(seen);
  await move(seen, "failed", { failureCode: code });
  return endingOf(await tryToSync(shopper, id));
}

const A_MOMENT_MS = 500;

/**
 * As far as it can be known now. An unknown outcome is read once more in a moment: a webhook may be having the same
 * payment captured, and ProcessOut answers only one of two at a time. What stays unknown is left to the row.
 */
async function tryToSync(shopper: Shopper, id: string, triesLeft = 1): Promise<PaymentRow> {
  try {
    return await syncPayment(shopper, id);
  } catch (error) {
    if (!(error instanceof UnavailableError || error instanceof RateLimitedError)) throw error;
    log.warn("payment.unknown", { paymentId: id, error });
    if (triesLeft === 0) return requirePayment(shopper, id);
    await setTimeout(A_MOMENT_MS);
    return tryToSync(shopper, id, triesLeft - 1);
  }
}

async function endingOf({ state, orderId, failureCode }: PaymentRow): Promise<PaymentEnding> {
  if (isSettled(state) && !isTaken(state)) {
    const code = failureCode ?? "payment.voided";
    return { kind: "refused", code, message: sentenceOf(code) };
  }
  const where = { id: orderId };
  const order = await db().order.findUniqueOrThrow({ where, select: { id: true, guestKey: true } });
  return { kind: isTaken(state) ? "paid" : "waiting", orderRef: refOf(order) };
}
