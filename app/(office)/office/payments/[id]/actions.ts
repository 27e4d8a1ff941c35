"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { staffAction } from "@/lib/auth/action";
import { refundPayment } from "@/lib/office/refund";
import { voidPayment } from "@/lib/office/void";
import { formatMoney, money, parseMoney } from "@/lib/platform/money";

const refundSchema = z.object({
  paymentId: z.string().max(64),
  amount: z.string().trim(),
  currency: z.string().regex(/^[A-Z]{3}$/),
  /** What the form showed as left: see `refundPayment`. */
  left: z.string(),
  reason: z.enum(["customer_request", "duplicate", "fraud", "other"]),
});

export const refund = staffAction(refundSchema, async (staff, { paymentId, currency, reason, ...typed }) => {
  const amount = readAmount(typed.amount, currency);
  const left = readAmount(typed.left, currency);
  if (!amount || !left || amount.minor <= 0) {
    const values = { amount: typed.amount, reason };
    return {
      status: "invalid",
      errors: { amount: `Type an amount such as ${exampleIn(currency)}.` },
      values,
    };
  }
  try {
    await refundPayment(staff, { paymentId, amount, shownLeft: left.minor, reason });
  } finally {
    // After a failure too: the page shows a refund whose answer is not known, and what is left now.
    revalidatePath("/", "layout");
  }
  return { status: "done", message: `${formatMoney(amount)} is on its way back.` };
});

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

/** Null for what is no amount of this currency; a comma is read as a point, as half of Europe types it. */
function readAmount(text: string, currency: string) {
  try {
    return parseMoney(text.replace(",", "."), currency);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

const exampleIn = (currency: string) => formatMoney(money(1250, currency)).replace(/[^\d.,]/g, "");
