import { now } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db";
import { DAY_MS } from "@/lib/platform/durations";
import { hasSandboxControl, postToSandbox } from "./sandbox-control";

/**
 * How far the demo's clock runs ahead of the machine's: one row in the database, so that web and worker agree. The sandbox's
 * clock is the one that is moved, here or on its dashboard; it tells the shop, which follows.
 */
const ONLY = { id: 1 };

/** Milliseconds; 0 until the clock is moved. */
export async function getDemoOffset(): Promise<number> {
  const row = await db().demoClock.findUnique({ where: ONLY });
  return Number(row?.offsetMs ?? 0);
}

/** The shop's time before and after the clock was last moved, or null. */
export async function getLastMove(): Promise<{ from: Date; to: Date } | null> {
  const row = await db().demoClock.findUnique({ where: ONLY });
  return row?.movedFrom && row.movedTo ? { from: row.movedFrom, to: row.movedTo } : null;
}

/** Takes over the sandbox's offset, milliseconds. */
export async function followClock(offsetMs: number): Promise<void> {
  const before = await getDemoOffset();
  if (before === offsetMs) return;
  const movedFrom = await now();
  const moved = { offsetMs, movedFrom, movedTo: new Date(movedFrom.getTime() + offsetMs - before) };
  await db().demoClock.upsert({ where: ONLY, create: { ...ONLY, ...moved }, update: moved });
}

/** Moves the clock forward by `ms`, of the sandbox and so of the shop. Throws, with nothing moved, when it does not answer. */
export async function advanceDemoClock(ms: number): Promise<void> {
  if (!hasSandboxControl()) return followClock((await getDemoOffset()) + ms);
  const { offset_ms } = await postToSandbox("/clock", { advance_ms: ms });
  // A sandbox that was started without this shop's address has not told it.
  await followClock(Number(offset_ms));
}

export type ClockStep = "day" | "month";

/** Milliseconds until the same hour a day or a month later; the 31st goes to the end of a shorter month. */
export function lengthOf(step: ClockStep, from: Date): number {
  if (step === "day") return DAY_MS;
  const [year, month, day] = [from.getUTCFullYear(), from.getUTCMonth(), from.getUTCDate()];
  const lastDay = new Date(Date.UTC(year, month + 2, 0)).getUTCDate();
  const later = new Date(from);
  later.setUTCMonth(month + 1, Math.min(day, lastDay));
  return later.getTime() - from.getTime();
}

/** Milliseconds until the same hour of `day`, `YYYY-MM-DD`; null for a day that is not after today, or over ten years away. */
export function lengthUntil(day: string, from: Date): number | null {
  const [today = "", hour] = from.toISOString().split("T");
  const ms = Date.parse(`${day}T${hour}`) - from.getTime();
  return /^\d{4}-\d\d-\d\d$/.test(day) && day > today && ms <= TEN_YEARS_MS ? ms : null;
}

const TEN_YEARS_MS = 3_653 * DAY_MS;
