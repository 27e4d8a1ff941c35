import type { TransactionRow, TransactionStatus } from "../../../store/payment-rows";
import { readAmount } from "../../amounts";
import { requireState } from "./guards";
import { record, type Stamp } from "./operations";

/** The events of a dispute, by the last part of their `transaction.…` name (§3.6). */
export type Dispute =
  | "chargeback.created"
  | "chargeback.won"
  | "chargeback.lost"
  | "chargeback.retrieval-request"
  | "chargeback.fraud-notification";

const STATUS: Record<Dispute, TransactionStatus> = {
  "chargeback.created": "chargeback-initiated",
  "chargeback.won": "solved",
  "chargeback.lost": "reversed",
  "chargeback.retrieval-request": "retrieval-request",
  "chargeback.fraud-notification": "fraud-notification",
};

/** A notice of the payer's bank after the capture. Amounts stay: a chargeback is not a refund. */
export function dispute(transaction: TransactionRow, kind: Dispute, stamp: Stamp): TransactionRow {
  requireState(readAmount(transaction.captured_amount) > 0n, "Only a captured transaction can be disputed.");
  const marked: TransactionRow = {
    ...transaction,
    status: STATUS[kind],
    received_retrieval_request:
      transaction.received_retrieval_request || kind === "chargeback.retrieval-request",
    received_fraud_notification:
      transaction.received_fraud_notification || kind === "chargeback.fraud-notification",
  };
  if (kind !== "chargeback.created") return marked;
  const step = { type: "chargeback" as const, amount: transaction.captured_amount, is_accountable: true };
  return { ...record(marked, step, stamp), chargedback_at: stamp.now };
}
