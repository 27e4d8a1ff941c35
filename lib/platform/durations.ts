/** Lengths of time in milliseconds, for arithmetic on `Date.getTime()`. A day is 24 hours, whatever a calendar says. */
export const MINUTE_MS = 60_000;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;
export const WEEK_MS = 7 * DAY_MS; // eject: subscriptions
