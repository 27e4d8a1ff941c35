"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { JOBS } from "@/app/jobs";
import { advanceDemoClock, lengthOf } from "@/lib/demo/demo-clock";
import { wake } from "@/lib/jobs/queue";
import { now } from "@/lib/platform/clock";
import { log } from "@/lib/platform/log";
import { demoAction } from "./require-demo";

/** Moves the demo's clock, here and in the sandbox, and wakes every job. */
export const moveClock = demoAction(z.object({ step: z.enum(["day", "month"]) }), async (_, { step }) => {
  try {
    await advanceDemoClock(lengthOf(step, await now()));
  } catch (error) {
    log.warn("demo-clock.not-pushed", { error });
    return {
      status: "failed",
      message: "The clock moved here, but the sandbox did not answer, so its clock is behind.",
    };
  }
  await Promise.all(JOBS.map(wake));
  revalidatePath("/", "layout");
  return { status: "done", message: `The clock moved forward by one ${step}.` };
});
