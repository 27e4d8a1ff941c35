/**
 * What each test card does: the only table that says so. The numbers ProcessOut publishes behave as it says
 * (server-api.md §7); the ones marked `published: false` exist on this sandbox alone.
 */
export type Scenario = {
  name: string;
  number: string;
  title: string;
  description: string;
  /** In a word or two: `success`, a decline code, or what happens later. */
  outcome: string;
  published: boolean;
  scheme: string;
  co_scheme: string | null;
  /** Of the issuer, from the IIN. */
  country: string;
  three_d_s: ThreeDSecure | null;
  /** How a zero-amount verification ends. */
  verify: "success" | "later-success" | "later-failure" | "never" | "unknown" | DeclineCode;
  /** How a payment ends; null goes through. */
  authorize: DeclineCode | null;
  /** How payments end once one authorization, the verification included, went through. */
  later_authorize: DeclineCode | null;
  /** Days from the first of those declines after which payments go through again. */
  recovers_after_days: number | null;
  /** Payments the merchant starts are refused with `card.needs-authentication` until the shopper pays once more. */
  asks_again: boolean;
  capture: DeclineCode | null;
  incremental_capture: DeclineCode | null;
  increment: DeclineCode | null;
  refund: DeclineCode | null;
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
  /** `sca` leaves out payments that the merchant starts. */
  required: "always" | "sca";
  /** How the bank's page comes: in a frame, instead of the merchant's page, or never done loading. */
  page: "frame" | "full-page" | "silent";
};

type Behaviour = Partial<Omit<Scenario, "name" | "number" | "title" | "description">>;

const PLAIN: Omit<Scenario, "name" | "number" | "title" | "description"> = {
  outcome: "success",
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
  dispute: null,
  failed_checks: [],
  do_not_retry: false,
};

function card(
  name: string,
  number: string,
  title: string,
  description: string,
  behaviour: Behaviour = {},
): Scenario {
  return { ...PLAIN, ...behaviour, name, number: number.replaceAll(" ", ""), title, description };
}

function declining(
  name: string,
  number: string,
  title: string,
  reason: string,
  more: Behaviour = {},
): Scenario {
  const code: DeclineCode = `card.${name}`;
  const description = `Verification and payment fail: ${reason}.`;
  return card(name, number, title, description, { outcome: code, verify: code, authorize: code, ...more });
}

function threeDS(
  fingerprint: ThreeDSecure["fingerprint"],
  challenge: boolean,
  more: Partial<ThreeDSecure> = {},
) {
  return {
    version: 2,
    fingerprint,
    challenge,
    required: "always",
    page: "frame",
    ...more,
  } satisfies ThreeDSecure;
}

function sandboxOnly(name: string, number: string, title: string, description: string, behaviour: Behaviour) {
  return card(name, number, title, description, { ...behaviour, published: false });
}

