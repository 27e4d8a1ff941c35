"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";
import { JOBS } from "@/app/jobs";
import { advanceDemoClock, lengthOf, lengthUntil } from "@/lib/demo/demo-clock";
import * as sandbox from "@/lib/demo/follow-sandbox";
import { wake } from "@/lib/jobs/queue";
import { now } from "@/lib/platform/clock";
import { log } from "@/lib/platform/log";
import { demoAction } from "./require-demo";

const MOVE = z.object({ step: z.enum(["day", "month", "date"]), date: z.string().optional() });

/** Moves the demo's clock forward, of the sandbox and the shop, and wakes every job. */
export const moveClock = demoAction(MOVE, async (_, { step, date = "" }) => {
  const length = step === "date" ? lengthUntil(date, await now()) : lengthOf(step, await now());
  if (length === null)
    return { status: "failed", message: "Choose a day after today, at most ten years ahead." };
  try {
    await advanceDemoClock(length);
  } catch (error) {
    log.warn("demo-clock.not-moved", { error });
    return { status: "failed", message: "The sandbox does not answer, so the clock was not moved." };
  }
  await Promise.all(JOBS.map(wake));
  revalidatePath("/", "layout");
  return { status: "done" };
});

/** Puts shop, sandbox and clock back to the beginning. A user who is signed in as one of the demo's people stays signed in. */
export const startOver = demoAction(z.object({ confirm: z.literal("start-over") }), async () => {
  try {
    await sandbox.startOver();
  } catch (error) {
    log.error("demo.not-started-over", { error });
    return {
      status: "failed",
      message: "The sandbox does not answer. Start the demo again, then start over.",
    };
  }
  revalidatePath("/", "layout");
  redirect("/");
});
