import { DAY_MS, HOUR_MS } from "@/lib/platform/durations";
import { sentenceOf } from "@/lib/platform/error-sentences";
import type { Transaction } from "@/lib/processout";

/** A code of ProcessOut, and what it or the network advises about a retry (`adviceOf`). */
export type Decline = { code: string; advice: string | null };

/** What follows from a decline. The page, the e-mails, dunning, the back office and the checkout read it from here. */
export type DeclineRule = {
  /** For staff. */
  label: string;
  /** The pause before each further off-session attempt, in milliseconds. Empty: there is none. */
  pauses: readonly number[];
  /** What the shopper is asked for when no attempt is left. */
  asksFor: "authentication" | "card";
  /** The card cannot pay for this any more, not even on-session. */
  barsCard: boolean;
  /** No action helps: the shopper is not told before the last attempt. Our own faults are logged as errors. */
  fault?: "theirs" | "ours";
};

const hours = (...pauses: number[]) => pauses.map((pause) => pause * HOUR_MS);
const days = (...pauses: number[]) => pauses.map((pause) => pause * DAY_MS);

/**
 * Gaps rather than dates, so that a worker that was down does not make up for missed attempts all at once. Every
 * schedule is far below the networks' limits for one charge: Visa 15 in 30 days, Mastercard 10 in a day.
 */
const RULES = {
  hard: { label: "Hard: the card must not be tried again", pauses: [], asksFor: "card", barsCard: true },
  anotherCard: { label: "Needs another card", pauses: [], asksFor: "card", barsCard: true },
  authentication: {
    label: "Needs the shopper: SCA",
    pauses: [],
    asksFor: "authentication",
    barsCard: false,
  },
  shopper: { label: "Needs the shopper", pauses: [], asksFor: "card", barsCard: false },
  /** ProcessOut blocks a charge for 30 days after a network has forbidden it. */
  blocked: { label: "Blocked for 30 days", pauses: days(30), asksFor: "card", barsCard: true },
  soft: { label: "Soft: may be retried", pauses: days(1, 2, 2, 2), asksFor: "card", barsCard: false },
  /** Codes that are not known, and those that a retry rarely mends. */
  fewTries: { label: "Soft: few retries", pauses: days(2, 4), asksFor: "card", barsCard: false },
  ended: { label: "Ended by the shop or the shopper", pauses: days(2, 4), asksFor: "card", barsCard: false },
  temporary: {
    label: "Temporary: no action needed",
    pauses: [...hours(1, 6), ...days(1, 2, 4)],
    asksFor: "card",
    barsCard: false,
    fault: "theirs",
  },
  ours: {
    label: "A fault of ours or of ProcessOut's set-up",
    pauses: [...hours(1, 6), ...days(1, 2, 4)],
    asksFor: "card",
    barsCard: false,
    fault: "ours",
  },
} as const satisfies Record<string, DeclineRule>;

type RuleName = keyof typeof RULES;

/**
 * The rule of each code. ProcessOut's reference (2026) calls nine codes hard and all others soft; the reference of the
 * code, and the networks' rules for the answer behind it, say which of the soft ones a retry can mend. `name.*` stands
 * for every code of that family without an entry of its own.
 */
