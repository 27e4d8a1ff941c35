import type { RefundRow, TransactionRow } from "../../store/payment-rows";
import { parseAmount } from "../amounts";
import type { Engine, Jobs } from "../engine";
import { amount, ignored, map, oneOf, type Read, type Schema, text } from "../params";
import { scenarioOfTransaction } from "./capture";
import { decline } from "./issuer";
import { notify } from "./notify";
import type { Decline } from "./rules/operations";
import { failLater, refund } from "./rules/refund";
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

/** Refunds, stores the refund and the transaction, and fires `transaction.refunded`. A declined refund is stored too. */
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
  if (!refusal && scenario.refund_later) scheduleRejection(engine, stored.id);
  return { refund: stored, decline: refusal };
}

/** On the sandbox's clock; a real bank takes days. */
const REJECTED_AFTER_MS = 15_000;

/** Schedules the rejection of a refund by the shopper's bank, as of a closed account. */
export function scheduleRejection(engine: Engine, refundId: string) {
  engine.jobs.schedule("refuse-refund", refundId, engine.clock.ms() + REJECTED_AFTER_MS);
}

/** The event's name is INF, after `transaction.operation.refund.pending` (server-api.md §3.6). */
export function registerRefundRejections(jobs: Jobs) {
  jobs.on("refuse-refund", (engine, refundId) => {
    const refund = engine.store.refunds.get(refundId);
    const transaction = refund && engine.store.transactions.get(refund.transaction_id);
    if (!transaction) return;
    const scenario = scenarioOfTransaction(engine, transaction);
    if (!scenario.refund_later) return;
    const refusal = decline(scenario, scenario.refund_later);
    const left = failLater(transaction, refund, refusal, stampNow(engine));
    engine.store.transactions.put(left);
    engine.store.refunds.put({ ...refund, has_failed: true });
    notify(engine, "operation.refund.failed", left);
  });
}
