/**
 * Money: a whole number of the currency's smallest unit, with the currency beside it. ProcessOut's wire
 * carries decimal text ("29", "12.50"), so text is what comes in and goes out; no float ever holds an amount.
 *
 * `minor` is a number, not a bigint: it survives JSON, props and an integer column as it is, and every
 * function refuses what is not a safe integer, so nothing can be rounded (the limit is 90 trillion cents).
 */
export type Money = { readonly minor: number; readonly currency: string };

/** Throws a RangeError for a fraction, an unsafe integer, or a currency that is not three capital letters. */
export function money(minor: number, currency: string): Money {
  if (!Number.isSafeInteger(minor)) throw new RangeError(`${minor} is not a whole number of minor units`);
  if (!/^[A-Z]{3}$/.test(currency)) throw new RangeError(`${currency} is not an ISO 4217 code`);
  return { minor: minor === 0 ? 0 : minor, currency };
}

/**
 * Reads an amount from the wire. Throws a RangeError for anything but plain decimal text, and for more
 * decimals than the currency has: ProcessOut's `_local` totals are converted figures ("31.8321371"), not
 * amounts somebody pays.
 */
export function parseMoney(decimal: string, currency: string): Money {
  const [, sign, whole, fraction = ""] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(decimal) ?? [];
  if (whole === undefined) throw new RangeError(`${JSON.stringify(decimal)} is not a decimal amount`);
  const digits = minorDigits(currency);
  const kept = fraction.slice(0, digits).padEnd(digits, "0");
  if (/[1-9]/.test(fraction.slice(digits))) {
    throw new RangeError(`${decimal} has more decimals than ${currency} has`);
  }
  return money(Number(`${sign}${whole}${kept}`), currency);
}

// eject:start office
/**
 * Reads an amount that a person typed: digits, then at most one decimal separator, a point or a comma, before no more
 * decimals than the currency has. There are no thousands separators, and a comma before three digits could be one, so
 * "1,250", "1.250" and "1 250" are refused where another reading would be a thousandth of what was meant. Null for
 * anything else, and for zero.
 */
export function parseTypedMoney(typed: string, currency: string): Money | null {
  const [, whole, afterPoint, afterComma] = /^(\d{1,11})(?:\.(\d+)|,(\d{1,2}))?$/.exec(typed.trim()) ?? [];
  const fraction = afterPoint ?? afterComma ?? "";
  if (whole === undefined || fraction.length > minorDigits(currency)) return null;
  const amount = parseMoney(fraction ? `${whole}.${fraction}` : whole, currency);
  return amount.minor > 0 ? amount : null;
}
// eject:end office

/**
 * The wire's text, with all of the currency's decimals: "12.50", "1200" yen, "1.250" dinars. Never more than
 * four.
 */
export function toDecimal({ minor, currency }: Money): string {
  const digits = minorDigits(currency);
  const text = String(Math.abs(minor)).padStart(digits + 1, "0");
  const split = text.length - digits;
  const fraction = digits > 0 ? `.${text.slice(split)}` : "";
  return `${minor < 0 ? "-" : ""}${text.slice(0, split)}${fraction}`;
}

/** For people, in their language: "€12.50", "12,50 €", "¥1,200". */
export function formatMoney(amount: Money, locale = "en"): string {
  const digits = minorDigits(amount.currency);
  const format = new Intl.NumberFormat(locale, {
    style: "currency",
    currency: amount.currency,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  // Intl takes decimal text as it is; as a number it would pass through a float.
  return format.format(toDecimal(amount) as Intl.StringNumericLiteral);
}

export function addMoney(one: Money, other: Money): Money {
  return money(one.minor + other.minor, sameCurrency(one, other));
}

export function subtractMoney(one: Money, other: Money): Money {
  return money(one.minor - other.minor, sameCurrency(one, other));
}

/** `quantity` is a whole number. */
export function multiplyMoney(amount: Money, quantity: number): Money {
  if (!Number.isSafeInteger(quantity)) throw new RangeError(`${quantity} is not a whole quantity`);
  return money(amount.minor * quantity, amount.currency);
}

/** Negative, zero or positive, as a sort wants it. */
export function compareMoney(one: Money, other: Money): number {
  sameCurrency(one, other);
  return one.minor - other.minor;
}

/** Equal parts that add up to the whole to the last unit; the first ones carry what is left over. */
export function splitMoney(amount: Money, parts: number): Money[] {
  if (!Number.isSafeInteger(parts) || parts < 1) throw new RangeError(`cannot split into ${parts} parts`);
  const share = Math.trunc(amount.minor / parts);
  const left = amount.minor - share * parts;
  const extra = (index: number) => (index < Math.abs(left) ? Math.sign(left) : 0);
  return Array.from({ length: parts }, (_, index) => money(share + extra(index), amount.currency));
}

function sameCurrency(one: Money, other: Money): string {
  if (one.currency !== other.currency) {
    throw new RangeError(`${one.currency} and ${other.currency} cannot be combined`);
  }
  return one.currency;
}

/**
 * ISO 4217's minor units, for the currencies that do not have two. Kept here rather than asked of `Intl`,
 * whose data differ (it shows afghanis without decimals) and change with the runtime: a stored amount must
 * not change with them.
 */
const exceptions: Record<number, string> = {
  0: "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF",
  3: "BHD IQD JOD KWD LYD OMR TND",
  4: "CLF UYW",
};

const digitsOf = new Map(
  Object.entries(exceptions).flatMap(([digits, codes]) =>
    codes.split(" ").map((code) => [code, Number(digits)] as const),
  ),
);

function minorDigits(currency: string): number {
  return digitsOf.get(currency) ?? 2;
}
