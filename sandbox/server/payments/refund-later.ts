import type { Engine, Jobs } from "../engine";
import { scenarioOfTransaction } from "./capture-now";
import { notify } from "./notify";
import { decline } from "./outcome";
import { failLater } from "./rules/refund";
import { stampNow } from "./stamp";

/** On the sandbox's clock. A bank takes days. */
const DELAY_MS = 15_000;

/** The shopper's bank sends a refund back: a closed account, a card that takes none. */
export function scheduleLateRefusal(engine: Engine, refundId: string) {
  engine.jobs.schedule("refuse-refund", refundId, engine.clock.ms() + DELAY_MS);
}

/** The event's name is INF, after `transaction.operation.refund.pending` (server-api.md §3.6). */
export function registerLateRefusals(jobs: Jobs) {
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
