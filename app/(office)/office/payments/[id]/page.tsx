import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ActRows } from "@/components/office/action-rows";
import { Facts } from "@/components/office/facts";
import { paymentFacts } from "@/components/office/payment-facts";
import { RefundForm } from "@/components/office/refund-form";
import { RefundRows } from "@/components/office/refund-rows";
import { PaymentStanding } from "@/components/office/status";
import { VoidForm } from "@/components/office/void-form";
import { requireStaff } from "@/lib/auth/staff";
import { listActs } from "@/lib/office/audit";
import { getPayment } from "@/lib/office/payment";
import { formatMoney, toDecimal } from "@/lib/platform/money";
import { refund, voidAuthorization } from "./actions";

export const metadata: Metadata = { title: "Payment" };

export default async function PaymentPage({ params }: { params: Promise<{ id: string }> }) {
  const staff = await requireStaff();
  const payment = await getPayment(staff, (await params).id);
  if (!payment) notFound();
  const acts = await listActs(staff, { subject: payment.id });
  return (
    <>
      <header className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <h1 className="text-title">
          {payment.orderLabel} · <span className="tabular-nums">{formatMoney(payment.amount)}</span>
        </h1>
        <PaymentStanding status={payment.status} />
      </header>
      <div className="grid items-start gap-8 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="grid gap-8">
          <Facts facts={paymentFacts(payment)} />
          {payment.refunds.length > 0 && (
            <section aria-labelledby="refunds" className="grid gap-4">
              <h2 id="refunds" className="text-xl">
                Refunds
              </h2>
              <RefundRows refunds={payment.refunds} />
            </section>
          )}
          {acts.length > 0 && (
            <section aria-labelledby="acts" className="grid gap-4">
              <h2 id="acts" className="text-xl">
                What the office did
              </h2>
              <ActRows acts={acts} />
            </section>
          )}
        </div>
        {payment.left.minor > 0 && (
          <RefundForm
            paymentId={payment.id}
            left={toDecimal(payment.left)}
            leftText={formatMoney(payment.left)}
            currency={payment.left.currency}
            refund={refund}
          />
        )}
        {payment.status === "authorized" && (
          <VoidForm paymentId={payment.id} amount={formatMoney(payment.amount)} voidIt={voidAuthorization} />
        )}
      </div>
    </>
  );
}
