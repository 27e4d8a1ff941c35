import { asSystem } from "@/lib/auth/as-system";
import { db } from "@/lib/platform/db";
import { env } from "@/lib/platform/env";
import type { ProcessOutEvent } from "@/lib/processout";
import type { EventHandler } from "@/lib/webhooks/handler";
import { subjectOf } from "@/lib/webhooks/subject";
import { wasCaptured } from "./payment-status";
import { recheckRefunds } from "./refunds";
import { syncPayment } from "./sync-payment";

/**
 * transaction.authorized, .captured, .failed, .refunded …, invoice.completed …: syncs the payment, and its refunds,
 * because ProcessOut has no event for a refund that fails later. A payment's row and its invoice's id are committed
 * before anything can be charged, so an invoice without a payment never gets one later: it verified a card, or it
 * belongs to another app on the same project.
 */
export const handlePaymentEvent: EventHandler = async (event) => {
  const invoiceId = subjectOf(event, "iv_") ?? invoiceOfTransaction(event);
  const payment = invoiceId && (await findPaymentOfInvoice(invoiceId));
  if (!payment) return { done: "No payment of this shop" };
  if (wasCaptured(payment.state) && payment.order.state === "paid" && OF_CAPTURE.has(event.name)) {
    return { done: `The payment was ${payment.state} before` };
  }
  const { userId, guestKey } = payment.order;
  const shopper = userId ? asSystem(userId) : { guestKey: guestKey ?? "" };
  const { state } = await syncPayment(shopper, payment.id);
  if (wasCaptured(state)) await recheckRefunds({ paymentId: payment.id });
  return { done: `The payment is ${state}` };
};

/** Nothing new about a payment whose capture this app recorded itself: ProcessOut is not asked again. */
const OF_CAPTURE = new Set([
  "transaction.requested",
  "transaction.authorized",
  "transaction.captured",
  "invoice.completed",
]);

const findPaymentOfInvoice = (invoiceId: string) =>
  db().payment.findUnique({
    where: { projectId_invoiceId: { projectId: env().PROCESSOUT_PROJECT_ID, invoiceId } },
    select: { id: true, state: true, order: { select: { userId: true, guestKey: true, state: true } } },
  });

/** The invoice that the event names. Only used to find the payment to sync, never to decide anything. */
function invoiceOfTransaction({ data }: ProcessOutEvent): string | undefined {
  for (const value of Object.values(data ?? {})) {
    const { invoice_id: id } = (value ?? {}) as { invoice_id?: unknown };
    if (typeof id === "string") return id;
  }
  return undefined;
}
