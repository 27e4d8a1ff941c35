import type { Job } from "@/lib/jobs/job";
import { processDue } from "./process-due";

/** Charges every subscription that is due, and completes charges whose outcome was not recorded. See README.md. */
export const chargeDueSubscriptions = {
  name: "charge-due",
  title: "Charges what is due",
  run: (signal: AbortSignal) => processDue({ signal }),
} satisfies Job;
