import { describe, expect, it } from "vitest";
import {
  CARD_PAYMENT,
  countingStamp,
  requestedTransaction,
  waitingTransaction,
} from "../../../test-support/transaction-fixture";
import { authorize, increment, request } from "./authorization";
import { capture, openAmount, voidAuthorization } from "./capture-and-void";
import { dispute } from "./dispute";
import { refund } from "./refund";

const DECLINE = { code: "card.no-money", message: "Not enough funds" };
const INVALID_AMOUNT = expect.objectContaining({ code: "request.validation.invalid-amount" });
const INVALID_STATE = expect.objectContaining({ code: "gateway.invalid-state" });
const euros = (amount: number) => BigInt(amount) * 10_000n;

function authorized(amount: string) {
  const stamp = countingStamp();
  return { stamp, transaction: authorize(requestedTransaction(amount, stamp), null, stamp) };
}

function captured(amount: string) {
  const { stamp, transaction } = authorized(amount);
  return { stamp, transaction: capture(transaction, openAmount(transaction), "non-final", null, stamp) };
}

describe("authorize", () => {
  it("authorize records the request, the attempt and the result (§4.5)", () => {
    const { operations } = authorized("29").transaction;
    expect(operations.map((operation) => [operation.type, operation.is_attempt])).toEqual([
      ["request", false],
      ["authorization", true],
      ["authorization", false],
    ]);
    expect(operations[0]?.metadata).toEqual({ is_sale: "false" });
    expect(operations[2]?.gateway_data).toEqual({ token: "test-valid" });
    expect(operations[2]?.gateway_operation_id).toMatch(/^test-valid-\w{16}$/);
  });

  it("authorize authorizes the whole amount and captures nothing", () => {
    expect(authorized("29").transaction).toMatchObject({
      status: "authorized",
      authorized_amount: "29",
      captured_amount: "0",
      authorized_at: expect.any(String),
      scheme_id: expect.stringMatching(/^\d{15}$/),
    });
  });

  it("a decline fails the transaction, and another attempt clears it", () => {
    const stamp = countingStamp();
    const failed = authorize(requestedTransaction("29", stamp), DECLINE, stamp);
    expect(failed).toMatchObject({ status: "failed", error_code: "card.no-money", authorized_amount: "0" });
    expect(failed.operations.at(-1)).toMatchObject({ has_failed: true, error_code: "card.no-money" });
    const again = authorize(request(failed, CARD_PAYMENT, stamp), null, stamp);
    expect(again).toMatchObject({ status: "authorized", error_code: null, attempts_count: 2 });
  });

  it("authorize is refused for an authorized transaction", () => {
    const { stamp, transaction } = authorized("29");
    expect(() => request(transaction, CARD_PAYMENT, stamp)).toThrow(INVALID_STATE);
  });
});

describe("capture", () => {
  it("captures may be partial and repeated, up to the authorized amount", () => {
    const { stamp, transaction } = authorized("29");
    const once = capture(transaction, euros(10), "non-final", null, stamp);
    expect(once).toMatchObject({ status: "completed", captured_amount: "10", voided_amount: "0" });
    const twice = capture(once, euros(19), "non-final", null, stamp);
    expect(twice.captured_amount).toBe("29");
    expect(() => capture(once, euros(20), "non-final", null, stamp)).toThrow(INVALID_AMOUNT);
    expect(() => capture(twice, euros(1), "non-final", null, stamp)).toThrow(INVALID_AMOUNT);
  });

  it("a final capture releases the rest", () => {
    const { stamp, transaction } = authorized("29");
    const final = capture(transaction, euros(10), "final", null, stamp);
    expect(final).toMatchObject({ captured_amount: "10", voided_amount: "19" });
    expect(() => capture(final, euros(1), "non-final", null, stamp)).toThrow(INVALID_AMOUNT);
  });

  it("a failed capture leaves the authorization", () => {
    const { stamp, transaction } = authorized("29");
    const failed = capture(transaction, euros(29), "final", DECLINE, stamp);
    expect(failed).toMatchObject({ status: "authorized", captured_amount: "0", error_code: "card.no-money" });
    expect(voidAuthorization(failed, null, stamp).status).toBe("voided");
  });

  it("a capture needs an authorization", () => {
    expect(() => capture(waitingTransaction("29"), euros(29), "final", null, countingStamp())).toThrow(
      INVALID_STATE,
    );
  });
});

