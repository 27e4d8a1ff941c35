import type { RefundRow } from "../../store/payment-rows";
import { type Expand, type Expanders, inline, NOTHING } from "../expand";
import type { Engine } from "../route";
import { transactionWire } from "./transaction";

const EXPANDERS: Expanders<Engine, RefundRow> = {
  transaction: (engine, refund, deeper) => {
    const transaction = engine.store.transactions.get(refund.transaction_id);
    return transaction ? transactionWire(engine, transaction, deeper) : null;
  },
};

/** A refund as the API shows it (server-api.md §4.8). */
export function refundWire(engine: Engine, refund: RefundRow, expand: Expand = NOTHING) {
  const wire: Record<string, unknown> = {
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
  return inline(wire, EXPANDERS, engine, refund, expand);
}
