import type { DeclineCode, Scenario } from "../../scenarios/scenario";
import type { TransactionRow } from "../../store/payment-rows";
import type { CardRow, PaymentHistory } from "../../store/rows";
import { readAmount } from "../amounts";
import { declineMessage } from "../errors";
import type { Decline } from "./rules/operations";

const DAY_MS = 24 * 60 * 60 * 1000;

export const NO_HISTORY: PaymentHistory = {
  authenticated_count: 0,
  asked_at_count: null,
  declined_at_ms: null,
};

export const historyOf = (card: CardRow): PaymentHistory => card.payment_history ?? NO_HISTORY;

/** How the issuer answers an authorization with this card now; null is yes. */
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
 * Whether the bank wants the shopper for a payment that the merchant started (INF, but the one for `asks_again`):
 * a card that always asks is content when its holder was authenticated before, by a verification or a payment.
 */
export function needsShopper(scenario: Scenario, card: CardRow): boolean {
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

/** The checks that came with an authorization. A CVC is only there the first time, an address when given. */
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
