import { card, declined, declinedWith, type Scenario, threeDS } from "./behaviour";
import { SANDBOX_SCENARIOS } from "./sandbox-scenarios";

const TWO = "Two networks: the shopper chooses";
const THROUGH = "Approved; the check says failed";
const PD = "payment.declined";
const CB = { scheme: "carte bancaire", country: "FR" };
const CB_VISA = { ...CB, co_scheme: "visa" };
const CB_MASTERCARD = { ...CB, co_scheme: "mastercard" };
const SCA = { required: "sca" } as const;
const ASKS = threeDS("works", true);
const ASKS_FOR_SCA = threeDS("works", true, SCA);
const OLD = threeDS("none", true, { version: 1 });
const OLD_FOR_SCA = threeDS("none", true, { version: 1, ...SCA });

/**
 * Every test card. The numbers that ProcessOut publishes behave as documented (server-api.md §7); the others are
 * `SANDBOX_SCENARIOS`.
 */
export const SCENARIOS: readonly Scenario[] = [
  // Approved.
  card("visa", "4242 4242 4242 4242", "Visa", "Always approved"),
  card("mastercard", "5555 5555 5555 4444", "Mastercard", "Always approved", { scheme: "mastercard" }),
  card("amex", "3782 822463 10005", "American Express", "Four-digit CVC", { scheme: "american express" }),
  card("diners", "3012 345678 9019", "Diners Club", "Fourteen digits", { scheme: "diners club" }),
  card("jcb", "3530 1113 3330 0000", "JCB", "Always approved", { scheme: "jcb", country: "JP" }),
  card("discover", "6011 1111 1111 1117", "Discover", "Always approved", { scheme: "discover" }),

  // The issuer's country, and French cards with two networks.
  card("visa-france", "4977 8300 0000 0001", "Visa, France", "Issued in France", { country: "FR" }),
  card("carte-bancaire", "4360 0000 0100 0005", "Carte Bancaire and Visa", TWO, CB_VISA),
  card("carte-bancaire-2021", "4556 6200 0000 0005", "Carte Bancaire and Visa", TWO, CB_VISA),
  card(
    "carte-bancaire-mastercard",
    "5130 2900 0000 0009",
    "Carte Bancaire and Mastercard",
    TWO,
    CB_MASTERCARD,
  ),
  card("visa-britain", "4658 5800 0000 0008", "Visa, United Kingdom", "Issued in the UK", { country: "GB" }),
  card("visa-denmark", "4571 7300 0000 0003", "Visa, Denmark", "Issued in Denmark", { country: "DK" }),
  card("visa-italy", "4023 6000 0000 0002", "Visa, Italy", "Issued in Italy", { country: "IT" }),
  card("visa-argentina", "4338 3000 0000 0009", "Visa, Argentina", "Issued in Argentina", { country: "AR" }),
  card("visa-china", "4835 9100 0000 0003", "Visa, China", "Issued in China", { country: "CN" }),

  // 3-D Secure.
  card("challenge", "4000 0000 0000 0101", "3-D Secure challenge", "Fingerprint, then the bank asks", ASKS),
  card("no-3ds", "4000 0000 0000 0119", "No 3-D Secure", "Not enrolled: approved without 3-D Secure"),
  card(
    "v2-only",
    "4000 0000 0000 0259",
    "3-D Secure 2 only",
    "Fingerprint, then the bank asks",
    ASKS_FOR_SCA,
  ),
  card("v1-only", "4000 0000 0000 3238", "3-D Secure 1 only", "The bank asks, the old way", OLD_FOR_SCA),
  card(
    "frictionless",
    "4000 0000 0000 3055",
    "Frictionless",
    "Authenticated unasked",
    threeDS("none", false),
  ),
  card(
    "frictionless-fingerprint",
    "4000 0000 0000 3063",
    "Frictionless",
    "Fingerprint",
    threeDS("works", false),
  ),
  card(
    "fingerprint-fails",
    "4000 0000 0000 3220",
    "Dead fingerprint",
    "Then the bank asks",
    threeDS("dead", true),
  ),
  card(
    "sca-only",
    "4000 0000 0000 3253",
    "3-D Secure for SCA",
    "Asks the shopper, not the merchant",
    ASKS_FOR_SCA,
  ),
  card(
    "v1-required",
    "4000 0000 0000 3246",
    "3-D Secure 1 required",
    "The bank always asks, the old way",
    OLD,
  ),

  // The bank says no.
  declined("do-not-honor", "4000 0000 0000 2180", "Do not honour", "The bank gives no reason"),
  declined("possible-fraud", "4000 0000 0000 2198", "Possible fraud", "The bank suspects fraud"),
  declined("no-money", "4000 0000 0000 2206", "No money", "There is not enough on the account"),
  declined("expired", "4000 0000 0000 2214", "Expired", "The bank says the card has expired"),
  declined("stolen", "4000 0000 0000 2222", "Stolen", "The card was reported stolen"),
  declined("failed-cvc", "4000 0000 0000 2230", "Wrong CVC", "The security code is wrong"),
  declined("failed-avs", "4000 0000 0000 2248", "Wrong address", "The address does not match"),
  declined("not-authorized", "4000 0000 0000 2255", "Not authorized", "The card may not do this"),
  declined("inactive", "4000 0000 0000 2263", "Inactive", "The card is not active"),
  declined("lost", "4000 0000 0000 2271", "Lost", "The card was reported lost"),
  declined("region-not-authorized", "4000 0000 0000 2289", "Wrong region", "The card is for another region"),
  declined("blacklisted", "4127 9694 2058 7632", "Blacklisted", "The card is blacklisted"),
  card("denied", "4000 0000 0000 0002", "Denied", "Declined", declinedWith("card.declined")),
  card("do-not-retry", "5337 4800 0000 7168", "Do not retry", "Declined, with the advice not to try again", {
    ...declinedWith("card.declined"),
    scheme: "mastercard",
    do_not_retry: true,
  }),

  // Goes wrong later.
  card("verifies-then-fails", "4000 0000 0000 1216", "Verifies, then fails", "Saved; every payment fails", {
    authorize: "card.declined",
  }),
  card("once-then-no-money", "4000 0000 0000 6009", "Works once, then no money", "Later payments fail", {
    later_authorize: "card.no-money",
  }),
  card("once-then-expired", "4000 0000 0000 4301", "Works once, then expired", "Later payments fail", {
    later_authorize: "card.expired",
  }),
  card("capture-fails", "4000 0000 0000 0010", "Capture fails", "Authorized, not captured", { capture: PD }),
  card("refund-fails", "4000 0000 0000 0077", "Refund fails", "Paid; refunds are declined", { refund: PD }),
  card(
    "incremental-capture-fails",
    "4000 0000 0000 6223",
    "Incremental capture fails",
    "The rest is not captured",
    {
      incremental_capture: PD,
    },
  ),
  card("increment-fails", "4000 0000 0000 0531", "Increment fails", "The amount cannot grow", {
    increment: PD,
  }),
  card("increment-no-money", "4000 0000 0000 3303", "Increment fails, no money", "The amount cannot grow", {
    increment: "card.no-money",
  }),
  card("chargeback", "4000 0000 0000 0069", "Chargeback", "Paid, charged back", { dispute: "chargeback" }),
  card("chargeback-fails", "4000 0000 0000 0200", "Chargeback that fails", "Paid, disputed, won", {
    dispute: "failed-chargeback",
  }),
  card("retrieval-request", "4000 0000 0000 0309", "Retrieval request", "Paid; the bank asks for proof", {
    dispute: "retrieval-request",
  }),
  card("fraud-notification", "4000 0000 0000 4004", "Fraud notification", "Paid, then reported as fraud", {
    dispute: "fraud-notification",
  }),

  // Approved although a check fails.
  card("cvc-check-fails", "4000 0000 0000 0028", "CVC check fails", THROUGH, { failed_checks: ["cvc"] }),
  card("avs-check-fails", "4000 0000 0000 0036", "AVS check fails", THROUGH, {
    failed_checks: ["avs-postal", "avs-street"],
  }),
  card("all-checks-fail", "4000 0000 0000 0044", "CVC and AVS checks fail", THROUGH, {
    failed_checks: ["cvc", "avs-postal", "avs-street"],
  }),
  card("avs-postal-fails", "4000 0000 0000 0085", "AVS postal code", THROUGH, {
    failed_checks: ["avs-postal"],
  }),
  card("avs-street-fails", "4000 0000 0000 0093", "AVS street", THROUGH, { failed_checks: ["avs-street"] }),

  ...SANDBOX_SCENARIOS,
];

/** Any other number, real cards included: always declined. */
export const UNLISTED: Scenario = card("unlisted", "", "Not a test card", "Fails", declinedWith(PD));

const BY_NAME = new Map(SCENARIOS.map((scenario) => [scenario.name, scenario]));
const BY_NUMBER = new Map(SCENARIOS.map((scenario) => [scenario.number, scenario]));

export const scenarioNamed = (name: string): Scenario | undefined => BY_NAME.get(name);
export const scenarioOfNumber = (number: string): Scenario => BY_NUMBER.get(number) ?? UNLISTED;
/** The scenario of a stored card, by the name in its row. */
export const scenarioOf = (card: { scenario: string }): Scenario => BY_NAME.get(card.scenario) ?? UNLISTED;
