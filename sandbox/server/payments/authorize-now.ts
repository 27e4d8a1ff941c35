import { scenarioOf } from "../../scenarios/deck";
import type { TransactionRow } from "../../store/payment-rows";
import type { CardRow } from "../../store/rows";
import type { Engine } from "../engine";
import { authorizationOutcome, checksOf, recordAuthorization } from "./issuer";
import { notify } from "./notify";
import { authorize, refuse } from "./rules/authorization";
import type { Decline } from "./rules/operations";
import { stampNow } from "./stamp";

type Authorized = { transaction: TransactionRow; decline: Decline | null };

/** Asks the issuer, stores the answer in the transaction and the card's history, and fires the event. */
export function authorizeNow(engine: Engine, requested: TransactionRow, card: CardRow): Authorized {
  const scenario = scenarioOf(card);
  const decline = authorizationOutcome(scenario, card, engine.clock.ms());
  const answered = authorize(requested, decline, stampNow(engine));
  const transaction = decline ? answered : { ...answered, ...checksOf(scenario, card) };
  engine.store.transactions.put(transaction);
  recordAuthorization(engine, card, decline);
  if (!decline) fixCurrency(engine, transaction);
  notify(engine, decline ? "failed" : "authorized", transaction);
  return { transaction, decline };
}

/** Fails the payment without a request to the issuer. */
export function refuseNow(engine: Engine, requested: TransactionRow, decline: Decline): Authorized {
  const transaction = refuse(requested, decline);
  engine.store.transactions.put(transaction);
  notify(engine, "failed", transaction);
  return { transaction, decline };
}

/** A customer without a currency takes the one of their first payment, permanently (server-api.md §6). */
function fixCurrency(engine: Engine, { customer_id, currency }: TransactionRow) {
  const customer = customer_id ? engine.store.customers.get(customer_id) : undefined;
  if (customer && customer.currency === null) engine.store.customers.put({ ...customer, currency });
}
