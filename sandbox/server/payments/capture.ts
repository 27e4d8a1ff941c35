import { scenarioOf, UNLISTED } from "../../scenarios/deck";
import type { TransactionRow } from "../../store/payment-rows";
import { type Amount, parseAmount } from "../amounts";
import type { Engine, Jobs } from "../engine";
import { scheduleDispute } from "./dispute";
import { captureOutcome } from "./issuer";
import { notify } from "./notify";
import { capture, openAmount } from "./rules/capture-and-void";
import type { Decline } from "./rules/operations";
import { stampNow } from "./stamp";

type Captured = { transaction: TransactionRow; decline: Decline | null };

/**
 * Captures and stores the outcome. `amount` is a wire amount; the open amount when null. Fires the
 * events, and schedules the dispute of test cards that have one.
 */
export function captureNow(
  engine: Engine,
  authorized: TransactionRow,
  amount: string | null,
  type: "final" | "non-final",
): Captured {
  const scenario = scenarioOfTransaction(engine, authorized);
  const decline = captureOutcome(scenario, authorized);
  const transaction = capture(authorized, amountOf(authorized, amount), type, decline, stampNow(engine));
  engine.store.transactions.put(transaction);
  notify(engine, decline ? "failed" : "captured", transaction);
  if (!decline && scenario.dispute) scheduleDispute(engine, transaction.id, scenario.dispute);
  return { transaction, decline };
}

const amountOf = (transaction: TransactionRow, amount: string | null): Amount =>
  parseAmount(amount) ?? openAmount(transaction);

export function scenarioOfTransaction(engine: Engine, transaction: TransactionRow) {
  const card = transaction.card_id ? engine.store.cards.get(transaction.card_id) : undefined;
  return card ? scenarioOf(card) : UNLISTED;
}

type CaptureType = "final" | "non-final";

/** Captures an authorization at `at`, on the sandbox's clock. A past time means now. */
export function scheduleAutoCapture(
  engine: Engine,
  transactionId: string,
  at: string,
  amount: string | null,
  type: CaptureType,
) {
  engine.jobs.schedule("auto-capture", `${transactionId} ${type} ${amount ?? ""}`, Date.parse(at));
}

export function registerAutoCapture(jobs: Jobs) {
  jobs.on("auto-capture", (engine, subject) => {
    const [id = "", type = "", amount = ""] = subject.split(" ");
    const transaction = engine.store.transactions.get(id);
    // Captured or voided by a request in the meantime.
    if (transaction?.status !== "authorized" || openAmount(transaction) === 0n) return;
    // After a partial void: the rest.
    const isOpen = (parseAmount(amount) ?? 0n) <= openAmount(transaction);
    captureNow(engine, transaction, isOpen && amount ? amount : null, type as CaptureType);
  });
}
