import type { CardRow, PaymentHistory } from "../../store/rows";
import type { Engine } from "../engine";
import { historyOf } from "./outcome";
import type { Decline } from "./rules/operations";

/** The issuer answered. The first no after a yes starts the clock of cards that recover. */
export function rememberAuthorization(engine: Engine, card: CardRow, decline: Decline | null) {
  if (!decline) {
    update(engine, card.id, (current) => ({ ...current, authorized_count: current.authorized_count + 1 }));
  } else if (card.authorized_count > 0) {
    const now = engine.clock.ms();
    updateHistory(engine, card.id, (history) => ({
      ...history,
      declined_at_ms: history.declined_at_ms ?? now,
    }));
  }
}

/** The cardholder was authenticated once more. */
export function rememberAuthenticated(engine: Engine, cardId: string) {
  updateHistory(engine, cardId, (history) => ({
    ...history,
    authenticated_count: history.authenticated_count + 1,
  }));
}

/** The bank asked for the shopper: the next authentication will content it. */
export function rememberAsked(engine: Engine, cardId: string) {
  updateHistory(engine, cardId, (history) => ({ ...history, asked_at_count: history.authenticated_count }));
}

function updateHistory(engine: Engine, cardId: string, change: (history: PaymentHistory) => PaymentHistory) {
  update(engine, cardId, (card) => ({ ...card, payment_history: change(historyOf(card)) }));
}

/** Reads the row again: it may have changed since the caller got its copy. */
function update(engine: Engine, cardId: string, change: (card: CardRow) => CardRow) {
  const card = engine.store.cards.get(cardId);
  if (card) engine.store.cards.put(change(card));
}
