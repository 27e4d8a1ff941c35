import type { StaffViewer } from "@/lib/auth/staff-viewer";
import { isTaken } from "@/lib/payments/payment-status";
import { move } from "@/lib/payments/queries";
import { syncPayment } from "@/lib/payments/sync-payment";
import { now } from "@/lib/platform/clock";
import { AppError } from "@/lib/platform/errors";
import { formatMoney, money } from "@/lib/platform/money";
import { onBehalfOf } from "./as-shopper";
import { recordAct } from "./audit";
import { requirePayment } from "./payment";

/**
 * Lets an authorization go. The payment is ended in our own row first: whoever looks at it from then on, this call, a
 * webhook or the reconciler, voids what it finds authorized. A capture that got there first wins, and is then an
 * AppError, as is a payment that holds no money.
 */
export async function voidPayment(staff: StaffViewer, { paymentId }: { paymentId: string }): Promise<void> {
  const payment = await requirePayment(staff, paymentId);
  if (payment.state !== "authorized") throw nothingHeld();
  const detail = formatMoney(money(payment.amount, payment.currency));
  await recordAct(staff, { act: "void", subject: payment.id, detail, at: await now() });
  await move(payment, "failed", { failureCode: "payment.voided" });
  const seen = await syncPayment(onBehalfOf(staff, payment.order), payment.id);
  if (isTaken(seen.state)) throw captured();
}

const nothingHeld = () =>
  new AppError({
    code: "void.nothing-held",
    message: "Only an authorized payment can be voided",
    sentence: "This payment holds no money any more.",
  });

const captured = () =>
  new AppError({
    code: "void.captured",
    message: "The payment was captured in the meantime",
    sentence: "It was captured in the meantime. Refund it instead.",
  });
