import { scenarioOf, UNLISTED } from "../../scenarios/scenarios";
import type { TransactionRow } from "../../store/payment-rows";
import { type Amount, parseAmount } from "../amounts";
import type { Engine } from "../engine";
import { scheduleDispute } from "./dispute-later";
import { notify } from "./notify";
import { captureOutcome } from "./outcome";
import { capture, openAmount } from "./rules/capture-and-void";
import type { Decline } from "./rules/operations";
import { stampNow } from "./stamp";

type Captured = { transaction: TransactionRow; decline: Decline | null };

/**
 * Captures and stores the outcome. `amount` is a wire amount; all that is open when null. The events follow,
 * and so does what the cardholder's bank does afterwards with some test cards.
 */
export function captureNow(
  engine: Engine,
  authorized: TransactionRow,
  amount: string | null,
  type: "final" | "non-final",
): Captured {
  const scenario = scenarioOfTransaction(engine, authorized);
  const decline = captureOutcome(scenario, authorized);
  const transaction = capture(authorized, wanted(authorized, amount), type, decline, stampNow(engine));
  engine.store.transactions.put(transaction);
  notify(engine, decline ? "failed" : "captured", transaction);
  if (!decline && scenario.dispute) scheduleDispute(engine, transaction.id, scenario.dispute);
  return { transaction, decline };
}

const wanted = (transaction: TransactionRow, amount: string | null): Amount =>
  parseAmount(amount) ?? openAmount(transaction);

export function scenarioOfTransaction(engine: Engine, transaction: TransactionRow) {
  const card = transaction.card_id ? engine.store.cards.get(transaction.card_id) : undefined;
  return card ? scenarioOf(card) : UNLISTED;
}
