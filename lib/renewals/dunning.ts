import { type Decline, nextTry, ruleOf } from "@/lib/payments/decline-rules";

/** A declined charge of the open period with the present card. Its code is `subscription.no-card` when there was none. */
export type FailedAttempt = Decline & { at: Date };

export type NextAttempt =
  | { kind: "charge" }
  /** The next attempt is the `number`th `of` so many. */
  | { kind: "retry"; at: Date; number: number; of: number }
  /** Only the shopper can pay: with SCA, or with another card. */
  | { kind: "ask-shopper"; state: "needs_authentication" | "needs_card" };

/** When a due period is charged next, by the rule of the last decline. `failed` lists the attempts, the oldest first. */
export function nextAttempt(failed: readonly FailedAttempt[], now: Date): NextAttempt {
  const last = failed.at(-1);
  if (!last) return { kind: "charge" };
  const next = nextTry(failed);
  if (!next) return { kind: "ask-shopper", state: `needs_${ruleOf(last).asksFor}` };
  return next.at <= now ? { kind: "charge" } : { kind: "retry", ...next };
}
