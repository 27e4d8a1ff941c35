import { cardName } from "@/lib/cards/card";
import type { OfficePayment } from "@/lib/office/screens";
import { formatMoney } from "@/lib/platform/money";
import { Moment } from "./moment";
import { Row, RowLink, Rows } from "./rows";
import { PaymentStanding } from "./status";

export function PaymentRows({ payments }: { payments: OfficePayment[] }) {
  return (
    <Rows label="Payments">
      {payments.map((payment) => (
        <Row key={payment.id} columns="grid-cols-[1fr_auto] md:grid-cols-[7rem_1fr_1fr_8rem_7rem]">
          <RowLink href={`/office/payments/${payment.id}`}>{payment.orderLabel}</RowLink>
          <span className="grid min-w-0 max-md:order-3">
            <span className="truncate">{payment.name}</span>
            <span className="truncate text-muted">{payment.email}</span>
          </span>
          <span className="grid min-w-0 text-muted max-md:order-5">
            <span className="truncate">
              {payment.last4 ? cardName({ brand: payment.brand, last4: payment.last4 }) : "No card yet"}
              {payment.isOffSession && " · off session"}
            </span>
            <Moment at={payment.startedAt} />
          </span>
          <span className="max-md:order-4 max-md:justify-self-end">
            <PaymentStanding status={payment.status} />
          </span>
          <span className="text-right text-[0.9375rem] font-semibold tabular-nums">
            {formatMoney(payment.amount)}
          </span>
        </Row>
      ))}
    </Rows>
  );
}
