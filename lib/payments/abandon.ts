import type { Shopper } from "@/lib/auth/shopper";
import { isSettled } from "./payment-status";
import { move, type PaymentRow } from "./queries";
import { syncPayment } from "./sync-payment";

/** Ends a payment nobody came back to, if ProcessOut has nothing to say for it. Its invoice may still be authorized: then that is voided. */
export async function abandonPayment(shopper: Shopper, id: string): Promise<PaymentRow> {
  const seen = await syncPayment(shopper, id);
  if (isSettled(seen.state) || seen.state === "authorized") return seen;
  await move(seen, "failed", { failureCode: "payment.abandoned" });
  return syncPayment(shopper, id);
}
