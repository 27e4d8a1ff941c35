"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { visitorCall } from "@/app/(shop)/visitor";
import { getUser } from "@/lib/auth/session";
import { shopperOf } from "@/lib/auth/shopper";
import { settleOrder } from "@/lib/payments/reconcile-order";

/** Looks again at a payment the bank had not answered. Says whether there is something new to show. */
export const checkOrder = visitorCall(z.object({ orderRef: z.string().max(64) }), async (_, { orderRef }) => {
  const shopper = shopperOf(await getUser(), orderRef);
  const isSettled = shopper !== null && (await settleOrder(shopper, orderRef));
  if (isSettled) revalidatePath("/", "layout");
  return { isSettled };
});
