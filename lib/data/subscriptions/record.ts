import { now } from "@/lib/clock";
import { log } from "@/lib/log";
import { isTaken } from "@/lib/payment-status";
import type { Transaction } from "@/lib/processout";
import { expectPaidBy, releaseOrder } from "../orders/paid";
import { findMismatch, readTransaction } from "../payments/reading";
import { move } from "../payments/rows";
import { payPeriod } from "./advance";
import type { Charge } from "./prepare";

/** Writes down a charge that went through, and moves its subscription on. False: it did not, as far as this says. */
export async function recordCharged(charge: Charge, transaction: Transaction): Promise<boolean> {
  const { subscription, payment } = charge;
  const { status, refunded } = readTransaction(transaction);
  if (!status || !isTaken(status)) return false;
  const mismatch = findMismatch({ ...payment, invoiceId: transaction.invoice_id ?? null }, transaction);
  if (mismatch) log.error("payment.mismatch", { paymentId: payment.id, mismatch });
  const at = await now();
  const { id: transactionId, scheme_id } = transaction;
  const seen = { transactionId, schemeTransactionId: scheme_id ?? null, syncedAt: at };
  const taken = { ...payment, ...seen, state: status, capturedAt: at, refundedAmount: refunded };
  if (!(await payPeriod(taken, subscription, at))) await expectPaidBy(payment);
  log.info("payment.moved", { paymentId: payment.id, to: status });
  return true;
}

type Refusal = { error_code?: string | null | undefined; recommendation_code?: string | null | undefined };

/** Writes down a refusal. The order may be paid by another try, or by the shopper. */
export async function recordRefused({ payment }: Charge, refusal: Refusal): Promise<"refused"> {
  await move(payment, "failed", {
    failureCode: refusal.error_code ?? "card.declined",
    retryAdvice: refusal.recommendation_code ?? null,
    syncedAt: await now(),
  });
  await releaseOrder(payment);
  return "refused";
}
