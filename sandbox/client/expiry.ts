type ExpiryProblem = "card.invalid-month" | "card.invalid-year" | "card.invalid-date";

/** Two-digit years are of this century. Nothing readable is 0, which no check accepts. */
export function parseYear(text: string | number): number {
  const year = Number(text) || 0;
  return year < 2000 ? year + 2000 : year;
}

export function parseMonth(text: string | number): number {
  return Number(text) || 0;
}

/** Reads `MM / YY`, `MM/YY`, `MM/YYYY` and `MMYY`. */
export function parseExpiry(text: string): { month: number; year: number } {
  const [month = "", year = ""] = text.includes("/")
    ? text.split("/")
    : [text.trim().slice(0, 2), text.trim().slice(2)];
  return { month: parseMonth(month), year: year.trim() ? parseYear(year) : 0 };
}

/** A card is good until its month is over. */
export function expiryProblem(month: number, year: number, now: Date): ExpiryProblem | undefined {
  if (!Number.isInteger(month) || month < 1 || month > 12) return "card.invalid-month";
  if (!Number.isInteger(year) || year < now.getFullYear() || year > now.getFullYear() + 50)
    return "card.invalid-year";
  if (year === now.getFullYear() && month < now.getMonth() + 1) return "card.invalid-date";
  return undefined;
}

/** What the box shows while `MM / YY` is being typed; `erasing` lets the slash be deleted again. */
export function formatExpiry(text: string, erasing = false): string {
  const typed = text.replace(/[^\d/]/g, "");
  const oneDigitMonth = /^([2-9])$|^(\d)\//.exec(typed);
  const lead = oneDigitMonth ? `0${oneDigitMonth[1] ?? oneDigitMonth[2]}` : "";
  const digits = lead ? lead + typed.slice(1).replace(/\D/g, "") : typed.replace(/\D/g, "");
  if (/^1[3-9]/.test(digits)) return formatExpiry(`01/${digits.slice(1)}`);
  const month = digits.slice(0, 2);
  // An autofilled or pasted four-digit year is shown by its last two digits.
  const rest = digits.slice(2);
  const year = rest.length === 4 ? rest.slice(2) : rest.slice(0, 2);
  if (month.length < 2 || (erasing && year === "")) return month;
  return `${month} / ${year}`;
}
