import { DAY_MS } from "@/lib/platform/durations";
import { declineOf } from "@/lib/platform/errors";

/** A try to charge a period with the card in use that was refused. */
export type Failure = {
  /** ProcessOut's code, or `subscription.no-card` when there was nothing to charge. */
  code: string;
  /** `do-not-retry`, when the network says so. */
  advice: string | null;
  at: Date;
};

export type NextTry =
  | { kind: "now" }
  | { kind: "retry"; at: Date }
  /** Only the shopper can bring it on. */
  | { kind: "ask"; state: "needs_authentication" | "needs_card" };

/**
 * Days between one try and the next: the day after the first one, then on the 3rd, 5th and 7th day. Five tries in
 * all, far below what the networks allow for one charge: Visa 15 in 30 days, Mastercard 10 in a day and 35 in 30
 * days. Gaps rather than dates, so a worker that was away does not catch up in a minute.
 */
export const RETRY_GAPS_DAYS = [1, 2, 2, 2] as const;
/** When a period that is due is charged next, from what became of it so far, oldest first. */
export function nextTry(failures: readonly Failure[], now: Date): NextTry {
  const last = failures.at(-1);
  if (!last) return { kind: "now" };
  const asked = askFor(last);
  if (asked) return { kind: "ask", state: asked };
  const gap = RETRY_GAPS_DAYS[failures.length - 1];
  if (gap === undefined) return { kind: "ask", state: "needs_card" };
  const at = new Date(last.at.getTime() + gap * DAY_MS);
  return at <= now ? { kind: "now" } : { kind: "retry", at };
}

/** Trying again would not help, whatever the schedule says. */
function askFor(failure: Failure) {
  if (isFinal(failure)) return "needs_card";
  return failure.code === "card.needs-authentication" ? "needs_authentication" : null;
}

/** The card will not pay for this: the network says so, or the decline is a hard one. */
export const isFinal = ({ code, advice }: Pick<Failure, "code" | "advice">): boolean =>
  advice === "do-not-retry" || declineOf(code) === "hard" || NEEDS_ANOTHER.has(code);

/** Soft by ProcessOut's reference, which means that the account may still pay: with another card, not with this one. */
const NEEDS_ANOTHER = new Set([
  "card.expired",
  "gateway.expired",
  "card.inactive",
  "card.invalid-number",
  "card.issuer-not-found",
  "resource.card.not-found",
  "resource.customer.not-found",
  "resource.token.not-found",
  "subscription.no-card",
]);
