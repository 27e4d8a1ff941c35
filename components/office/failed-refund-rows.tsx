import type { SentBackRefund } from "@/lib/office/screens";
import { formatMoney } from "@/lib/platform/money";
import { Moment } from "./moment";
import { Row, RowLink, Rows } from "./rows";

export const SentBackRows = ({ refunds }: { refunds: SentBackRefund[] }) => (
  <Rows label="Refunds sent back">
    {refunds.map(({ id, paymentId, orderLabel, name, amount, at }) => (
      <Row key={id} columns="grid-cols-[1fr_auto] md:grid-cols-[7rem_1fr_11rem_7rem]">
        <RowLink href={`/office/payments/${paymentId}`}>{orderLabel}</RowLink>
        <span className="truncate max-md:order-3">{name}</span>
        <span className="text-muted max-md:order-4 md:text-right">
          <Moment at={at} />
        </span>
        <span className="text-right text-[0.9375rem] font-semibold tabular-nums">{formatMoney(amount)}</span>
      </Row>
    ))}
  </Rows>
);
