"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { staffMoneyAction } from "@/lib/auth/staff-action";
import { listRefundChoices, requirePayment } from "@/lib/office/payments";
import { refundPayment } from "@/lib/office/refund";
import { voidPayment } from "@/lib/office/void";
import { formatMoney, money, parseTypedMoney, toDecimal } from "@/lib/platform/money";

const refundSchema = z.object({
  paymentId: z.string().max(64),
  amount: z.string().max(40),
  /** The refundable amount that the form showed, as a decimal: see `refundPayment`. */
  refundable: z.string().max(40),
  reason: z.enum(["customer_request", "duplicate", "fraud", "other"]),
  /** Required for a period of a running series. The empty option of the list is sent as nothing. */
  seriesAfter: z.enum(["continues", "pauses", "ends"]).optional(),
});

export const refund = staffMoneyAction(
  refundSchema,
  async (staff, { paymentId, reason, seriesAfter, ...typed }) => {
    const { currency, order } = await requirePayment(staff, paymentId);
    const amount = parseTypedMoney(typed.amount, currency);
    const values = { amount: typed.amount, reason, ...(seriesAfter && { seriesAfter }) };
    if (!amount) return { status: "invalid", errors: { amount: amountHint(currency) }, values };
    if (listRefundChoices(order).length > 0 && !seriesAfter)
      return { status: "invalid", errors: { seriesAfter: SERIES_HINT }, values };
    const shownRefundable = parseTypedMoney(typed.refundable, currency);
    try {
      await refundPayment(staff, {
        paymentId,
        amount,
        shownRefundable,
        reason,
        seriesAfter: seriesAfter ?? null,
      });
    } finally {
      // After a failure too: the page shows a pending refund and the current refundable amount.
      revalidatePath("/", "layout");
    }
    return { status: "done", message: `${formatMoney(amount)} was refunded.` };
  },
);

export const voidAuthorization = staffMoneyAction(
  z.object({ paymentId: z.string().max(64) }),
  async (staff, { paymentId }) => {
    try {
      await voidPayment(staff, { paymentId });
    } finally {
      revalidatePath("/", "layout");
    }
  },
);

const SERIES_HINT = "Choose whether the subscription goes on, pauses or ends.";

const amountHint = (currency: string) =>
  `Enter an amount such as ${toDecimal(money(1250, currency))}, without thousands separators.`;
