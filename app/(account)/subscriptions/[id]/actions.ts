"use server";

import { z } from "zod";
import { userCall } from "@/lib/auth/action";
import * as subscriptions from "@/lib/subscriptions/pay-outstanding";

/** Opens the payment of what is owed; the browser goes on with it as at the checkout. */
export const payDue = userCall(
  z.object({ id: z.string().max(64), cardId: z.string().max(64) }),
  (viewer, input) => subscriptions.payDue(viewer, input),
);
