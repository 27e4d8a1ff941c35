import { sentenceOf } from "@/lib/platform/error-sentences";
import { BrowserError, type CardFieldName, type CardFields } from "@/lib/processout-js";

/** A sentence for each invalid field. */
export type FieldErrors = Partial<Record<CardFieldName, string>>;

/** What the page knows of what is typed into the hosted fields: never more than how many digits the number has. */
export type Typed = { into: Set<CardFieldName>; digits: number };

const EMPTY: FieldErrors = {
  number: "Type the card number.",
  expiry: "Type the expiry date, month and year.",
  cvc: "Type the security code (CVC).",
};

/** The shortest number of the networks. */
const FEWEST_DIGITS = 12;

const BY_CODE: Record<string, string> = {
  "card.invalid-month": "The month is a number from 01 to 12. Check the expiry date.",
  "card.invalid-expiry-month": "The month is a number from 01 to 12. Check the expiry date.",
  "card.invalid-date": "This expiry date has passed. Check it, or use another card.",
};

/** The sentences of a validation error of the fields; empty for any other error. */
export function fieldErrors(error: unknown, typed: Typed): FieldErrors {
  if (!(error instanceof BrowserError)) return {};
  const entries = Object.entries(error.fields) as [CardFieldName, string][];
  return Object.fromEntries(entries.map(([field, code]) => [field, sentenceFor(field, code, typed)]));
}

function sentenceFor(field: CardFieldName, code: string, { into, digits }: Typed): string {
  if (!into.has(field) || (field === "number" && digits === 0)) return EMPTY[field] ?? sentenceOf(code);
  if (field === "number" && digits < FEWEST_DIGITS) {
    return `Only ${digits} ${digits === 1 ? "digit was" : "digits were"} typed. Check whether some are missing.`;
  }
  return BY_CODE[code] ?? sentenceOf(code);
}

// eject:start payments
/** Validates the fields: the sentences of the invalid ones, none if all are valid. Rejects if they cannot be validated. */
export async function findCardErrors(fields: CardFields, typed: Typed): Promise<FieldErrors> {
  try {
    await fields.validate();
    return {};
  } catch (error) {
    const errors = fieldErrors(error, typed);
    if (Object.keys(errors).length === 0) throw error;
    return errors;
  }
}
// eject:end payments

/** Puts the cursor into the first wrong field, and brings its container into view: the input is in another document. */
export function focusFirstWrong(form: HTMLElement | null, fields: CardFields, errors: FieldErrors): void {
  const [first] = Object.keys(errors).sort((a, b) => ORDER.indexOf(a) - ORDER.indexOf(b)) as CardFieldName[];
  if (!first) return;
  const slot = form?.querySelector(`[data-processout-input="${SLOTS[first]}"]`);
  slot?.scrollIntoView({ block: "center" });
  fields.focus(first);
}

const SLOTS: Partial<Record<CardFieldName, string>> = {
  number: "cc-number",
  expiry: "cc-exp",
  cvc: "cc-cvc",
};
const ORDER = Object.keys(SLOTS);
