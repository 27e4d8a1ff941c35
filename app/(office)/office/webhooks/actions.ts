"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { WEBHOOK_HANDLERS } from "@/app/webhook-handlers";
import { staffMoneyAction } from "@/lib/auth/staff-action";
import { recordAction } from "@/lib/office/audit";
import { now } from "@/lib/platform/clock";
import { type DeliveryResult, replay } from "@/lib/webhooks/receive";

const ANSWERS: Record<DeliveryResult, string> = {
  done: "Processed.",
  deferred: "Deferred: the object it names is not known yet.",
  unknown: "ProcessOut does not have this event. It was removed.",
  busy: "The limit per minute is reached. Try again in a minute.",
  failed: "Processing failed. The note contains the error.",
};

export const replayEvent = staffMoneyAction(
  z.object({ eventId: z.string().regex(/^ev_[A-Za-z0-9]{16,64}$/) }),
  async (staff, { eventId }) => {
    const outcome = await replay(WEBHOOK_HANDLERS, eventId);
    await recordAction(staff, { action: "replay", subject: eventId, detail: outcome, at: await now() });
    revalidatePath("/office", "layout");
    return { status: "done", message: ANSWERS[outcome] };
  },
);
