"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { orderCall } from "@/app/(shop)/visitor";
import { syncOrder } from "@/lib/payments/sync-payment";
import { mayRead } from "@/lib/platform/shopper-reads";

/** Syncs the order's pending payments. `isFinal` tells the page to refresh. */
export const checkOrder = orderCall(
  z.object({ orderRef: z.string().max(64) }),
  async (shopperOf, { orderRef }) => {
    const shopper = await shopperOf(orderRef);
    const isFinal = (await mayRead(orderRef)) && (await syncOrder(shopper, orderRef));
    if (isFinal) revalidatePath("/", "layout");
    return { isFinal };
  },
);
