import type { RefundRow, TransactionRow } from "../../../store/payment-rows";
import { type Amount, formatAmount, readAmount } from "../../amounts";
import { requireAmount, requireState } from "./guards";
import { type Decline, recordExchange, type Stamp } from "./operations";

export type RefundRequest = {
  /** All that is left when null. */
  amount: Amount | null;
  reason: string;
  information: string;
  metadata: Record<string, string>;
};

/** Captured and not refunded: `available_amount`, and the most that can be refunded. */
export function availableAmount(transaction: TransactionRow): Amount {
  return readAmount(transaction.captured_amount) - readAmount(transaction.refunded_amount);
}

/**
 * Refunds a part or all of what was captured. Nothing left to refund is `request.validation.invalid-amount`
 * (§3.5, recorded). A refused refund is kept, `has_failed`, and counts for nothing.
 */
export function refund(
  transaction: TransactionRow,
  asked: RefundRequest,
  outcome: Decline | null,
  stamp: Stamp,
): { transaction: TransactionRow; refund: Omit<RefundRow, "seq"> } {
  const available = availableAmount(transaction);
  requireState(readAmount(transaction.captured_amount) > 0n, "Only a captured transaction can be refunded.");
  const amount = asked.amount ?? available;
  requireAmount(amount > 0n && amount <= available, `Only ${formatAmount(available)} is left to refund.`);
  const refund = {
    id: stamp.id("refd"),
    project_id: transaction.project_id,
    transaction_id: transaction.id,
    amount: formatAmount(amount),
    reason: asked.reason,
    information: asked.information,
    metadata: asked.metadata,
    has_failed: outcome !== null,
    created_at: stamp.now,
  };
  const step = { type: "refund" as const, amount: refund.amount, metadata: asked.metadata };
  const recorded = recordExchange(transaction, step, outcome, stamp);
  if (outcome) return { transaction: recorded, refund };
  return {
    transaction: {
      ...recorded,
      status: amount === available ? "refunded" : "partially-refunded",
      refunded_amount: formatAmount(readAmount(transaction.refunded_amount) + amount),
      refunded_at: stamp.now,
    },
    refund,
  };
}

/** Fails a refund that had succeeded: its amount counts as not refunded, and can be refunded again. */
export function failLater(
  transaction: TransactionRow,
  { amount, metadata }: RefundRow,
  refusal: Decline,
  stamp: Stamp,
): TransactionRow {
  const left = readAmount(transaction.refunded_amount) - readAmount(amount);
  return {
    ...recordExchange(transaction, { type: "refund", amount, metadata }, refusal, stamp),
    status: left > 0n ? "partially-refunded" : "completed",
    refunded_amount: formatAmount(left),
    refunded_at: left > 0n ? transaction.refunded_at : null,
  };
}
