"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { WEBHOOK_HANDLERS } from "@/app/webhook-handlers";
import { staffAction } from "@/lib/auth/action";
import { recordAct } from "@/lib/office/audit";
import { now } from "@/lib/platform/clock";
import { type Outcome, replay } from "@/lib/webhooks/apply";

const ANSWERS: Record<Outcome, string> = {
  done: "Applied.",
  parked: "Still about something not known here.",
  unknown: "ProcessOut knows no such event. It is struck off.",
  busy: "Too many this minute. Try again in the next.",
  failed: "It failed. The note says why.",
};

export const replayEvent = staffAction(
  z.object({ eventId: z.string().regex(/^ev_[A-Za-z0-9]{16,64}$/) }),
  async (staff, { eventId }) => {
    const outcome = await replay(WEBHOOK_HANDLERS, eventId);
    await recordAct(staff, { act: "replay", subject: eventId, detail: outcome, at: await now() });
    revalidatePath("/office", "layout");
    return { status: "done", message: ANSWERS[outcome] };
  },
);
