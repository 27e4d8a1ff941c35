import { forEachConcurrent } from "@/lib/jobs/for-each-concurrent";
import type { Job } from "@/lib/jobs/job";
import { applyRefundDecision, listRefundDecisions } from "./after-refund";

/** For refunds that succeeded after a crash or an unknown outcome: ends or pauses their series as staff decided. */
export const applyRefundDecisions = {
  name: "apply-refund-decisions",
  title: "Applies what was decided with a refund",
  run: async () =>
    forEachConcurrent("apply-refund-decisions", await listRefundDecisions(), 1, applyRefundDecision),
} satisfies Job;
