"use server";

import { z } from "zod";
import { userCall } from "@/lib/auth/action";
import * as subscriptions from "@/lib/subscriptions/pay-outstanding";

/** Starts the payment of the outstanding period; the browser continues as at the checkout. */
export const payOutstanding = userCall(
  z.object({ id: z.string().max(64), cardId: z.string().max(64) }),
  (viewer, input) => subscriptions.payOutstanding(viewer, input),
);
