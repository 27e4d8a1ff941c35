import { expect, test } from "vitest";
import { lengthOf, lengthUntil } from "./demo-clock";

const after = (step: "day" | "month", from: string) =>
  new Date(Date.parse(from) + lengthOf(step, new Date(from))).toISOString();

test.each([
  ["2026-11-22T10:00:00.000Z", "2026-12-22T10:00:00.000Z"],
  ["2027-01-31T10:00:00.000Z", "2027-02-28T10:00:00.000Z"],
  ["2028-01-31T10:00:00.000Z", "2028-02-29T10:00:00.000Z"],
  ["2026-12-31T23:59:59.000Z", "2027-01-31T23:59:59.000Z"],
])("a month after %s is %s", (from, to) => {
  expect(after("month", from)).toBe(to);
});

test("a day is a day, over the end of a year too", () => {
  expect(after("day", "2026-12-31T10:00:00.000Z")).toBe("2027-01-01T10:00:00.000Z");
});

test.each([
  ["2026-12-01", 1],
  ["2027-11-30", 365],
  ["2026-11-30", null],
  ["2026-11-29", null],
  ["2040-01-01", null],
  ["2026-02-31", null],
  ["tomorrow", null],
  ["", null],
])("from 30 November 2026, the clock moves to %j by %s days", (day, days) => {
  const length = lengthUntil(day, new Date("2026-11-30T10:00:00.000Z"));
  expect(length).toBe(days === null ? null : days * 86_400_000);
});
