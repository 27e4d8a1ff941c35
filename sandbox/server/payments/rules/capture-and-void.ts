import type { TransactionRow } from "../../../store/payment-rows";
import { type Amount, formatAmount, readAmount } from "../../amounts";
import { requireAmount, requireState } from "./guards";
import { type Decline, recordExchange, type Stamp } from "./operations";

/** Authorized and neither captured nor voided. Invariant: authorized = captured + voided + open. */
export function openAmount(transaction: TransactionRow): Amount {
  const { authorized_amount, captured_amount, voided_amount } = transaction;
  return readAmount(authorized_amount) - readAmount(captured_amount) - readAmount(voided_amount);
}

/**
 * Captures `amount` of the open amount. A capture may be partial and may be followed by others, until one says
 * `final`: that one releases the rest (INF: the facts name `capture_type` final / non-final, not its default).
 * A failed capture leaves the authorization as it was, to be captured again or voided (INF).
 */
export function capture(
  transaction: TransactionRow,
  amount: Amount,
  type: "final" | "non-final",
  outcome: Decline | null,
  stamp: Stamp,
): TransactionRow {
  const open = openAmount(transaction);
  requireState(
    transaction.status === "authorized" || transaction.status === "completed",
    `A transaction that is ${transaction.status} cannot be captured.`,
  );
  requireAmount(amount > 0n && amount <= open, `Between 0 and ${formatAmount(open)} can be captured.`);
  const step = { type: "capture" as const, amount: formatAmount(amount), capture_type: type };
  if (outcome) {
    const recorded = recordExchange(transaction, step, outcome, stamp);
    return { ...recorded, error_code: outcome.code, error_message: outcome.message };
  }
  const released = type === "final" ? open - amount : 0n;
  return {
    ...recordExchange(transaction, { ...step, arn: stamp.digits(23) }, null, stamp),
    status: "completed",
    captured_amount: formatAmount(readAmount(transaction.captured_amount) + amount),
    voided_amount: formatAmount(readAmount(transaction.voided_amount) + released),
    captured_at: stamp.now,
    error_code: null,
    error_message: null,
  };
}

/**
 * Voids `amount` of the open amount, all of it when null. With something captured the transaction stays
 * `completed`; with something still open it stays `authorized`; else it is `voided` (ProcessOut's reference
 * of the void endpoint).
 */
export function voidAuthorization(
  transaction: TransactionRow,
  amount: Amount | null,
  stamp: Stamp,
): TransactionRow {
  const open = openAmount(transaction);
  requireState(
    transaction.status === "authorized" || (transaction.status === "completed" && open > 0n),
    `A transaction that is ${transaction.status} cannot be voided.`,
  );
  const given = amount ?? open;
  // A verification authorizes nothing, and is voided all the same.
  const all = given === open;
  requireAmount(all || (given > 0n && given < open), `Between 0 and ${formatAmount(open)} can be voided.`);
  const recorded = recordExchange(transaction, { type: "void", amount: formatAmount(given) }, null, stamp);
  const isVoided = all && transaction.status === "authorized";
  return {
    ...recorded,
    status: isVoided ? "voided" : transaction.status,
    voided_amount: formatAmount(readAmount(transaction.voided_amount) + given),
    voided_at: stamp.now,
  };
}
