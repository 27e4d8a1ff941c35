"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { userAction } from "@/lib/auth/action";
import { wake } from "@/lib/jobs/queue";
import { chargeDueSubscriptions } from "@/lib/renewals/jobs";
import * as subscriptions from "@/lib/subscriptions/change-subscription";

const byId = z.object({ id: z.string().max(64) });

export const pauseSubscription = userAction(byId, async (viewer, input) => {
  await subscriptions.pauseSubscription(viewer, input);
  revalidatePath("/subscriptions", "layout");
});

export const resumeSubscription = userAction(byId, async (viewer, input) => {
  await subscriptions.resumeSubscription(viewer, input);
  revalidatePath("/subscriptions", "layout");
});

export const cancelSubscription = userAction(byId, async (viewer, input) => {
  await subscriptions.cancelSubscription(viewer, input);
  revalidatePath("/subscriptions", "layout");
});

export const changeCard = userAction(byId.extend({ cardId: z.string().max(64) }), async (viewer, input) => {
  await subscriptions.changeCard(viewer, input);
  await wake(chargeDueSubscriptions);
  revalidatePath("/subscriptions", "layout");
});
