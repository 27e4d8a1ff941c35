import { now } from "@/lib/clock";
import { AppError } from "@/lib/errors";
import { formatMoney, money } from "@/lib/money";
import { isTaken } from "@/lib/payment-status";
import { move } from "../payments/rows";
import { syncPayment } from "../payments/sync";
import { recordAct } from "./audit";
import { onBehalfOf } from "./on-behalf";
import { requirePayment } from "./payment";
import type { StaffViewer } from "./staff";

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
