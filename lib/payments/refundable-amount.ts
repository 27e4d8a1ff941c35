import { isTaken, type PaymentStatus } from "./payment-status";

type Refunded = {
  state: PaymentStatus;
  amount: number;
  refundedAmount: number;
  refunds: { state: string; amount: number }[];
};

/**
 * Minor units that can still be refunded. ProcessOut's refunded amount includes refunds made in its dashboard; our rows
 * include refunds that ProcessOut has not counted yet. The larger sum counts.
 */
export function refundableAmount({ state, amount, refundedAmount, refunds }: Refunded): number {
  if (!isTaken(state)) return 0;
  const ours = refunds.reduce((sum, refund) => (refund.state === "failed" ? sum : sum + refund.amount), 0);
  return Math.max(0, amount - Math.max(refundedAmount, ours));
}
