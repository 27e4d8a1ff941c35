import type { Job } from "@/lib/jobs/job";
import { deleteOldCounts } from "@/lib/platform/rate-limit";
import { deleteEndedSessions } from "./sessions";
import { deleteExpiredLinks } from "./sign-in-links";

/** Deletes what sign-in no longer needs: ended sessions, expired links, and the counters of past windows of every limit. */
export const sweepSignIns = {
  name: "sweep-sign-ins",
  title: "Deletes old sessions and sign-in links",
  async run() {
    await deleteOldCounts();
    const at = new Date();
    return (await deleteEndedSessions(at)) + (await deleteExpiredLinks(at));
  },
} satisfies Job;
