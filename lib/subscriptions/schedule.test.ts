import fc from "fast-check";
import { expect, it } from "vitest";
import { DAY_MS } from "@/lib/platform/durations";
import { money } from "@/lib/platform/money";
import { amountOf, dueDates, nextDue, periodWords } from "./schedule";

const at = (text: string) => new Date(`${text}Z`);
const monthly = (startedAt: string) => ({ startedAt: at(startedAt), interval: "month" as const });

it("the next due date of a weekly series is exactly a week later", () => {
  const weekly = { startedAt: at("2026-03-02T08:30"), interval: "week" as const };
  expect(nextDue(weekly, at("2026-03-02T08:30"))).toEqual(at("2026-03-09T08:30"));
  expect(nextDue(weekly, at("2026-03-09T08:31"))).toEqual(at("2026-03-16T08:30"));
});

it("the first due dates of a series are those that it is charged on, one after the other", () => {
  const series = monthly("2026-01-31T10:00");
  const [first, second, third] = dueDates(series, 3);
  expect([first, second, third]).toEqual(
    ["2026-02-28T10:00", "2026-03-31T10:00", "2026-04-30T10:00"].map(at),
  );
  expect([nextDue(series, series.startedAt), nextDue(series, at("2026-02-28T10:00"))]).toEqual([
    first,
    second,
  ]);
});

it.each([
  ["2026-01-31T10:00", "2026-01-31T10:00", "2026-02-28T10:00"],
  ["2026-01-31T10:00", "2026-02-28T10:00", "2026-03-31T10:00"],
  ["2028-01-30T10:00", "2028-02-01T10:00", "2028-02-29T10:00"],
  ["2026-11-30T10:00", "2027-02-28T09:59", "2027-02-28T10:00"],
  ["2026-12-15T10:00", "2026-12-15T10:00", "2027-01-15T10:00"],
])("the next due date of a monthly series that started on %s is, after %s, %s", (startedAt, after, due) => {
  expect(nextDue(monthly(startedAt), at(after))).toEqual(at(due));
});

it("the next due date skips dates that have passed", () => {
  expect(nextDue(monthly("2026-01-10T10:00"), at("2026-04-20T10:00"))).toEqual(at("2026-05-10T10:00"));
});

it("the next due date is always later than the given time, by one interval at most", () => {
  const date = fc.date({ min: at("2024-01-01T00:00"), max: at("2030-01-01T00:00"), noInvalidDate: true });
  const days = { week: 7, month: 31 };
  fc.assert(
    fc.property(
      date,
      fc.nat(2_000),
      fc.constantFrom("week" as const, "month" as const),
      (startedAt, later, interval) => {
        const after = new Date(startedAt.getTime() + later * DAY_MS);
        const gap = nextDue({ startedAt, interval }, after).getTime() - after.getTime();
        expect(gap).toBeGreaterThan(0);
        expect(gap).toBeLessThanOrEqual(days[interval] * DAY_MS);
      },
    ),
  );
});

it("the amount of a period is the price when there are no instalments", () => {
  expect(amountOf({ price: money(1250, "EUR"), count: null }, 7)).toEqual(money(1250, "EUR"));
});

it("the amount of a period adds up to the price over all instalments", () => {
  const terms = { price: money(100_000, "EUR"), count: 3 };
  const parts = [1, 2, 3].map((period) => amountOf(terms, period).minor);
  expect(parts).toEqual([33_334, 33_333, 33_333]);
  expect(() => amountOf(terms, 4)).toThrow(RangeError);
});

it.each([
  [
    { name: "Bosun", count: 3, period: 2, isAutomatic: true },
    "Bosun, instalment 2 of 3, charged automatically",
  ],
  [{ name: "Bosun", count: 3, period: 1, isAutomatic: false }, "Bosun, instalment 1 of 3"],
  [
    { name: "Landfall", count: null, period: 5, isAutomatic: true },
    "Landfall, every month, charged automatically",
  ],
])("%j is told as a period of its series", (period, words) => {
  expect(periodWords({ interval: "month", ...period })).toBe(words);
});
