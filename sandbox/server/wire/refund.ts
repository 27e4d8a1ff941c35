import type { RefundRow } from "../../store/payment-rows";

/** A refund as the API shows it (server-api.md §4.8). */
export function refundWire(refund: RefundRow): Record<string, unknown> {
  return {
    id: refund.id,
    transaction_id: refund.transaction_id,
    amount: refund.amount,
    reason: refund.reason,
    information: refund.information,
    funding_source: "",
    has_failed: refund.has_failed,
    metadata: refund.metadata,
    invoice_detail_ids: null,
    sandbox: true,
    created_at: refund.created_at,
  };
}
