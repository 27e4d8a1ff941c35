import { DAY_MS, HOUR_MS, MINUTE_MS } from "@/lib/platform/durations";
import type { JobWords } from "./overview-screens";

/** How long something has waited, in its largest unit: "1 minute", "3 hours", "12 days". */
export function ageText(since: Date, now: Date): string {
  const age = Math.max(0, now.getTime() - since.getTime());
  if (age >= DAY_MS) return counted(Math.floor(age / DAY_MS), "day");
  if (age >= HOUR_MS) return counted(Math.floor(age / HOUR_MS), "hour");
  if (age >= MINUTE_MS) return counted(Math.floor(age / MINUTE_MS), "minute");
  return "under a minute";
}

/** "1 attempt", "3 attempts". */
export const counted = (number: number, noun: string) => `${number} ${noun}${number === 1 ? "" : "s"}`;

/** What a job does, in words; its code name for a job that does not exist any more. */
export const jobTitle = (jobs: readonly JobWords[], name: string) =>
  jobs.find((job) => job.name === name)?.title ?? name;
