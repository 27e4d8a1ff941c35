import type { ProcessOutError } from "./errors";

export type RetryPolicy = {
  /** How often a failed call is sent again; 0 never. */
  maxRetries: number;
  /** From 0 to 1, as Math.random. */
  random: () => number;
};

const FIRST_DELAY_MS = 250;
const LONGEST_DELAY_MS = 4_000;
const LONGEST_RETRY_AFTER_MS = 10_000;

/**
 * How long to wait before a retry, in milliseconds, or undefined for no retry. Exponential with full jitter and
 * never shorter than the server's `Retry-After`. A `Retry-After` of more than ten seconds is not waited for: the
 * error is thrown at once, with `retryAfterMs`.
 */
export function retryDelay(error: ProcessOutError, attempt: number, policy: RetryPolicy): number | undefined {
  if (!error.isRetryable || attempt >= policy.maxRetries) return undefined;
  const asked = error.retryAfterMs ?? 0;
  if (asked > LONGEST_RETRY_AFTER_MS) return undefined;
  return asked + policy.random() * Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 2 ** attempt);
}

/** `Retry-After` in milliseconds. A date is compared with the response's own `Date`, not with this clock. */
export function readRetryAfter(headers: Headers): number | undefined {
  const value = headers.get("retry-after");
  if (!value) return undefined;
  if (/^\d+$/.test(value)) return Number(value) * 1000;
  const ms = Date.parse(value) - Date.parse(headers.get("date") ?? "");
  return Number.isFinite(ms) ? Math.max(0, ms) : undefined;
}
