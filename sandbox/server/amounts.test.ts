import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatAmount, parseAmount, readAmount } from "./amounts";

describe("parseAmount", () => {
  it.each([
    ["29", 290_000n],
    ["9.99", 99_900n],
    ["0.0001", 1n],
    ["0", 0n],
    [10.5, 105_000n],
  ])("reads %s exactly", (wire, amount) => expect(parseAmount(wire)).toBe(amount));

  it.each(["", "-1", "1,5", "1.", ".5", "1e3", "0.00001", "NaN", "9999999999999", 1e21, -1, null, {}, [1]])(
    "refuses %j",
    (wire) => expect(parseAmount(wire)).toBeNull(),
  );
});

it("formatAmount writes no forced decimals", () => {
  expect([290_000n, 99_900n, 1n, 0n].map(formatAmount)).toEqual(["29", "9.99", "0.0001", "0"]);
});

it("an amount is equal after formatting and parsing", () => {
  const amounts = fc.bigInt({ min: 0n, max: 10n ** 15n });
  fc.assert(fc.property(amounts, (amount) => parseAmount(formatAmount(amount)) === amount));
});

it("readAmount reads sums that are longer than a given amount may be", () => {
  expect(readAmount(formatAmount(2n * (10n ** 16n - 1n)))).toBe(2n * (10n ** 16n - 1n));
});
