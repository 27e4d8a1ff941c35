import { describe, expect, it } from "vitest";
import { expiryProblem, formatExpiry, parseExpiry } from "./expiry";

describe("expiry dates", () => {
  it.each([
    ["12 / 34", 12, 2034],
    ["12/34", 12, 2034],
    ["1/2034", 1, 2034],
    ["0734", 7, 2034],
    ["", 0, 0],
    ["12", 12, 0],
  ])("%s is read", (text, month, year) => {
    expect(parseExpiry(text)).toEqual({ month, year });
  });

  it.each([
    ["2", "02 / "],
    ["1", "1"],
    ["12", "12 / "],
    ["13", "01 / 3"],
    ["1/", "01 / "],
    ["1234", "12 / 34"],
    ["12/2034", "12 / 34"],
    ["122034", "12 / 34"],
    ["abc", ""],
  ])("%s is drawn while it is typed", (typed, drawn) => {
    expect(formatExpiry(typed)).toBe(drawn);
  });

  it("the slash of an expiry date can be erased", () => {
    expect(formatExpiry("12 /", true)).toBe("12");
  });

  it("an expiry date is valid until the end of its month", () => {
    const now = new Date(2026, 10, 30);
    expect(expiryProblem(11, 2026, now)).toBeUndefined();
    expect(expiryProblem(10, 2026, now)).toBe("card.invalid-date");
    expect(expiryProblem(13, 2030, now)).toBe("card.invalid-month");
    expect(expiryProblem(1, 2025, now)).toBe("card.invalid-year");
    expect(expiryProblem(1, 0, now)).toBe("card.invalid-year");
  });
});
