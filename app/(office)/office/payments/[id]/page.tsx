import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { AuditLog } from "@/components/office/audit-log";
import { DisputeBadge, PaymentStatusBadge, paymentFacts, RefundRows } from "@/components/office/payments";
import { Facts } from "@/components/office/primitives";
import { RefundForm } from "@/components/office/refund-form";
import { VoidForm } from "@/components/office/void-form";
import { Panel } from "@/components/ui/panel";
import { requireStaff } from "@/lib/auth/staff";
import { cardName } from "@/lib/cards/card";
import { linkToSandbox } from "@/lib/demo/sandbox-link"; // eject: demo
import { listActions } from "@/lib/office/audit";
import { getPayment } from "@/lib/office/payments";
import { formatMoney, toDecimal } from "@/lib/platform/money";
import { refund, voidAuthorization } from "./actions";

export const metadata: Metadata = { title: "Payment" };

export default async function PaymentPage({ params }: { params: Promise<{ id: string }> }) {
  const staff = await requireStaff();
  const payment = await getPayment(staff, (await params).id);
  if (!payment) notFound();
  const actions = await listActions(staff, { subject: payment.id });
  return (
    <>
      <header className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <h1 className="text-title">
          {payment.orderLabel} · <span className="tabular-nums">{formatMoney(payment.amount)}</span>
        </h1>
        <PaymentStatusBadge status={payment.status} />
        {payment.dispute && <DisputeBadge dispute={payment.dispute} />}
      </header>
      <div className="grid items-start gap-8 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="grid gap-8">
          <Facts
            facts={paymentFacts(payment)}
            open={linkToSandbox} // eject: demo
          />
          {payment.refunds.length > 0 && (
            <section aria-labelledby="refunds" className="grid gap-4">
              <h2 id="refunds" className="text-xl">
                Refunds
              </h2>
              <RefundRows refunds={payment.refunds} />
            </section>
          )}
          {actions.length > 0 && (
            <section aria-labelledby="audit-log" className="grid gap-4">
              <h2 id="audit-log" className="text-xl">
                Audit log
              </h2>
              <AuditLog actions={actions} />
            </section>
          )}
        </div>
        {payment.refundable.minor > 0 && (
          <RefundForm
            paymentId={payment.id}
            name={payment.name}
            card={payment.last4 ? cardName(payment) : "the card"}
            refundable={toDecimal(payment.refundable)}
            refundableText={formatMoney(payment.refundable)}
            currency={payment.refundable.currency}
            seriesChoices={payment.seriesChoices}
            refund={refund}
          />
        )}
        {(payment.dispute === "opened" || payment.dispute === "lost") && (
          <Panel aria-label="Refund">
            <p className="text-muted">
              {payment.dispute === "opened"
                ? "The bank has taken this money back for the cardholder. A refund would pay it twice, so none can be made while the dispute is open."
                : "The bank has taken this money back for the cardholder. A refund would pay it twice, so none can be made."}
            </p>
          </Panel>
        )}
        {payment.status === "authorized" && (
          <VoidForm
            paymentId={payment.id}
            name={payment.name}
            amount={formatMoney(payment.amount)}
            voidPayment={voidAuthorization}
          />
        )}
      </div>
    </>
  );
}
