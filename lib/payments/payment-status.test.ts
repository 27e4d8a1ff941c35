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

test("a failed payment stays failed when its authorization arrives", () => {
  expect(statesBefore("authorized")).toEqual(["authorizing"]);
  expect(statesBefore("voided")).toContain("failed");
});

test("a capture is recorded from any pending or failed state", () => {
  expect(statesBefore("captured")).toEqual(["authorizing", "authorized", "failed", "voided"]);
});

test("a payment without an invoice is never captured", () => {
  expect(statesBefore("captured")).not.toContain("created");
});

test("in any order of reads, a captured payment stays captured and a refund stays recorded", () => {
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
