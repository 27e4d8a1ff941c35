import pLimit from "p-limit";
import { eachOf } from "@/lib/jobs/for-each-concurrent";
import type { Job } from "@/lib/jobs/job";
import { env } from "@/lib/platform/env";
import type { OnStep } from "./charge";
import { takeDue, workOn } from "./process-due";

type Options = {
  /** How many calls of charges are under way at ProcessOut at the same time, from this worker. */
  atOnce?: number;
  onStep?: OnStep;
  /** Finishes the charges that were begun, and begins no other. */
  signal?: AbortSignal | undefined;
};

/** A few charges more than calls, so that ProcessOut is not waiting while rows are written. */
const CHARGES_PER_CALL = 1.25;

/** Charges every subscription that is due, and looks again at every charge whose outcome nobody wrote down. */
export function chargeDue(options: Options = {}): Promise<number> {
  const { atOnce = env().CHARGES_AT_ONCE, onStep = () => {}, signal } = options;
  const charges = Math.ceil(atOnce * CHARGES_PER_CALL);
  const manner = { onStep, inTurn: pLimit(atOnce) };
  return eachOf("charge-due", takeDue(charges, signal), charges, (task) => workOn(task, manner));
}

export const chargeDueSubscriptions = {
  name: "charge-due",
  run: (signal: AbortSignal) => chargeDue({ signal }),
} satisfies Job;
