import type { Job } from "@/lib/jobs/job";
import { deleteOldCounts } from "@/lib/platform/rate-limit";
import { deleteExpiredLinks } from "./users";

/** Deletes what sign-in no longer needs: expired links, and the counters of past windows of every limit. */
export const sweepSignIns = {
  name: "sweep-sign-ins",
  async run() {
    await deleteOldCounts();
    return deleteExpiredLinks(new Date());
  },
} satisfies Job;
