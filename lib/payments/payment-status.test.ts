import fc from "fast-check";
import { expect, test } from "vitest";
import { isSettled, isTaken, type PaymentStatus, sourcesOf } from "./payment-status";

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
  expect(sourcesOf("authorized")).toEqual(["authorizing"]);
  expect(sourcesOf("voided")).toContain("failed");
});

test("money that was taken is believed from any unsettled or refused state", () => {
  expect(sourcesOf("captured")).toEqual(["authorizing", "authorized", "failed", "voided"]);
});

test("nothing is captured before the browser was given an invoice", () => {
  expect(sourcesOf("captured")).not.toContain("created");
});

test("whatever is read in whatever order, taken money stays taken and a refund is not forgotten", () => {
  const apply = (state: PaymentStatus, to: PaymentStatus) => (sourcesOf(to).includes(state) ? to : state);
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...all)), (readings) => {
      let state: PaymentStatus = "created";
      for (const reading of readings) {
        const before = state;
        state = apply(state, reading);
        if (isTaken(before)) expect(isTaken(state)).toBe(true);
        if (before === "refunded") expect(state).toBe("refunded");
        if (isSettled(before)) expect(isSettled(state)).toBe(true);
      }
    }),
  );
});