export const SCENARIOS: readonly Scenario[] = [
  // Goes through.
  card("visa", "4242 4242 4242 4242", "Visa", "Always goes through."),
  card("mastercard", "5555 5555 5555 4444", "Mastercard", "Always goes through.", { scheme: "mastercard" }),
  card("amex", "3782 822463 10005", "American Express", "Goes through; the CVC has four digits.", {
    scheme: "american express",
  }),
  card("diners", "3012 345678 9019", "Diners Club", "Goes through; 14 digits.", { scheme: "diners club" }),
  card("jcb", "3530 1113 3330 0000", "JCB", "Always goes through.", { scheme: "jcb", country: "JP" }),
  card("discover", "6011 1111 1111 1117", "Discover", "Always goes through.", { scheme: "discover" }),

  // The issuer's country, and French cards with two networks.
  card("visa-france", "4977 8300 0000 0001", "Visa, France", "Issued in France.", { country: "FR" }),
  card(
    "carte-bancaire",
    "4360 0000 0100 0005",
    "Carte Bancaire and Visa",
    "Two networks: the shopper chooses.",
    {
      scheme: "carte bancaire",
      co_scheme: "visa",
      country: "FR",
    },
  ),
  card(
    "carte-bancaire-2021",
    "4556 6200 0000 0005",
    "Carte Bancaire and Visa",
    "The number of the 2021 page.",
    {
      scheme: "carte bancaire",
      co_scheme: "visa",
      country: "FR",
    },
  ),
  card(
    "carte-bancaire-mastercard",
    "5130 2900 0000 0009",
    "Carte Bancaire and Mastercard",
    "Two networks: the shopper chooses.",
    { scheme: "carte bancaire", co_scheme: "mastercard", country: "FR" },
  ),
  card("visa-britain", "4658 5800 0000 0008", "Visa, United Kingdom", "Issued in the UK.", { country: "GB" }),
  card("visa-denmark", "4571 7300 0000 0003", "Visa, Denmark", "Issued in Denmark.", { country: "DK" }),
  card("visa-italy", "4023 6000 0000 0002", "Visa, Italy", "Issued in Italy.", { country: "IT" }),
  card("visa-argentina", "4338 3000 0000 0009", "Visa, Argentina", "Issued in Argentina.", { country: "AR" }),
  card("visa-china", "4835 9100 0000 0003", "Visa, China", "Issued in China.", { country: "CN" }),

  // 3-D Secure.
  card("challenge", "4000 0000 0000 0101", "3-D Secure challenge", "Fingerprint, then the bank asks.", {
    outcome: "challenge",
    three_d_s: threeDS("works", true),
  }),
  card("no-3ds", "4000 0000 0000 0119", "No 3-D Secure", "Not enrolled: goes through without asking."),
  card("v2-only", "4000 0000 0000 0259", "3-D Secure 2 only", "Fingerprint, then the bank asks.", {
    outcome: "challenge",
    three_d_s: threeDS("works", true, { required: "sca" }),
  }),
  card("v1-only", "4000 0000 0000 3238", "3-D Secure 1 only", "The bank's own page, in the old protocol.", {
    outcome: "challenge",
    three_d_s: threeDS("none", true, { version: 1, required: "sca" }),
  }),
  card("frictionless", "4000 0000 0000 3055", "Frictionless", "Authenticated without asking anything.", {
    three_d_s: threeDS("none", false),
  }),
  card(
    "frictionless-fingerprint",
    "4000 0000 0000 3063",
    "Frictionless after a fingerprint",
    "No challenge.",
    {
      three_d_s: threeDS("works", false),
    },
  ),
  card(
    "fingerprint-fails",
    "4000 0000 0000 3220",
    "Dead fingerprint",
    "It never answers; then the bank asks.",
    {
      outcome: "challenge",
      three_d_s: threeDS("dead", true),
    },
  ),
  card("sca-only", "4000 0000 0000 3253", "3-D Secure when present", "Asks the shopper, not the merchant.", {
    outcome: "challenge",
    three_d_s: threeDS("works", true, { required: "sca" }),
  }),
  card("v1-required", "4000 0000 0000 3246", "3-D Secure 1 required", "The old protocol, always.", {
    outcome: "challenge",
    three_d_s: threeDS("none", true, { version: 1 }),
  }),

  // The bank says no.
  declining("do-not-honor", "4000 0000 0000 2180", "Do not honour", "the bank gives no reason"),
  declining("possible-fraud", "4000 0000 0000 2198", "Possible fraud", "the bank suspects fraud"),
  declining("no-money", "4000 0000 0000 2206", "No money", "there is not enough on the account"),
  declining("expired", "4000 0000 0000 2214", "Expired", "the bank says the card has expired"),
  declining("stolen", "4000 0000 0000 2222", "Stolen", "the card was reported stolen"),
  declining("failed-cvc", "4000 0000 0000 2230", "Wrong CVC", "the security code is wrong"),
  declining("failed-avs", "4000 0000 0000 2248", "Wrong address", "the address does not match"),
  declining("not-authorized", "4000 0000 0000 2255", "Not authorized", "the card may not do this"),
  declining("inactive", "4000 0000 0000 2263", "Inactive", "the card is not active"),
  declining("lost", "4000 0000 0000 2271", "Lost", "the card was reported lost"),
  declining("region-not-authorized", "4000 0000 0000 2289", "Wrong region", "the card is for another region"),
  declining("blacklisted", "4127 9694 2058 7632", "Blacklisted", "the card is blacklisted"),
  card("denied", "4000 0000 0000 0002", "Denied", "Verification and payment are denied.", {
    outcome: "card.declined",
    verify: "card.declined",
    authorize: "card.declined",
  }),
  card("do-not-retry", "5337 4800 0000 7168", "Do not retry", "Declined, with the advice not to try again.", {
    outcome: "card.declined",
    scheme: "mastercard",
    verify: "card.declined",
    authorize: "card.declined",
    do_not_retry: true,
  }),

  // Goes wrong later.
  card("verifies-then-fails", "4000 0000 0000 1216", "Verifies, then fails", "Saved well; payments fail.", {
    outcome: "success, then card.declined",
    authorize: "card.declined",
  }),
  card(
    "once-then-no-money",
    "4000 0000 0000 6009",
    "Works once, then no money",
    "The first use goes through.",
    {
      outcome: "success, then card.no-money",
      later_authorize: "card.no-money",
    },
  ),
  card(
    "once-then-expired",
    "4000 0000 0000 4301",
    "Works once, then expired",
    "The first use goes through.",
    {
      outcome: "success, then card.expired",
      later_authorize: "card.expired",
    },
  ),
  card("capture-fails", "4000 0000 0000 0010", "Capture fails", "Authorized, but cannot be captured.", {
    outcome: "capture fails",
    capture: "payment.declined",
  }),
  card("refund-fails", "4000 0000 0000 0077", "Refund fails", "Paid, but refunds are declined.", {
    outcome: "refund fails",
    refund: "payment.declined",
  }),
  card(
    "incremental-capture-fails",
    "4000 0000 0000 6223",
    "Incremental capture fails",
    "The rest cannot be captured.",
    {
      outcome: "incremental capture fails",
      incremental_capture: "payment.declined",
    },
  ),
  card("increment-fails", "4000 0000 0000 0531", "Increment fails", "The authorization cannot grow.", {
    outcome: "increment fails",
    increment: "payment.declined",
  }),
  card(
    "increment-no-money",
    "4000 0000 0000 3303",
    "Increment fails, no money",
    "The authorization cannot grow.",
    {
      outcome: "increment fails",
      increment: "card.no-money",
    },
  ),
  card("chargeback", "4000 0000 0000 0069", "Chargeback", "Paid, then charged back.", {
    outcome: "chargeback",
    dispute: "chargeback",
  }),
  card("chargeback-fails", "4000 0000 0000 0200", "Chargeback that fails", "Paid, disputed, and won.", {
    outcome: "chargeback, won",
    dispute: "failed-chargeback",
  }),
  card(
    "retrieval-request",
    "4000 0000 0000 0309",
    "Retrieval request",
    "Paid, then the bank asks for proof.",
    {
      outcome: "retrieval request",
      dispute: "retrieval-request",
    },
  ),
  card("fraud-notification", "4000 0000 0000 4004", "Fraud notification", "Paid, then reported as fraud.", {
    outcome: "fraud notification",
    dispute: "fraud-notification",
  }),

  // Goes through although a check fails.
  card(
    "cvc-check-fails",
    "4000 0000 0000 0028",
    "CVC check fails",
    "Goes through; the CVC check says failed.",
    {
      failed_checks: ["cvc"],
    },
  ),
  card(
    "avs-check-fails",
    "4000 0000 0000 0036",
    "AVS check fails",
    "Goes through; the address check says failed.",
    {
      failed_checks: ["avs-postal", "avs-street"],
    },
  ),
  card(
    "all-checks-fail",
    "4000 0000 0000 0044",
    "CVC and AVS checks fail",
    "Goes through; both checks say failed.",
    {
      failed_checks: ["cvc", "avs-postal", "avs-street"],
    },
  ),
  card(
    "avs-postal-fails",
    "4000 0000 0000 0085",
    "AVS postal code fails",
    "Goes through; the postal code is wrong.",
    {
      failed_checks: ["avs-postal"],
    },
  ),
  card("avs-street-fails", "4000 0000 0000 0093", "AVS street fails", "Goes through; the street is wrong.", {
    failed_checks: ["avs-street"],
  }),

  // Sandbox only: what ProcessOut says can happen, and publishes no number for.
  sandboxOnly(
    "async-success",
    "4000 0000 0009 0011",
    "Answers later: yes",
    "Pending, verified 15 seconds later.",
    {
      outcome: "pending, then success",
      verify: "later-success",
    },
  ),
  sandboxOnly(
    "async-failure",
    "4000 0000 0009 0029",
    "Answers later: no",
    "Pending, refused 15 seconds later.",
    {
      outcome: "pending, then failed",
      verify: "later-failure",
      authorize: "card.declined",
    },
  ),
  sandboxOnly(
    "never-answers",
    "4000 0000 0009 0037",
    "Never answers",
    "The verification stays pending for ever.",
    {
      outcome: "pending",
      verify: "never",
    },
  ),
  sandboxOnly(
    "unknown",
    "4000 0000 0009 0045",
    "Unknown",
    "The verification ends as unknown, not chargeable.",
    {
      outcome: "unknown",
      verify: "unknown",
    },
  ),
  sandboxOnly(
    "challenge-hangs",
    "4000 0000 0009 0102",
    "Challenge that never loads",
    "The bank's page shows a spinner for ever.",
    {
      outcome: "challenge, never answered",
      three_d_s: threeDS("none", true, { page: "silent" }),
    },
  ),
  sandboxOnly(
    "v1-full-page",
    "4000 0000 0009 0110",
    "3-D Secure 1, full page",
    "The bank's page replaces the shop's, then leads back to it.",
    {
      outcome: "challenge",
      three_d_s: threeDS("none", true, { version: 1, page: "full-page" }),
    },
  ),
  sandboxOnly(
    "no-money-until-payday",
    "4000 0000 0009 0052",
    "No money until payday",
    "Works once; later payments find no money for four days.",
    {
      outcome: "success, then card.no-money, then success",
      later_authorize: "card.no-money",
      recovers_after_days: 4,
    },
  ),
  sandboxOnly(
    "asks-again",
    "4000 0000 0009 0060",
    "Asks the shopper again",
    "Off session the bank wants the shopper back; once they have paid in person, it is content.",
    {
      outcome: "success, then card.needs-authentication, then success",
      three_d_s: threeDS("none", true, { required: "sca" }),
      asks_again: true,
    },
  ),
  sandboxOnly(
    "once-then-stolen",
    "4000 0000 0009 0078",
    "Works once, then stolen",
    "The first use goes through; later the card is reported stolen.",
    {
      outcome: "success, then card.stolen",
      later_authorize: "card.stolen",
    },
  ),
  sandboxOnly(
    "once-then-do-not-retry",
    "4000 0000 0009 0086",
    "Works once, then do not retry",
    "The first use goes through; later payments come back with the advice not to try again.",
    {
      outcome: "success, then card.declined",
      later_authorize: "card.declined",
      do_not_retry: true,
    },
  ),
];

/** What any number outside the deck does: real cards never work on a sandbox (server-api.md §7). */
export const UNLISTED: Scenario = card("unlisted", "", "Not a test card", "Verification and payment fail.", {
  outcome: "payment.declined",
  published: false,
  verify: "payment.declined",
  authorize: "payment.declined",
});

const BY_NAME = new Map(SCENARIOS.map((scenario) => [scenario.name, scenario]));
const BY_NUMBER = new Map(SCENARIOS.map((scenario) => [scenario.number, scenario]));

export const scenarioNamed = (name: string): Scenario | undefined => BY_NAME.get(name);
export const scenarioOfNumber = (number: string): Scenario => BY_NUMBER.get(number) ?? UNLISTED;
/** What a stored card does; its row keeps the name. */
export const scenarioOf = (card: { scenario: string }): Scenario => BY_NAME.get(card.scenario) ?? UNLISTED;
