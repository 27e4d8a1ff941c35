import { registerPaidOrderHandlers } from "@/lib/payments/record-paid-order";
import { handlePaidPeriod } from "@/lib/subscriptions/mark-period-paid"; // eject: subscriptions

/** Which feature handles a paid order, by the order's intent. Every process that syncs payments calls this at start. */
export const registerAfterPayment = () =>
  registerPaidOrderHandlers({
    recurring: handlePaidPeriod, // eject: subscriptions
    installment: handlePaidPeriod, // eject: subscriptions
  });
