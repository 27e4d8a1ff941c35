/**
 * What a shopper reads when ProcessOut, its browser script or a bank says no: a sentence, and the codes that
 * mean it (`card.*` stands for every code of that family without a sentence of its own). Each says what
 * happened, as far as that helps, and what to do next. Why a bank distrusts a card is never told.
 */
const answers: [sentence: string, codes: string][] = [
  [
    "Your bank declined this card. Try another card, or ask your bank why.",
    "card.* payment.declined gateway.declined default",
  ],
  [
    "This card cannot be used here. Please use another card.",
    `card.already-blocked card.authorization-revoked card.blacklisted card.high-risk card.keep-card card.law-violation
     card.lost card.possible-counterfeit card.possible-fraud card.restricted card.security-violation
     card.stolen customer.disputed gateway.blocked gateway.possible-fraud request.transaction-blocked
     routing-rules.transaction-blocked`,
  ],
  ["There is not enough money on this card. Try another card.", "card.no-money"],
  [
    "This card has reached a limit set by its bank. Try another card, or ask your bank to raise it.",
    `card.exceeded-activity-limits card.exceeded-limits card.exceeded-maximum-amount
     card.exceeded-withdrawal-limit gateway.limit-exceeded`,
  ],
  [
    "Your bank wants to hear from you first. Call the number on the back of the card, or try another.",
    `card.approve-after-identification card.cannot-verify-pin card.contact-bank
     card.exceeded-pin-attempts card.maximum-attempts card.pin-not-changed`,
  ],
  [
    "This card has expired. Use another card, or the new one your bank sent you.",
    "card.expired gateway.expired",
  ],
  [
    "This card is not active yet. Activate it with your bank, or use another card.",
    "card.inactive card.not-activated card.not-registered",
  ],
  [
    "We do not take this kind of card. Please use another card.",
    `card.currency-unsupported card.invalid-brand card.invalid-scheme card.not-supported
     card.region-not-authorized card.surcharge-not-allowed card.surcharge-not-supported
     card.type-not-supported gateway.unsupported-country-code gateway.unsupported-currency`,
  ],
  ["This is a test number, and only real cards are taken here. Please use another card.", "card.test"],
  [
    "The card number is not right. Check it and try again.",
    `card.invalid card.invalid-account card.invalid-number card.issuer-not-found card.missing-number
     card.not-found request.card.invalid`,
  ],
  [
    "The expiry date is not right. Check it and try again.",
    `card.invalid-date card.invalid-expiry-date card.invalid-expiry-month card.invalid-expiry-year
     card.invalid-month card.invalid-year card.missing-expiry`,
  ],
  [
    "The security code (CVC) is not right. Check it and try again.",
    "card.failed-cvc card.failed-cvc-and-avs card.invalid-cvc card.missing-cvc",
  ],
  [
    "The name on the card is missing or not accepted. Check it and try again.",
    "card.invalid-name card.missing-cardholder-name card.missing-name",
  ],
  [
    "Your address does not match the one your bank has. Correct it in your profile and try again.",
    `card.failed-avs card.failed-avs-address card.failed-avs-postal card.invalid-address card.invalid-avs
     card.invalid-zip card.missing-avs gateway.invalid-billing-address`,
  ],
  [
    "Your bank could not confirm that it was you. Try again, or use another card.",
    `card.couldnt-3ds card.failed-3ds card.failed-3ds-technical card.failed-three-d-s card.missing-3ds
     card.physical-authentication-error card.unsupported-3ds card.unsupported-3ds2`,
  ],
  [
    "Your bank wants to confirm that it is you. Try again and follow your bank's steps.",
    "card.exemption-declined card.needs-authentication",
  ],
  [
    "Your bank's check ran out of time. Please try again.",
    "card.expired-3ds processout-js.challenge-timeout three-d-s-2.fingerprint-timed-out",
  ],
  [
    "The bank's check was closed before it ended. Start again when you are ready.",
    "card.canceled-by-client customer.canceled customer.cancelled processout-mobile.cancelled",
  ],
  [
    "Your browser blocked your bank's window. Allow pop-ups for this page and try again.",
    "customer.popup-blocked",
  ],
  [
    "Your bank has not decided yet. Look again in a few minutes before you retry.",
    "card.pending card.pending-3ds gateway.transaction-pending payment.pending request.still-processing",
  ],
  [
    "This looks like something you already did. Check your orders and cards before you try again.",
    "card.already-captured card.duplicate gateway.duplicate gateway.invalid-repeat",
  ],
  [
    "These card details were used once already. Please type them again.",
    "request.source.card-already-used request.source.invalid",
  ],
  [
    "Permission to charge this card was withdrawn. Add it again, or use another card.",
    "card.revoked card.revoked-all customer.payment-method-revoked",
  ],
  [
    "Your bank cannot be reached just now. Try again in a few minutes, or use another card.",
    `card.acquirer-failed card.issuer-down card.issuer-failed card.issuer-maintenance
     card.issuer-malfunction card.network-failed card.please-retry card.processing-error card.timeout
     card.transaction-not-processed`,
  ],
  [
    "The payment service is not answering. Please try again in a few minutes.",
    `gateway* request.gateway.* unavailable processout-js.aborted-retries-exceeded
     processout-js.internal-server-error processout-js.response-timeout processout-js.service-unavailable`,
  ],
  [
    "We could not reach the payment service. Check your connection and try again.",
    "processout-js.network-issue processout-mobile.network-unreachable processout-mobile.timeout",
  ],
  [
    "The card form did not load. Reload the page, and check that nothing blocks it.",
    "processout-js.field.unavailable processout-js.modal.unavailable processout-js.script-failed",
  ],
  [
    "That was a lot of tries at once. Wait a minute, then try again.",
    "request.rate.exceeded request.too-much gateway.rate-limit-exceeded",
  ],
  [
    "Some of your details were not accepted. Check your profile and try again.",
    `customer.invalid-* gateway.invalid-customer-input gateway.missing-customer-input
     request.validation.invalid-address request.validation.invalid-country
     request.validation.invalid-email request.validation.invalid-name
     request.validation.invalid-phone-number request.validation.missing-email
     request.validation.missing-name`,
  ],
  [
    "The shop is not answering. In a minute, look whether this was done, and try again if not.",
    "database.unavailable",
  ],
  ["The shop was updated while this page was open. Reload the page and try again.", "page.outdated"],
  ["You are signed out. Sign in to continue.", "signed-out"],
  [
    "The account has changed since this page was opened, so nothing was done. Reload the page first.",
    "other-user",
  ],
  [
    "The connection was lost. Check it, look whether this was done, and try again if not.",
    "page.disconnected",
  ],
  ["We could not find that any more. Reload the page and try again.", "resource.*"],
  [
    "Too many tries with cards in the last hour, so your bank was not asked and nothing was charged. Please wait an hour, then try again.",
    "card.too-many-attempts payment.too-many-attempts",
  ],
  ["This payment was ended and nothing was charged. Please try again.", "payment.voided payment.abandoned"],
  [
    "Your saved cards pay in another currency. Change the cart's, or use another card.",
    "request.validation.invalid-currency",
  ],
  [
    "Something is not set up right on our side, so this cannot be done now. Your card is not the problem.",
    `processout-js.* request.* sandbox.* service.* gateway.configuration-error
     gateway.invalid-credentials gateway.invalid-merchant`,
  ],
];

const CALM_DEFAULT = "That did not work, and we do not know why yet. Please try again in a few minutes.";

const sentences = answers.flatMap(([sentence, codes]) =>
  codes.split(/\s+/).map((code) => ({ code: code.replace("*", ""), isFamily: code.endsWith("*"), sentence })),
);
const byCode = new Map(
  sentences.filter(({ isFamily }) => !isFamily).map(({ code, sentence }) => [code, sentence]),
);
const families = sentences
  .filter(({ isFamily }) => isFamily)
  .sort((one, other) => other.code.length - one.code.length);

/** The sentence of a code: its own, else that of its nearest family, else one calm default. */
export function sentenceOf(code: string): string {
  const family = families.find((known) => code.startsWith(known.code));
  return byCode.get(code) ?? family?.sentence ?? CALM_DEFAULT;
}
