import { asSystem } from "@/lib/auth/as-system";
import type { ProcessOutEvent } from "@/lib/processout";
import type { EventHandler } from "@/lib/webhooks/handler";
import { subjectOf } from "@/lib/webhooks/subject";
import { isTaken } from "./payment-status";
import { findPaymentOfInvoice } from "./pending-payments";
import { recheckRefunds } from "./reconcile-refund";
import { syncPayment } from "./sync-payment";

/**
 * transaction.authorized, .captured, .failed, .refunded …, invoice.completed …: look at the payment again, and at
 * its refunds, for which ProcessOut has no event of their own should one fail later. The row and
 * its invoice's id are committed before anything can be charged, so an invoice without a payment here never gets one
 * later: it verified a card, or belongs to another app on the same project.
 */
export const handlePaymentEvent: EventHandler = async (event) => {
  const invoiceId = subjectOf(event, "iv_") ?? invoiceOfTransaction(event);
  const payment = invoiceId && (await findPaymentOfInvoice(invoiceId));
  if (!payment) return { done: `${event.name}: no payment of this shop` };
  const { userId, guestKey } = payment.order;
  const shopper = userId ? asSystem(userId) : { guestKey: guestKey ?? "" };
  const { state } = await syncPayment(shopper, payment.id);
  if (isTaken(state)) await recheckRefunds({ paymentId: payment.id });
  return { done: `${event.name}: payment ${payment.id} is ${state}` };
};

/** The invoice in the event's own words: only used to find which payment to ask about, never to decide anything. */
function invoiceOfTransaction({ data }: ProcessOutEvent): string | undefined {
  for (const value of Object.values(data ?? {})) {
    const { invoice_id: id } = (value ?? {}) as { invoice_id?: unknown };
    if (typeof id === "string") return id;
  }
  return undefined;
}
