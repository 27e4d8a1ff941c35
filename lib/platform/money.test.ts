import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addMoney,
  compareMoney,
  formatMoney,
  money,
  multiplyMoney,
  parseMoney,
  parseTypedMoney, // eject: office
  splitMoney,
  subtractMoney,
  toDecimal,
} from "./money";

const currencies = fc.constantFrom("EUR", "USD", "JPY", "KRW", "KWD", "TND", "CLF", "AFN");
const minors = fc.integer({ min: -(2 ** 40), max: 2 ** 40 });
const amounts = fc.record({ minor: minors, currency: currencies });

describe("the wire", () => {
  it.each([
    ["29", "EUR", 2900],
    ["29.0000", "EUR", 2900],
    ["0.05", "EUR", 5],
    ["-4.5", "EUR", -450],
    ["1200", "JPY", 1200],
    ["1.25", "KWD", 1250],
    ["0.0001", "CLF", 1],
    ["0", "EUR", 0],
    ["-0", "EUR", 0],
  ])("reads %s %s", (decimal, currency, minor) => {
    expect(parseMoney(decimal, currency)).toEqual({ minor, currency });
  });

  it.each([
    [2900, "EUR", "29.00"],
    [5, "EUR", "0.05"],
    [-5, "EUR", "-0.05"],
    [0, "EUR", "0.00"],
    [1200, "JPY", "1200"],
    [1, "KWD", "0.001"],
    [123456, "CLF", "12.3456"],
  ])("writes %d %s as %s", (minor, currency, decimal) => {
    expect(toDecimal(money(minor, currency))).toBe(decimal);
  });

  it.each(["", " 1", "1,50", "1.", ".5", "1e3", "0x10", "NaN", "+1", "--1", "1.2.3", "١"])(
    "refuses %j",
    (text) => {
      expect(() => parseMoney(text, "EUR")).toThrow(RangeError);
    },
  );

  it.each([
    ["31.8321371", "EUR"],
    ["1.5", "JPY"],
    ["0.0001", "KWD"],
    ["90071992547409.93", "EUR"],
  ])("refuses %s %s, which is no whole number of minor units it can hold", (text, currency) => {
    expect(() => parseMoney(text, currency)).toThrow(RangeError);
  });

  it("gives back every amount it wrote, with at most four decimals", () => {
    fc.assert(
      fc.property(amounts, ({ minor, currency }) => {
        const decimal = toDecimal(money(minor, currency));
        expect(decimal).toMatch(/^-?\d+(\.\d{1,4})?$/);
        expect(parseMoney(decimal, currency)).toEqual(money(minor, currency));
      }),
    );
  });
});

// eject:start office
describe("a typed amount", () => {
  it.each([
    ["12.50", "EUR", 1250],
    [" 12,5 ", "EUR", 1250],
    ["1250", "EUR", 125_000],
    ["1250", "JPY", 1250],
    ["1.250", "KWD", 1250],
  ])("%j in %s is read", (typed, currency, minor) => {
    expect(parseTypedMoney(typed, currency)).toEqual({ minor, currency });
  });

  it.each([
    ["1,250", "EUR"],
    ["1.250", "EUR"],
    ["1 250", "EUR"],
    ["1\u00a0250", "EUR"],
    ["1.250,00", "EUR"],
    ["1,250", "JPY"],
    ["1.250", "JPY"],
    ["1.00", "JPY"],
    ["1,250", "KWD"],
    ["0", "EUR"],
    ["0.00", "EUR"],
    ["-5", "EUR"],
    ["", "EUR"],
    ["12.", "EUR"],
    ["€12", "EUR"],
    ["1e3", "EUR"],
    ["9".repeat(40), "EUR"],
  ])("%j in %s is refused: it could mean another amount, or none", (typed, currency) => {
    expect(parseTypedMoney(typed, currency)).toBeNull();
  });

  it("every amount that a field shows by itself is read as that amount", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2 ** 36 }), currencies, (minor, currency) => {
        expect(parseTypedMoney(toDecimal(money(minor, currency)), currency)).toEqual({ minor, currency });
      }),
    );
  });
});
// eject:end office

describe("arithmetic", () => {
  it("adds what floats cannot", () => {
    expect(toDecimal(addMoney(parseMoney("0.10", "EUR"), parseMoney("0.20", "EUR")))).toBe("0.30");
    expect(toDecimal(multiplyMoney(parseMoney("19.99", "EUR"), 100))).toBe("1999.00");
  });

  it("takes back what it added", () => {
    fc.assert(
      fc.property(minors, minors, (one, other) => {
        const sum = addMoney(money(one, "EUR"), money(other, "EUR"));
        expect(subtractMoney(sum, money(other, "EUR"))).toEqual(money(one, "EUR"));
      }),
    );
  });

  it("splits into parts that differ by one unit at most and add up to the whole", () => {
    fc.assert(
      fc.property(amounts, fc.integer({ min: 1, max: 60 }), ({ minor, currency }, parts) => {
        const split = splitMoney(money(minor, currency), parts).map((part) => part.minor);
        expect(split.reduce((sum, part) => sum + part)).toBe(minor);
        expect(Math.max(...split) - Math.min(...split)).toBeLessThanOrEqual(1);
      }),
    );
  });

  it("orders amounts", () => {
    expect(compareMoney(money(1, "EUR"), money(2, "EUR"))).toBeLessThan(0);
    expect(compareMoney(money(2, "EUR"), money(2, "EUR"))).toBe(0);
  });

  it.each([addMoney, subtractMoney, compareMoney])("never mixes currencies: %o", (operation) => {
    expect(() => operation(money(1, "EUR"), money(1, "USD"))).toThrow("EUR and USD");
  });

  it.each([0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])(
    "refuses %d as minor units or quantity",
    (bad) => {
      expect(() => money(bad, "EUR")).toThrow(RangeError);
      expect(() => multiplyMoney(money(1, "EUR"), bad)).toThrow(RangeError);
      expect(() => splitMoney(money(1, "EUR"), bad)).toThrow(RangeError);
    },
  );

  it("refuses a product too large to be exact", () => {
    expect(() => multiplyMoney(money(2 ** 50, "EUR"), 1000)).toThrow(RangeError);
  });

  it.each(["eur", "EURO", "", "€"])("refuses %j as a currency", (currency) => {
    expect(() => money(1, currency)).toThrow(RangeError);
  });
});

describe("for people", () => {
  it.each([
    ["12.50", "EUR", "en", "€12.50"],
    ["12.50", "EUR", "de", "12,50\u00a0€"],
    ["1200", "JPY", "en", "¥1,200"],
    ["1.250", "KWD", "en", "KWD\u00a01.250"],
    ["-3.10", "GBP", "en", "-£3.10"],
    ["1.50", "AFN", "en", "AFN\u00a01.50"],
  ])("formats %s %s in %s as %s", (decimal, currency, locale, text) => {
    expect(formatMoney(parseMoney(decimal, currency), locale)).toBe(text);
  });

  it("does not round an amount that a float cannot hold", () => {
    expect(formatMoney(money(9_007_199_254_740_991, "EUR"))).toBe("€90,071,992,547,409.91");
  });
});
