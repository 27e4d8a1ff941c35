import type { Operation, TransactionRow } from "../../../store/payment-rows";

/** Source of new ids, the time and the gateway's references: an argument, so that tests compare whole records. */
export type Stamp = {
  now: string;
  /** `prefix_` and 32 characters. */
  id: (prefix: string) => string;
  /** Lower-case hex digits. */
  hex: (length: number) => string;
  /** Decimal digits. */
  digits: (length: number) => string;
};

/** A decline by the issuer or the gateway. The recommendation is the schemes' retry advice. */
export type Decline = {
  code: string;
  message: string;
  recommendation?: { code: string; reason: string };
};

type Step = Pick<Operation, "type" | "amount"> & Partial<Operation>;

/** Appends one operation. The caller updates the totals. */
export function record(transaction: TransactionRow, step: Step, stamp: Stamp): TransactionRow {
  const operation: Operation = {
    id: stamp.id("tr_op"),
    is_attempt: false,
    has_failed: false,
    is_accountable: false,
    created_at: stamp.now,
    card_id: transaction.card_id,
    token_id: transaction.token_id,
    gateway_operation_id: null,
    gateway_data: null,
    metadata: {},
    error_code: null,
    error_message: null,
    recommendation_code: null,
    recommendation_reason: null,
    scheme_id: null,
    authorization_code: null,
    arn: null,
    capture_type: null,
    ...step,
  };
  return { ...transaction, operations: [...transaction.operations, operation] };
}

/**
 * One exchange with the gateway: the attempt, then its outcome, both with the reference that ProcessOut's own
 * sandbox gateway gives ("test-valid", server-api.md §4.5).
 */
export function recordExchange(
  transaction: TransactionRow,
  step: Step,
  outcome: Decline | null,
  stamp: Stamp,
): TransactionRow {
  const gateway = {
    gateway_operation_id: `test-valid-${stamp.hex(16)}`,
    gateway_data: { token: "test-valid" },
  };
  const attempted = record(transaction, { ...step, ...gateway, is_attempt: true }, stamp);
  if (outcome === null) return record(attempted, { ...step, ...gateway, is_accountable: true }, stamp);
  const failure = {
    has_failed: true,
    error_code: outcome.code,
    error_message: outcome.message,
    recommendation_code: outcome.recommendation?.code ?? null,
    recommendation_reason: outcome.recommendation?.reason ?? null,
  };
  return record(attempted, { type: step.type, amount: step.amount, ...gateway, ...failure }, stamp);
}
