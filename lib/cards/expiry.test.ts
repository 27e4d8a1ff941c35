import { expect, test } from "vitest";
import { expiryOf } from "./expiry";

const at = (iso: string) => new Date(iso);

test.each([
  ["its last second", 11, 2026, "2026-11-30T23:59:59.999Z", "this-month"],
  ["the first second after it", 11, 2026, "2026-12-01T00:00:00.000Z", "expired"],
  ["the first day of its month", 11, 2026, "2026-11-01T00:00:00Z", "this-month"],
  ["the month before", 12, 2026, "2026-11-22T12:00:00Z", "next-month"],
  ["December seen from January", 12, 2026, "2027-01-01T00:00:00Z", "expired"],
  ["January seen from December", 1, 2027, "2026-12-31T23:59:59Z", "next-month"],
  ["two months left", 1, 2027, "2026-11-22T12:00:00Z", "valid"],
  ["years ago", 3, 2020, "2026-11-22T12:00:00Z", "expired"],
])("%s", (_when, expMonth, expYear, now, expected) => {
  expect(expiryOf({ expMonth, expYear }, at(now))).toBe(expected);
});

test("a card whose expiry is not known is not called expired", () => {
  expect(expiryOf({ expMonth: null, expYear: null }, at("2026-11-22T12:00:00Z"))).toBe("valid");
});
