type Expiry = { exp_month: number; exp_year: number };

/** This month or next. */
export function expiresSoon(expiry: Expiry, now: Date): boolean {
  const monthsLeft = (expiry.exp_year - now.getUTCFullYear()) * 12 + expiry.exp_month - 1 - now.getUTCMonth();
  return monthsLeft >= 0 && monthsLeft <= 1;
}

/** `40` is 2040, as the API answers two-digit years (server-api.md §3.3). */
export const fullYear = (year: number) => (year < 100 ? 2000 + year : year);