describe("void", () => {
  it("a void without an amount releases all", () => {
    const { stamp, transaction } = authorized("29");
    const voided = voidAuthorization(transaction, null, stamp);
    expect(voided).toMatchObject({ status: "voided", voided_amount: "29" });
    expect(() => voidAuthorization(voided, null, stamp)).toThrow(INVALID_STATE);
  });

  it("a partial void leaves the transaction authorized, or completed after a partial capture", () => {
    const { stamp, transaction } = authorized("29");
    const part = voidAuthorization(transaction, euros(9), stamp);
    expect(part).toMatchObject({ status: "authorized", voided_amount: "9" });
    const some = capture(part, euros(10), "non-final", null, stamp);
    expect(voidAuthorization(some, null, stamp)).toMatchObject({ status: "completed", voided_amount: "19" });
    expect(() => voidAuthorization(part, euros(21), stamp)).toThrow(INVALID_AMOUNT);
  });

  it("a zero-amount verification can be voided", () => {
    const { stamp, transaction } = authorized("0");
    expect(voidAuthorization(transaction, null, stamp).status).toBe("voided");
  });

  it("a void is refused once all is captured", () => {
    const { stamp, transaction } = captured("29");
    expect(() => voidAuthorization(transaction, null, stamp)).toThrow(INVALID_STATE);
  });
});

describe("refund", () => {
  const asked = { amount: null, reason: "customer_request", information: "", metadata: {} };

  it("a refund without an amount refunds the rest", () => {
    const { stamp, transaction } = captured("29");
    const part = refund(transaction, { ...asked, amount: euros(9) }, null, stamp);
    expect(part.transaction).toMatchObject({ status: "partially-refunded", refunded_amount: "9" });
    const rest = refund(part.transaction, asked, null, stamp);
    expect(rest.refund.amount).toBe("20");
    expect(rest.transaction).toMatchObject({ status: "refunded", refunded_amount: "29" });
    expect(() => refund(rest.transaction, asked, null, stamp)).toThrow(INVALID_AMOUNT);
  });

  it("a refund over the captured amount is refused", () => {
    const { stamp, transaction } = captured("29");
    expect(() => refund(transaction, { ...asked, amount: euros(30) }, null, stamp)).toThrow(INVALID_AMOUNT);
  });

  it("a declined refund is recorded and changes no amount", () => {
    const { stamp, transaction } = captured("29");
    const { transaction: kept, refund: declined } = refund(transaction, asked, DECLINE, stamp);
    expect(kept).toMatchObject({ status: "completed", refunded_amount: "0" });
    expect(declined).toMatchObject({ amount: "29", has_failed: true });
  });

  it("a refund needs a capture", () => {
    const { stamp, transaction } = authorized("29");
    expect(() => refund(transaction, asked, null, stamp)).toThrow(INVALID_STATE);
  });
});

describe("increment", () => {
  it("an increment raises the amount that can be captured", () => {
    const stamp = countingStamp();
    const asked = request(waitingTransaction("29"), { ...CARD_PAYMENT, incremental: true }, stamp);
    const raised = increment(authorize(asked, null, stamp), euros(6), null, stamp);
    expect(raised).toMatchObject({ authorized_amount: "35", incremented_amount: "6", amount: "29" });
    expect(capture(raised, euros(35), "final", null, stamp).captured_amount).toBe("35");
    const declined = increment(raised, euros(1), DECLINE, stamp);
    expect(declined).toMatchObject({ status: "authorized", authorized_amount: "35" });
  });

  it("an increment needs an incremental authorization", () => {
    const { stamp, transaction } = authorized("29");
    expect(() => increment(transaction, euros(1), null, stamp)).toThrow(INVALID_STATE);
  });
});

describe("dispute", () => {
  it("a dispute needs a capture and keeps the amounts", () => {
    const { stamp, transaction } = captured("29");
    const open = dispute(transaction, "chargeback.created", stamp);
    expect(open).toMatchObject({ status: "chargeback-initiated", chargedback_at: stamp.now });
    expect(open.operations.at(-1)?.type).toBe("chargeback");
    expect(dispute(open, "chargeback.won", stamp)).toMatchObject({ status: "solved", captured_amount: "29" });
  });
});
