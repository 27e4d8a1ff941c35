/**
 * Money on ProcessOut's wire is a decimal string with at most four decimals ("29", "31.8321", "0").
 * Here it is a bigint of ten-thousandths, so that sums are exact in every currency.
 */
export type Amount = bigint;

const GIVEN = /^(\d{1,12})(?:\.(\d{1,4}))?$/;
/** Sums of given amounts may have more digits. */
const STORED = /^(\d+)(?:\.(\d{1,4}))?$/;

/** A wire amount as ten-thousandths, or null when it is not one. iOS and Android may send a JSON number. */
export function parseAmount(value: unknown): Amount | null {
  const text = typeof value === "number" ? String(value) : value;
  return typeof text === "string" ? read(GIVEN, text.trim()) : null;
}

/** The wire form, without forced decimals. */
export function formatAmount(amount: Amount): string {
  const fraction = (amount % 10_000n).toString().padStart(4, "0").replace(/0+$/, "");
  return `${amount / 10_000n}${fraction && `.${fraction}`}`;
}

/** Reads an amount this sandbox wrote itself. */
export function readAmount(stored: string): Amount {
  const amount = read(STORED, stored);
  if (amount === null) throw new RangeError(`Not a stored amount: ${stored}`);
  return amount;
}

function read(pattern: RegExp, text: string): Amount | null {
  const match = pattern.exec(text);
  if (!match) return null;
  const [, whole = "0", fraction = ""] = match;
  return BigInt(whole) * 10_000n + BigInt(fraction.padEnd(4, "0"));
}
