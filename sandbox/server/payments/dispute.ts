import type { Scenario } from "../../scenarios/behaviour";
import type { TransactionRow } from "../../store/payment-rows";
import type { Engine, Jobs } from "../engine";
import { notify } from "./notify";
import { type Dispute, dispute } from "./rules/dispute";
import { stampNow } from "./stamp";

const SECOND = 1000;
const DAY = 24 * 60 * 60 * SECOND;

/** The steps of each dispute, with their delay after the capture on the sandbox's clock (delays INF). */
const STEPS: Record<NonNullable<Scenario["dispute"]>, [Dispute, number][]> = {
  chargeback: [
    ["chargeback.created", 5 * SECOND],
    ["chargeback.lost", 7 * DAY],
  ],
  "failed-chargeback": [
    ["chargeback.created", 5 * SECOND],
    ["chargeback.won", 7 * DAY],
  ],
  "retrieval-request": [["chargeback.retrieval-request", 5 * SECOND]],
  "fraud-notification": [["chargeback.fraud-notification", 5 * SECOND]],
};

export function scheduleDispute(
  engine: Engine,
  transactionId: string,
  kind: NonNullable<Scenario["dispute"]>,
) {
  for (const [step, delay] of STEPS[kind]) {
    engine.jobs.schedule("dispute", `${transactionId} ${step}`, engine.clock.ms() + delay);
  }
}

export function registerDisputes(jobs: Jobs) {
  jobs.on("dispute", (engine, subject) => {
    const [id = "", step = ""] = subject.split(" ");
    const transaction = engine.store.transactions.get(id);
    if (!transaction) return;
    applyDispute(engine, transaction, step as Dispute);
  });
}

/** Stores what the payer's bank did, and fires the event. Throws for a transaction that was not captured. */
export function applyDispute(engine: Engine, transaction: TransactionRow, step: Dispute): TransactionRow {
  const disputed = dispute(transaction, step, stampNow(engine));
  engine.store.transactions.put(disputed);
  notify(engine, step, disputed);
  return disputed;
}
