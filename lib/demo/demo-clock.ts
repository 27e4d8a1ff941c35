import { db } from "@/lib/platform/db";
import { DAY_MS } from "@/lib/platform/durations";
import { demoEnv } from "./demo-env";

/**
 * How far the demo's clock runs ahead of the machine's: one row in the database, so that web and worker agree. Each
 * change is sent to the sandbox, so that ProcessOut's clock agrees too.
 */
const ONLY = { id: 1 };

/** Milliseconds; 0 until the clock is moved. */
export async function getDemoOffset(): Promise<number> {
  const row = await db().demoClock.findUnique({ where: ONLY });
  return Number(row?.offsetMs ?? 0);
}

/** Moves the demo's clock forward by `ms`. Throws when the sandbox does not follow; the row is then already written. */
export async function advanceDemoClock(ms: number): Promise<void> {
  const { offsetMs } = await db().demoClock.upsert({
    where: ONLY,
    create: { ...ONLY, offsetMs: ms },
    update: { offsetMs: { increment: ms } },
  });
  await pushToSandbox(Number(offsetMs));
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

async function pushToSandbox(offset_ms: number) {
  const control = demoEnv().SANDBOX_CONTROL_URL;
  if (!control) return;
  const response = await fetch(`${control}/clock`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ offset_ms }),
  });
  if (!response.ok) throw new Error(`The sandbox did not move its clock: ${response.status}`);
}
