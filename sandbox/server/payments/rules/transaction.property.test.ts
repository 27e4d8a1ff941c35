import fc from "fast-check";
import { expect, it } from "vitest";
import type { TransactionRow } from "../../../store/payment-rows";
import { CARD_PAYMENT, countingStamp, waitingTransaction } from "../../../test-support/transaction-fixture";
import { readAmount } from "../../amounts";
import { ApiError } from "../../errors";
import { authorize, increment, request } from "./authorization";
import { capture, openAmount, voidAuthorization } from "./capture-and-void";
import { availableAmount, refund } from "./refund";

const DECLINE = { code: "card.declined", message: "Declined" };
const ASKED = { reason: "other", information: "", metadata: {} };

type Move = { kind: string; amount: bigint | null; isFinal: boolean; isDeclined: boolean };

const moves = fc.array(
  fc.record<Move>({
    kind: fc.constantFrom("request", "authorize", "increment", "capture", "void", "refund"),
    amount: fc.option(fc.bigInt({ min: 0n, max: 400_000n })),
    isFinal: fc.boolean(),
    isDeclined: fc.boolean(),
  }),
  { maxLength: 20 },
);

function play(transaction: TransactionRow, move: Move): TransactionRow {
  const stamp = countingStamp();
  const outcome = move.isDeclined ? DECLINE : null;
  const amount = move.amount ?? openAmount(transaction);
  switch (move.kind) {
    case "request":
      return request(transaction, { ...CARD_PAYMENT, incremental: true }, stamp);
    case "authorize":
      return authorize(transaction, outcome, stamp);
    case "increment":
      return increment(transaction, amount, outcome, stamp);
    case "capture":
      return capture(transaction, amount, move.isFinal ? "final" : "non-final", outcome, stamp);
    case "void":
      return voidAuthorization(transaction, move.amount, stamp);
    default:
      return refund(transaction, { ...ASKED, amount: move.amount }, outcome, stamp).transaction;
  }
}

function assertSound(transaction: TransactionRow) {
  const captured = readAmount(transaction.captured_amount);
  const refunded = readAmount(transaction.refunded_amount);
  expect(openAmount(transaction)).toBeGreaterThanOrEqual(0n);
  expect(captured <= readAmount(transaction.authorized_amount)).toBe(true);
  expect(refunded <= captured).toBe(true);
  expect(availableAmount(transaction)).toBe(captured - refunded);
  const { status } = transaction;
  if (status === "waiting" || status === "failed") expect(transaction.authorized_amount).toBe("0");
  if (status === "authorized") expect(captured === 0n && openAmount(transaction) > 0n).toBe(true);
  if (status === "completed") expect(captured > 0n && refunded === 0n).toBe(true);
  if (status === "voided") expect(captured === 0n && openAmount(transaction) === 0n).toBe(true);
  if (status === "refunded") expect(refunded === captured && captured > 0n).toBe(true);
  if (status === "partially-refunded") expect(refunded > 0n && refunded < captured).toBe(true);
}

it("no sequence of requests breaks the arithmetic, and a refused one changes nothing", () => {
  fc.assert(
    fc.property(moves, (sequence) => {
      let transaction = waitingTransaction("29.5");
      for (const move of sequence) {
        try {
          transaction = play(transaction, move);
        } catch (error) {
          if (!(error instanceof ApiError)) throw error;
        }
        assertSound(transaction);
      }
    }),
    { numRuns: 2_000 },
  );
});
