import type { RefundRow, TransactionRow } from "../../store/payment-rows";
import { parseAmount } from "../amounts";
import type { Engine } from "../engine";
import { amount, ignored, map, oneOf, type Read, type Schema, text } from "../params";
import { scenarioOfTransaction } from "./capture-now";
import { notify } from "./notify";
import { decline } from "./outcome";
import { scheduleLateRefusal } from "./refund-later";
import type { Decline } from "./rules/operations";
import { refund } from "./rules/refund";
import { stampNow } from "./stamp";

const REASONS = ["customer_request", "duplicate", "fraud", "other"] as const;

/** POST …/refunds, of an invoice or a transaction (server-api.md §3.4, §3.5). */
export const refundParams = {
  amount: amount(),
  reason: oneOf<(typeof REASONS)[number]>(REASONS),
  information: text(),
  metadata: map(),
  invoice_detail_ids: ignored,
} satisfies Schema;

type Refunded = { refund: RefundRow; decline: Decline | null };

/** Refunds, stores the refund and the transaction, and fires `transaction.refunded`. A decline is kept too. */
export function refundNow(
  engine: Engine,
  captured: TransactionRow,
  params: Read<typeof refundParams>,
): Refunded {
  const scenario = scenarioOfTransaction(engine, captured);
  const refusal = scenario.refund && decline(scenario, scenario.refund);
  const asked = {
    amount: parseAmount(params.amount),
    reason: params.reason ?? "customer_request",
    information: params.information ?? "",
    metadata: params.metadata ?? {},
  };
  const made = refund(captured, asked, refusal, stampNow(engine));
  engine.store.transactions.put(made.transaction);
  const stored = engine.store.refunds.insert(made.refund);
  if (!refusal) notify(engine, "refunded", made.transaction);
  if (!refusal && scenario.refund_later) scheduleLateRefusal(engine, stored.id);
  return { refund: stored, decline: refusal };
}
