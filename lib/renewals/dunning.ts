import { DAY_MS } from "@/lib/platform/durations";
import { isFinalDecline } from "@/lib/subscriptions/decline-reason";

/** A declined charge of the open period with the present card. */
export type FailedAttempt = {
  /** ProcessOut's code, or `subscription.no-card` when there was no card to charge. */
  code: string;
  /** ProcessOut's `recommendation_code`: `do-not-retry`, when the network's advice code says so. */
  advice: string | null;
  at: Date;
};

export type NextAttempt =
  | { kind: "charge" }
  | { kind: "retry"; at: Date }
  /** Only the shopper can pay: with SCA, or with another card. */
  | { kind: "ask-shopper"; state: "needs_authentication" | "needs_card" };

/**
 * Days between one attempt and the next: retries on day 1, 3, 5 and 7. Five attempts in all, far below the networks'
 * limits for one charge: Visa 15 in 30 days, Mastercard 10 in a day and 35 in 30 days. Gaps rather than dates, so that
 * a worker that was down does not make up for missed attempts all at once.
 */
export const RETRY_GAPS_DAYS = [1, 2, 2, 2] as const;

/** When a due period is charged next. `failed` lists the attempts so far, the oldest first. */
export function nextAttempt(failed: readonly FailedAttempt[], now: Date): NextAttempt {
  const last = failed.at(-1);
  if (!last) return { kind: "charge" };
  const state = shopperState(last);
  if (state) return { kind: "ask-shopper", state };
  const gap = RETRY_GAPS_DAYS[failed.length - 1];
  if (gap === undefined) return { kind: "ask-shopper", state: "needs_card" };
  const at = new Date(last.at.getTime() + gap * DAY_MS);
  return at <= now ? { kind: "charge" } : { kind: "retry", at };
}

/** The state after a decline that no retry can mend, or null. */
function shopperState(attempt: FailedAttempt) {
  if (isFinalDecline(attempt)) return "needs_card";
  return attempt.code === "card.needs-authentication" ? "needs_authentication" : null;
}
