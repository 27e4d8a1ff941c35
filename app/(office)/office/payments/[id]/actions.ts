"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { staffAction } from "@/lib/auth/staff-action";
import { refundPayment } from "@/lib/office/refund";
import { voidPayment } from "@/lib/office/void";
import { formatMoney, money, parseMoney } from "@/lib/platform/money";

const refundSchema = z.object({
  paymentId: z.string().max(64),
  amount: z.string().trim(),
  currency: z.string().regex(/^[A-Z]{3}$/),
  /** The refundable amount that the form showed: see `refundPayment`. */
  refundable: z.string(),
  reason: z.enum(["customer_request", "duplicate", "fraud", "other"]),
});

export const refund = staffAction(
  refundSchema,
  async (staff, { paymentId, currency, reason, ...decimals }) => {
    const amount = parseAmount(decimals.amount, currency);
    const shown = parseAmount(decimals.refundable, currency);
    if (!amount || !shown || amount.minor <= 0) {
      const values = { amount: decimals.amount, reason };
      return {
        status: "invalid",
        errors: { amount: `Enter an amount such as ${exampleIn(currency)}.` },
        values,
      };
    }
    try {
      await refundPayment(staff, { paymentId, amount, shownRefundable: shown.minor, reason });
    } finally {
      // After a failure too: the page shows a pending refund and the current refundable amount.
      revalidatePath("/", "layout");
    }
    return { status: "done", message: `${formatMoney(amount)} was refunded.` };
  },
);

export const voidAuthorization = staffAction(
  z.object({ paymentId: z.string().max(64) }),
  async (staff, { paymentId }) => {
    try {
      await voidPayment(staff, { paymentId });
    } finally {
      revalidatePath("/", "layout");
    }
  },
);

/** Null when the text is not an amount of this currency. Accepts a decimal comma. */
function parseAmount(text: string, currency: string) {
  try {
    return parseMoney(text.replace(",", "."), currency);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

const exampleIn = (currency: string) => formatMoney(money(1250, currency)).replace(/[^\d.,]/g, "");
