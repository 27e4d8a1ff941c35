import { expect, test } from "vitest";
import { nextCheck, refundableAmount } from "./refunds";

const requestedAt = new Date("2026-11-01T10:00:00Z");

test("a successful refund is reconciled daily", () => {
  const at = new Date("2026-11-05T10:00:00Z");
  expect(nextCheck({ requestedAt, at })).toEqual(new Date("2026-11-06T10:00:00Z"));
});

test("a successful refund is not reconciled after thirty days", () => {
  expect(nextCheck({ requestedAt, at: new Date("2026-11-30T10:00:00Z") })).not.toBeNull();
  expect(nextCheck({ requestedAt, at: new Date("2026-11-30T10:00:01Z") })).toBeNull();
});

const captured = { state: "captured", amount: 3000, refundedAmount: 0, dispute: null, refunds: [] } as const;
const refund = (state: string, amount: number) => ({ state, amount });

test("a captured payment is refundable in full", () => {
  expect(refundableAmount({ ...captured, refunds: [] })).toBe(3000);
});

test.each(["created", "authorizing", "authorized", "failed", "voided"] as const)(
  "a payment that is %s is not refundable",
  (state) => {
    expect(refundableAmount({ ...captured, state, refunds: [] })).toBe(0);
  },
);

test.each([
  ["opened", 0],
  ["lost", 0],
  ["won", 3000],
  ["retrieval_request", 3000],
  ["fraud_notification", 3000],
] as const)("of a payment whose dispute is %s, %d can be refunded", (dispute, refundable) => {
  expect(refundableAmount({ ...captured, dispute, refunds: [] })).toBe(refundable);
});

test("a refund counts while it is pending and not after it failed", () => {
  expect(refundableAmount({ ...captured, refunds: [refund("requested", 1000)] })).toBe(2000);
  expect(refundableAmount({ ...captured, refunds: [refund("failed", 1000)] })).toBe(3000);
});

test("ProcessOut's refunded amount and our refunds are not added up", () => {
  expect(refundableAmount({ ...captured, refundedAmount: 1000, refunds: [refund("succeeded", 1000)] })).toBe(
    2000,
  );
});

test("a refund that was made in ProcessOut's dashboard counts", () => {
  expect(refundableAmount({ ...captured, refundedAmount: 2500, refunds: [refund("succeeded", 1000)] })).toBe(
    500,
  );
});

test("the refundable amount is never negative", () => {
  expect(
    refundableAmount({
      ...captured,
      refundedAmount: 3000,
      refunds: [refund("succeeded", 3000), refund("requested", 500)],
    }),
  ).toBe(0);
});
