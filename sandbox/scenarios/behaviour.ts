/** How a test card behaves. */
export type Scenario = {
  name: string;
  number: string;
  title: string;
  description: string;
  /** In a few words: `success`, `challenge`, a decline code, or the later failure. */
  outcome: string;
  /** False for cards that only this sandbox has. */
  published: boolean;
  scheme: string;
  co_scheme: string | null;
  /** Of the issuer, from the IIN. */
  country: string;
  three_d_s: ThreeDSecure | null;
  /** How a zero-amount verification ends. */
  verify: "success" | "later-success" | "later-failure" | "never" | "unknown" | DeclineCode;
  /** How a payment ends; null approves it. */
  authorize: DeclineCode | null;
  /** How payments end after one approved authorization, the verification included. */
  later_authorize: DeclineCode | null;
  /** Days from the first of those declines after which payments are approved again. */
  recovers_after_days: number | null;
  /** Merchant-initiated payments are declined with `card.needs-authentication` until the shopper authenticates again. */
  asks_again: boolean;
  capture: DeclineCode | null;
  incremental_capture: DeclineCode | null;
  increment: DeclineCode | null;
  refund: DeclineCode | null;
  /** A refund succeeds, and the shopper's bank rejects it later. */
  refund_later: DeclineCode | null;
  /** What the cardholder's bank does after a captured payment. */
  dispute: "chargeback" | "failed-chargeback" | "retrieval-request" | "fraud-notification" | null;
  failed_checks: ("cvc" | "avs-postal" | "avs-street")[];
  do_not_retry: boolean;
};

export type DeclineCode = `card.${string}` | `payment.${string}` | `gateway.${string}`;

export type ThreeDSecure = {
  version: 1 | 2;
  fingerprint: "none" | "works" | "dead";
  challenge: boolean;
  /** `sca` exempts merchant-initiated payments. */
  required: "always" | "sca";
  /** How the bank's page is shown: in a frame, in place of the merchant's page, or never loaded. */
  page: "frame" | "full-page" | "silent";
};

type Described = "name" | "number" | "title" | "description" | "outcome";
export type Behaviour = Partial<Omit<Scenario, Described>>;

const PLAIN: Omit<Scenario, Described> = {
  published: true,
  scheme: "visa",
  co_scheme: null,
  country: "US",
  three_d_s: null,
  verify: "success",
  authorize: null,
  later_authorize: null,
  recovers_after_days: null,
  asks_again: false,
  capture: null,
  incremental_capture: null,
  increment: null,
  refund: null,
  refund_later: null,
  dispute: null,
  failed_checks: [],
  do_not_retry: false,
};

/** A card that is approved unless its behaviour says otherwise. */
export function card(name: string, number: string, title: string, description: string, more: Behaviour = {}) {
  const behaviour = { ...PLAIN, ...more };
  const described = { name, number: number.replaceAll(" ", ""), title, description };
  return { ...described, outcome: outcomeOf(behaviour), ...behaviour } satisfies Scenario as Scenario;
}

/** The behaviour of a card whose bank declines verification and payment alike. */
export function declinedWith(code: DeclineCode, more: Behaviour = {}): Behaviour {
  return { verify: code, authorize: code, ...more };
}

/** A card that is declined with the code it is named after. */
export function declined(name: string, number: string, title: string, description: string) {
  return card(name, number, title, description, declinedWith(`card.${name}`));
}

export function threeDS(
  fingerprint: ThreeDSecure["fingerprint"],
  challenge: boolean,
  more: Partial<ThreeDSecure> = {},
): Behaviour {
  return { three_d_s: { version: 2, fingerprint, challenge, required: "always", page: "frame", ...more } };
}

const LATER: Record<string, string> = {
  "later-success": "pending, then success",
  "later-failure": "pending, then failed",
  never: "pending",
  unknown: "unknown",
};

function outcomeOf(behaviour: Omit<Scenario, Described>): string {
  const { verify, authorize, later_authorize, asks_again, recovers_after_days, three_d_s } = behaviour;
  if (verify !== "success") return LATER[verify] ?? verify;
  const later = asks_again ? "card.needs-authentication" : (authorize ?? later_authorize);
  if (later) return `success, then ${later}${recovers_after_days || asks_again ? ", then success" : ""}`;
  if (behaviour.capture) return "capture fails";
  if (behaviour.incremental_capture) return "incremental capture fails";
  if (behaviour.increment) return "increment fails";
  if (behaviour.refund) return "refund fails";
  if (behaviour.refund_later) return "refund, then failed";
  if (behaviour.dispute) return behaviour.dispute.replaceAll("-", " ");
  if (three_d_s?.page === "silent") return "challenge, never answered";
  return three_d_s?.challenge ? "challenge" : "success";
}
