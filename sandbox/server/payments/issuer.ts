import type { DeclineCode, Scenario } from "../../scenarios/behaviour";
import type { TransactionRow } from "../../store/payment-rows";
import type { CardRow, PaymentHistory } from "../../store/rows";
import { readAmount } from "../amounts";
import type { Engine } from "../engine";
import { declineMessage } from "../errors";
import type { Decline } from "./rules/operations";

const DAY_MS = 24 * 60 * 60 * 1000;

const NO_HISTORY: PaymentHistory = {
  authenticated_count: 0,
  asked_at_count: null,
  declined_at_ms: null,
};

const historyOf = (card: CardRow): PaymentHistory => card.payment_history ?? NO_HISTORY;

/** How the issuer answers an authorization with this card now; null approves. */
export function authorizationOutcome(scenario: Scenario, card: CardRow, nowMs: number): Decline | null {
  if (scenario.authorize) return decline(scenario, scenario.authorize);
  if (!scenario.later_authorize || card.authorized_count === 0) return null;
  const { declined_at_ms } = historyOf(card);
  const isRecovered =
    scenario.recovers_after_days !== null &&
    declined_at_ms !== null &&
    nowMs >= declined_at_ms + scenario.recovers_after_days * DAY_MS;
  return isRecovered ? null : decline(scenario, scenario.later_authorize);
}

/**
 * Whether the issuer demands authentication for a merchant-initiated payment (INF, except for `asks_again`): a card
 * that always requires 3-D Secure accepts an earlier authentication of its holder, by a verification or a payment.
 */
export function requiresCardholder(scenario: Scenario, card: CardRow): boolean {
  const { authenticated_count, asked_at_count } = historyOf(card);
  if (scenario.asks_again) return asked_at_count === null || authenticated_count <= asked_at_count;
  return scenario.three_d_s?.required === "always" && authenticated_count === 0;
}

/** A capture after another one, or of an incremented authorization, is an incremental one (INF). */
export function captureOutcome(scenario: Scenario, transaction: TransactionRow): Decline | null {
  const isIncremental =
    readAmount(transaction.captured_amount) > 0n || readAmount(transaction.incremented_amount) > 0n;
  const code = scenario.capture ?? (isIncremental ? scenario.incremental_capture : null);
  return code && decline(scenario, code);
}

export function decline(scenario: Pick<Scenario, "do_not_retry">, code: DeclineCode): Decline {
  const refused: Decline = { code, message: declineMessage(code) };
  if (scenario.do_not_retry) {
    refused.recommendation = { code: "do-not-retry", reason: "The issuer will not approve this payment." };
  }
  return refused;
}

/** The checks that came with an authorization. A CVC is present only the first time, an address when it was given. */
export function checksOf(scenario: Scenario, card: CardRow) {
  const failed = new Set(scenario.failed_checks);
  const cvc = card.cvc_tokenized ? (failed.has("cvc") ? "failed" : "passed") : "unchecked";
  const check = (name: "avs-postal" | "avs-street", given: string | null) => {
    if (failed.has(name)) return "failed";
    return given === null ? "unavailable" : "passed";
  };
  const postal = check("avs-postal", card.zip);
  const street = check("avs-street", card.address1);
  const both = [postal, street];
  const avs = both.includes("failed") ? "failed" : both.includes("passed") ? "passed" : "unavailable";
  return {
    cvc_check: cvc,
    avs_check: avs,
    card_checks: {
      cvc_check: cvc,
      cvc_check_reason: null,
      avs_check: avs,
      avs_postal_check: postal,
      avs_postal_check_reason: null,
      avs_street_check: street,
      avs_street_check_reason: null,
      avs_name_check: "unavailable",
      avs_name_check_reason: null,
    },
  };
}

/** Records the issuer's answer. The first decline after an approval starts the recovery period of cards that have one. */
export function recordAuthorization(engine: Engine, card: CardRow, decline: Decline | null) {
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

/** Counts a successful authentication of the cardholder. */
export function recordAuthentication(engine: Engine, cardId: string) {
  updateHistory(engine, cardId, (history) => ({
    ...history,
    authenticated_count: history.authenticated_count + 1,
  }));
}

/** Records that the issuer asked for authentication: the next successful one satisfies it. */
export function recordAuthenticationDemand(engine: Engine, cardId: string) {
  updateHistory(engine, cardId, (history) => ({ ...history, asked_at_count: history.authenticated_count }));
}

function updateHistory(engine: Engine, cardId: string, change: (history: PaymentHistory) => PaymentHistory) {
  update(engine, cardId, (card) => ({ ...card, payment_history: change(historyOf(card)) }));
}

/** Re-reads the row: it may have changed since the caller read its copy. */
function update(engine: Engine, cardId: string, change: (card: CardRow) => CardRow) {
  const card = engine.store.cards.get(cardId);
  if (card) engine.store.cards.put(change(card));
}
