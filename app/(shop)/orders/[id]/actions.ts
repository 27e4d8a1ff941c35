"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { visitorCall } from "@/app/(shop)/visitor";
import { getUser } from "@/lib/auth/session";
import { shopperOf } from "@/lib/auth/shopper";
import { syncOrder } from "@/lib/payments/sync-payment";
import { mayRead } from "@/lib/platform/shopper-reads";

/** Syncs the order's pending payments. `isFinal` tells the page to refresh. */
export const checkOrder = visitorCall(z.object({ orderRef: z.string().max(64) }), async (_, { orderRef }) => {
  const shopper = shopperOf(await getUser(), orderRef);
  const isFinal = shopper !== null && (await mayRead(orderRef)) && (await syncOrder(shopper, orderRef));
  if (isFinal) revalidatePath("/", "layout");
  return { isFinal };
});