const CODES: Record<RuleName, string> = {
  hard: `card.authorization-revoked card.blacklisted card.keep-card card.lost card.possible-fraud
    card.security-violation card.stolen gateway.blocked gateway.possible-fraud
    card.already-blocked card.already-refused card.dont-retry card.law-violation card.possible-counterfeit card.revoked
    card.revoked-all customer.disputed customer.payment-method-revoked`,
  anotherCard: `card.bad-track-data card.currency-unsupported card.expired card.failed-cvc card.failed-cvc-and-avs
    card.holder-not-authorized card.inactive card.invalid card.invalid-account card.invalid-brand card.invalid-cvc
    card.invalid-date card.invalid-expiry-date card.invalid-expiry-month card.invalid-expiry-year card.invalid-month
    card.invalid-name card.invalid-number card.invalid-scheme card.invalid-year card.issuer-not-found
    card.missing-cardholder-name card.missing-cvc card.missing-expiry card.missing-name card.missing-number
    card.no-cheque-account card.no-credit-account card.no-savings-account card.not-activated card.not-authorized
    card.not-found card.not-registered card.not-supported card.reauthorization-not-allowed card.region-not-authorized
    card.restricted card.test card.type-not-supported card.unsupported-3ds card.unsupported-3ds2 gateway.expired
    gateway.unsupported-country-code gateway.unsupported-currency request.card.invalid
    request.source.card-already-used request.source.invalid resource.card.not-found resource.customer.not-found
    resource.not-linked resource.token.not-found routing-rules.transaction-blocked subscription.no-card`,
  authentication: `card.approve-after-identification card.canceled-by-client card.couldnt-3ds card.eci-conflict
    card.exemption-declined card.expired-3ds card.failed-3ds card.failed-3ds-technical card.failed-three-d-s
    card.invalid-eci card.invalid-pares card.invalid-ucaf card.invalid-vpas card.missing-3ds card.needs-authentication
    card.physical-authentication-error customer.canceled customer.cancelled customer.popup-blocked
    three-d-s-2.fingerprint-timed-out`,
  shopper: `card.cannot-verify-pin card.exceeded-pin-attempts card.failed-avs card.failed-avs-address
    card.failed-avs-postal card.invalid-address card.invalid-avs card.invalid-pin card.invalid-zip card.missing-avs
    card.missing-pin card.pin-not-changed customer.invalid-* gateway.invalid-billing-address
    gateway.invalid-customer-input gateway.missing-customer-input`,
  blocked: "request.transaction-blocked",
  soft: `card.contact-acquirer card.contact-bank card.declined card.do-not-honor card.exceeded-activity-limits
    card.exceeded-limits card.exceeded-maximum-amount card.exceeded-withdrawal-limit card.no-action-taken card.no-money
    gateway.declined gateway.limit-exceeded payment.declined`,
  fewTries: `card.already-captured card.duplicate card.high-risk card.invalid-transaction card.maximum-attempts
    gateway.duplicate gateway.invalid-repeat`,
  ended: `card.too-many-attempts card.unusable customer.abandoned payment.abandoned payment.superseded
    payment.too-many-attempts payment.voided`,
  temporary: `card.acquirer-failed card.issuer-down card.issuer-failed card.issuer-maintenance card.issuer-malfunction
    card.network-failed card.pending card.pending-3ds card.please-retry card.processing-error card.timeout
    card.transaction-not-processed gateway-internal-error gateway.internal-error gateway.maintenance
    gateway.network-error gateway.rate-limit-exceeded gateway.retry gateway.timeout gateway.transaction-pending
    gateway.unknown-error payment.pending request.gateway.not-available request.rate.exceeded request.still-processing
    request.too-much unavailable`,
  ours: `card.acquirer-not-found card.formatting-error card.invalid-amount card.invalid-bank-country-code
    card.invalid-merchant card.surcharge-not-allowed card.surcharge-not-supported card.terminal-not-allowed
    card.terminal-not-found card.terminal-not-initialized gateway.configuration-error gateway.forbidden
    gateway.invalid-credentials gateway.invalid-merchant gateway.invalid-state gateway.not-allowed gateway.not-found
    gateway.transaction-not-found gateway.validation-error request.authentication.* request.bad-format
    request.configuration.missing-gateway-configuration request.expand.invalid request.filter.invalid
    request.gateway.not-supported request.gateway.operation-not-supported request.idempotency-key.invalid
    request.pagination.invalid request.route-not-found request.validation.* resource.* sandbox.not-supported
    service.not-supported`,
};

