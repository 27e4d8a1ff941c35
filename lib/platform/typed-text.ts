// What a request may carry as text, from any sender.

/** Control characters except tab and line ends, and halves of surrogate pairs: PostgreSQL and ProcessOut refuse them. */
const UNSTORABLE = /(?![\t\n\r])[\p{Cc}\p{Cs}]/gu;

/** The text without what cannot be stored. A person cannot type that, but may paste it. */
export const cleanText = (text: string) => text.replace(UNSTORABLE, "");

export const isStorable = (text: string) => cleanText(text) === text;

/** For a card number outside of ProcessOut's fields. It must reach no row, no address and no log. */
export const CARD_NUMBER_SENTENCE =
  "This looks like a card number. Please remove it: card numbers belong in the card field only.";

const LONG_NUMBER = /(?<!\w)[2-6]\d{3}(?:[ -]?\d){8,15}(?!\w)/g;

/** Whether a text holds 12 to 19 digits, with or without spaces, that begin and end as a card number does. */
export const containsCardNumber = (text: string) => (text.match(LONG_NUMBER) ?? []).some(hasCheckDigit);

/** The Luhn check of ISO/IEC 7812: every second digit from the right is doubled. */
function hasCheckDigit(number: string): boolean {
  const digits = [...number.replace(/\D/g, "")].reverse().map(Number);
  const sum = digits.reduce(
    (total, digit, index) => total + (index % 2 ? ((digit * 2) % 10) + Number(digit > 4) : digit),
    0,
  );
  return sum % 10 === 0;
}

const MAX_DEPTH = 8;

/**
 * A decoded argument as plain data with clean texts: strings, numbers, booleans, null, lists and records. Anything else
 * that React or JSON can decode becomes undefined: dates, files, promises, functions, what is too deep, and an object
 * that occurs twice, as in a cycle. Keys such as `__proto__` stay keys.
 */
export function cleanInput(value: unknown, depth = 0, seen = new Set<object>()): unknown {
  if (typeof value === "string") return cleanText(value);
  if (typeof value === "number" || typeof value === "boolean" || value === null) return value;
  if (typeof value !== "object" || depth === MAX_DEPTH || seen.has(value)) return undefined;
  seen.add(value);
  if (Array.isArray(value)) return value.map((item) => cleanInput(item, depth + 1, seen));
  if (Object.getPrototypeOf(value) !== Object.prototype) return undefined;
  return Object.fromEntries(
    Object.entries(value).map(([key, field]) => [key, cleanInput(field, depth + 1, seen)]),
  );
}

/** The value of a key that is in the table itself, not of one that every object inherits, such as `constructor`. */
export const lookUp = <Value>(table: Readonly<Record<string, Value>>, key: string): Value | undefined =>
  Object.hasOwn(table, key) ? table[key] : undefined;
