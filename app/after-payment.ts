import { registerDisputeHandler } from "@/lib/payments/disputes"; // eject: subscriptions
import { registerPeriodDescriber } from "@/lib/payments/receipts"; // eject: subscriptions
import { registerPaidOrderHandlers } from "@/lib/payments/record-paid-order";
import { describePeriods } from "@/lib/subscriptions/describe-periods"; // eject: subscriptions
import { handlePaidPeriod } from "@/lib/subscriptions/mark-period-paid"; // eject: subscriptions
import { pauseForDispute } from "@/lib/subscriptions/pause-for-dispute"; // eject: subscriptions

/**
 * Which feature handles a paid order, by the order's intent, and a disputed one, and which names a period. Every process that syncs payments calls
 * this at start.
 */
export function registerAfterPayment() {
  registerPaidOrderHandlers({
    recurring: handlePaidPeriod, // eject: subscriptions
    installment: handlePaidPeriod, // eject: subscriptions
  });
  registerDisputeHandler(pauseForDispute); // eject: subscriptions
  registerPeriodDescriber(describePeriods); // eject: subscriptions
}
