import { expect, test } from "vitest";
import { leftOf } from "./payment";

const taken = { state: "captured", amount: 3000, refundedAmount: 0, refunds: [] } as const;
const refund = (state: string, amount: number) => ({ state, amount });

test("all of a captured payment may be given back", () => {
  expect(leftOf({ ...taken, refunds: [] })).toBe(3000);
});

test.each(["created", "authorizing", "authorized", "failed", "voided"] as const)(
  "of a payment that is %s nothing",
  (state) => {
    expect(leftOf({ ...taken, state, refunds: [] })).toBe(0);
  },
);

test("a refund counts from the moment ProcessOut is asked, and no more once it failed", () => {
  expect(leftOf({ ...taken, refunds: [refund("asking", 1000)] })).toBe(2000);
  expect(leftOf({ ...taken, refunds: [refund("failed", 1000)] })).toBe(3000);
});

test("what ProcessOut says and what we did are not added up", () => {
  expect(leftOf({ ...taken, refundedAmount: 1000, refunds: [refund("done", 1000)] })).toBe(2000);
});

test("a refund from ProcessOut's dashboard counts as well", () => {
  expect(leftOf({ ...taken, refundedAmount: 2500, refunds: [refund("done", 1000)] })).toBe(500);
});

test("it is never less than nothing", () => {
  expect(
    leftOf({ ...taken, refundedAmount: 3000, refunds: [refund("done", 3000), refund("asking", 500)] }),
  ).toBe(0);
});
