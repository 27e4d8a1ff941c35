const texts: Record<string, string> = {
  default: "The card was declined. Please try another card.",
  "card.declined": "The card was declined.",
  "card.expired": "The card has expired.",
  "card.invalid": "The card is not valid.",
  "card.invalid-number": "The card number is not valid.",
  "card.invalid-date": "The expiry date has passed.",
  "card.invalid-month": "The expiry month is not valid.",
  "card.invalid-year": "The expiry year is not valid.",
  "card.invalid-cvc": "The CVC is not valid.",
  "card.failed-three-d-s": "The card could not be verified with 3-D Secure.",
  "customer.canceled": "The verification was cancelled.",
  "customer.popup-blocked": "The browser blocked the window that was about to open.",
  "payment.declined": "The payment was declined.",
  "payment.pending": "The payment is still being processed.",
  "three-d-s-2.fingerprint-timed-out": "The bank took too long to recognise this device.",
  "request.validation.error": "The request is not valid.",
  "processout-js.missing-project-id": "No project ID was given to ProcessOut.js.",
  "processout-js.not-hosted": "ProcessOut.js must be loaded from the sandbox that serves it.",
  "processout-js.invalid-type": "This value cannot be tokenized.",
  "processout-js.invalid-field": "A card field cannot be mounted into an <input>; give it a container.",
  "processout-js.invalid-field-type": "There is no such card field.",
  "processout-js.undefined-field":
    "The form lacks a container with data-processout-input for a needed field.",
  "processout-js.field.unavailable": "A card field did not answer in time.",
  "processout-js.no-customer-action": "There is nothing for the customer to do.",
  "processout-js.wrong-type-for-action": "This customer action cannot be handled in a browser.",
  "processout-js.network-issue": "The connection to ProcessOut failed.",
  "resource.invalid-type": "The resource ID must start with iv_, sub_ or auth_req_.",
};

const cancelLabels: Record<string, string> = {
  de: "Abbrechen",
  es: "Cancelar",
  fr: "Annuler",
  it: "Annulla",
  nl: "Annuleren",
  pl: "Anuluj",
  pt: "Cancelar",
};

export function textFor(code: string | undefined): string {
  return texts[code ?? "default"] ?? texts.default ?? "";
}

export function cancelLabel(): string {
  return cancelLabels[navigator.language.slice(0, 2)] ?? "Cancel";
}
