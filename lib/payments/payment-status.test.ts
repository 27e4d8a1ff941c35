import fc from "fast-check";
import { expect, test } from "vitest";
import { isFinal, type PaymentStatus, statesBefore, wasCaptured } from "./payment-status";

const all: PaymentStatus[] = [
  "created",
  "authorizing",
  "authorized",
  "captured",
  "failed",
  "voided",
  "partially_refunded",
  "refunded",
];

test("a payment that failed is never taken up again by an authorization", () => {
  expect(statesBefore("authorized")).toEqual(["authorizing"]);
  expect(statesBefore("voided")).toContain("failed");
});

test("money that was taken is believed from any unsettled or refused state", () => {
  expect(statesBefore("captured")).toEqual(["authorizing", "authorized", "failed", "voided"]);
});

test("nothing is captured before the browser was given an invoice", () => {
  expect(statesBefore("captured")).not.toContain("created");
});

test("whatever is read in whatever order, taken money stays taken and a refund is not forgotten", () => {
  const apply = (state: PaymentStatus, to: PaymentStatus) => (statesBefore(to).includes(state) ? to : state);
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...all)), (readings) => {
      let state: PaymentStatus = "created";
      for (const reading of readings) {
        const before = state;
        state = apply(state, reading);
        if (wasCaptured(before)) expect(wasCaptured(state)).toBe(true);
        if (before === "refunded") expect(state).toBe("refunded");
        if (isFinal(before)) expect(isFinal(state)).toBe(true);
      }
    }),
  );
});
