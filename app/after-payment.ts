import { registerDisputeHandler } from "@/lib/payments/disputes"; // eject: subscriptions
import { registerPaidOrderHandlers } from "@/lib/payments/record-paid-order";
import { handlePaidPeriod } from "@/lib/subscriptions/mark-period-paid"; // eject: subscriptions
import { pauseForDispute } from "@/lib/subscriptions/pause-for-dispute"; // eject: subscriptions

/**
 * Which feature handles a paid order, by the order's intent, and a disputed one. Every process that syncs payments calls
 * this at start.
 */
export function registerAfterPayment() {
  registerPaidOrderHandlers({
    recurring: handlePaidPeriod, // eject: subscriptions
    installment: handlePaidPeriod, // eject: subscriptions
  });
  registerDisputeHandler(pauseForDispute); // eject: subscriptions
}
