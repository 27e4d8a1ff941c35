import { DAY_MS, WEEK_MS } from "@/lib/platform/durations";
import { type Money, splitMoney } from "@/lib/platform/money";

export type Interval = "week" | "month";

/**
 * The first due date of a series after `after`. Dates are counted from the start of the series, so a month's 31st
 * is the 28th in February and the 31st again in March. Dates that passed while nothing was charged are skipped: a
 * shopper is not charged for deliveries that were never made.
 */
export function nextDue(series: { startedAt: Date; interval: Interval }, after: Date): Date {
  let steps = Math.max(1, stepsBetween(series, after));
  while (dueDate(series, steps) <= after) steps += 1;
  return dueDate(series, steps);
}

/** The first due dates of a series after its start, as many as asked for. */
export const dueDates = (series: { startedAt: Date; interval: Interval }, count: number): Date[] =>
  Array.from({ length: count }, (_, index) => dueDate(series, index + 1));

/** A lower bound of the number of due dates that have passed. */
function stepsBetween({ startedAt, interval }: { startedAt: Date; interval: Interval }, after: Date): number {
  if (interval === "week") return Math.floor((after.getTime() - startedAt.getTime()) / WEEK_MS);
  const years = after.getUTCFullYear() - startedAt.getUTCFullYear();
  return years * 12 + after.getUTCMonth() - startedAt.getUTCMonth() - 1;
}

function dueDate({ startedAt, interval }: { startedAt: Date; interval: Interval }, steps: number): Date {
  if (interval === "week") return new Date(startedAt.getTime() + steps * WEEK_MS);
  const date = new Date(startedAt);
  date.setUTCMonth(startedAt.getUTCMonth() + steps, 1);
  const lastDay = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  date.setUTCDate(Math.min(startedAt.getUTCDate(), lastDay));
  return date;
}

const GRACE_PERIOD_MS = 30 * DAY_MS;

/** When an unpaid subscription lapses: 30 days after the period was due. Instalments never lapse. */
export const lapseDate = (dueAt: Date) => new Date(dueAt.getTime() + GRACE_PERIOD_MS);

/** The price of a period, counted from 1. Instalments add up to the full price to the last minor unit. */
export function amountOf({ price, count }: { price: Money; count: number | null }, period: number): Money {
  if (count === null) return price;
  const part = splitMoney(price, count)[period - 1];
  if (!part) throw new RangeError(`There is no instalment ${period} of ${count}`);
  return part;
}

type Period = { interval: Interval; count: number | null; period: number };

/** *instalment 2 of 3*, *every month*. */
export const periodName = ({ interval, count, period }: Period) =>
  count === null ? `every ${interval}` : `instalment ${period} of ${count}`;

/**
 * What one period of a series pays, for the shopper and for staff: "Bosun, instalment 2 of 3, charged automatically".
 * `isAutomatic`: the worker charges it (MIT), or will; a payment that the shopper made does not say so.
 */
export const periodWords = ({
  name,
  isAutomatic,
  ...period
}: Period & { name: string; isAutomatic: boolean }) =>
  [name, periodName(period), ...(isAutomatic ? ["charged automatically"] : [])].join(", ");
