import type { OnStep } from "@/lib/data/subscriptions/charge";
import { takeDue, workOn } from "@/lib/data/subscriptions/work";
import { env } from "@/lib/env";
import { eachOf } from "./each-of";

type Options = {
  /** How many are charged at the same time by this worker. */
  atOnce?: number;
  onStep?: OnStep;
  /** Finishes the charges that were begun, and begins no other. */
  signal?: AbortSignal | undefined;
};

/** Charges every subscription that is due, and looks again at every charge whose outcome nobody wrote down. */
export function chargeDue({ atOnce = env().CHARGES_AT_ONCE, onStep, signal }: Options = {}): Promise<number> {
  return eachOf("charge-due", takeDue(atOnce, signal), atOnce, (task) => workOn(task, onStep));
}
