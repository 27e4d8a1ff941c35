"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { requireDemo } from "@/lib/auth/require-demo";
import { now } from "@/lib/clock";
import { advanceDemoClock, lengthOf } from "@/lib/demo-clock";
import { toLogFields } from "@/lib/errors";
import type { FormState } from "@/lib/form-state";
import { JOBS, wake } from "@/lib/jobs/queue";
import { log } from "@/lib/log";

const stepSchema = z.enum(["day", "month"]);

/** Moves the demo's time, here and at the sandbox, and wakes whatever has become due. */
export async function moveClock(_: FormState, form: FormData): Promise<FormState> {
  requireDemo();
  const step = stepSchema.parse(form.get("step"));
  try {
    await advanceDemoClock(lengthOf(step, await now()));
  } catch (error) {
    log.warn("demo-clock.not-pushed", toLogFields(error));
    return { status: "failed", message: "The sandbox did not answer, so its clock stayed behind." };
  }
  await Promise.all(JOBS.map(wake));
  revalidatePath("/", "layout");
  return { status: "done", message: `A ${step} went by.` };
}
