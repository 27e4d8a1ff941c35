import type { OnStep } from "@/lib/data/subscriptions/charge";
import { takeDue, workOn } from "@/lib/data/subscriptions/work";
import { env } from "@/lib/env";
import { eachOf } from "./each-of";

type Options = {
  /** How many are charged at the same time by this worker. */
  atOnce?: number;
  onStep?: OnStep;
};

/** Charges every subscription that is due, and looks again at every charge whose outcome nobody wrote down. */
export function chargeDue({ atOnce = env().CHARGES_AT_ONCE, onStep }: Options = {}): Promise<number> {
  return eachOf("charge-due", takeDue(atOnce), atOnce, (task) => workOn(task, onStep));
}