/**
 * What a network's merchant advice code allows: Mastercard's codes, and Visa's category 1 (the issuer never approves).
 * ProcessOut's reference does not list them, so their spelling is INF. A code that is not here leaves few attempts.
 */
const ADVICE: Record<string, Partial<DeclineRule> & { rule: RuleName }> = {
  "do-not-retry": { rule: "hard" },
  "01": { rule: "anotherCard" },
  "02": { rule: "soft", pauses: days(3, 3, 3) },
  "03": { rule: "hard" },
  "04": { rule: "anotherCard" },
  "21": { rule: "hard" },
  "22": { rule: "anotherCard" },
  "24": { rule: "soft", pauses: [...hours(1), ...days(1, 2, 2)] },
  "25": { rule: "soft", pauses: days(1, 2, 2, 2) },
  "26": { rule: "soft", pauses: days(2, 2, 2) },
  "27": { rule: "soft", pauses: days(4, 4, 4) },
  "28": { rule: "soft", pauses: days(6, 6) },
  "29": { rule: "soft", pauses: days(8, 8) },
  "30": { rule: "soft", pauses: days(10, 10) },
  "40": { rule: "anotherCard" },
  "41": { rule: "anotherCard" },
  "1": { rule: "hard" },
};

const ruleNames = new Map(
  (Object.keys(CODES) as RuleName[]).flatMap((name) =>
    CODES[name].split(/\s+/).map((code) => [code, name] as const),
  ),
);
const families = [...ruleNames.keys()]
  .filter((code) => code.endsWith("*"))
  .sort((one, other) => other.length - one.length);

/** The name of the rule that the table has for a code, or undefined for a code that it does not decide. */
export function ruleNameOf(code: string): RuleName | undefined {
  const family = families.find((known) => code.startsWith(known.slice(0, -1)));
  return ruleNames.get(code) ?? (family === undefined ? undefined : ruleNames.get(family));
}

/** The rule of a decline. Of code and advice the stricter one decides: whichever forbids a retry. */
export function ruleOf({ code, advice }: Decline): DeclineRule {
  const byCode: DeclineRule = RULES[ruleNameOf(code) ?? "fewTries"];
  if (advice === null) return byCode;
  const { rule, ...advised } = (Object.hasOwn(ADVICE, advice) && ADVICE[advice]) || { rule: "fewTries" };
  const byAdvice: DeclineRule = { ...RULES[rule], ...advised };
  return byCode.pauses.length === 0 && !byAdvice.barsCard ? byCode : byAdvice;
}

/** ProcessOut's advice on a retry (`recommendation_code`) where it forbids one, else the network's own code. */
export function adviceOf(
  transaction: Pick<Transaction, "recommendation_code" | "merchant_advice_code">,
): string | null {
  const { recommendation_code: recommended, merchant_advice_code: network } = transaction;
  return recommended === "do-not-retry" ? recommended : (network ?? recommended ?? null);
}

/** A decline as a sentence for the shopper. It never invites them to try a card again that cannot pay any more. */
export function declineSentence(decline: Decline): string {
  const isBarredByAdvice = ruleOf(decline).barsCard && !ruleOf({ ...decline, advice: null }).barsCard;
  return isBarredByAdvice
    ? "Your bank declined this card for good. Please use another card."
    : sentenceOf(decline.code);
}

/**
 * The next off-session attempt after the given declines with one card, the oldest first, and which attempt it is of how
 * many. Null when the last one leaves none.
 */
export function nextTry(
  declines: readonly (Decline & { at: Date })[],
): { at: Date; number: number; of: number } | null {
  const last = declines.at(-1);
  if (!last) return null;
  const { pauses } = ruleOf(last);
  const pause = pauses[declines.length - 1];
  if (pause === undefined) return null;
  return { at: new Date(last.at.getTime() + pause), number: declines.length + 1, of: pauses.length + 1 };
}
