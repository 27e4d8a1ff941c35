import fc from "fast-check";
import { expect, it } from "vitest";
import { DAY_MS, HOUR_MS } from "@/lib/platform/durations";
import { type FailedAttempt, nextAttempt, RETRY_GAPS_DAYS } from "./dunning";

const day = (number: number) => new Date(Date.UTC(2026, 2, 1) + number * DAY_MS);
const failed = (at: Date, code = "card.no-money", advice: string | null = null): FailedAttempt => {
  return { code, advice, at };
};

it("the next attempt is due at once when no attempt has failed", () => {
  expect(nextAttempt([], day(0))).toEqual({ kind: "charge" });
});

it("the next attempt is made on day 1, 3, 5 and 7 after the first decline, and then the shopper has to act", () => {
  const failures = [failed(day(0))];
  for (const number of [1, 3, 5, 7]) {
    expect(nextAttempt(failures, day(number - 0.5))).toEqual({ kind: "retry", at: day(number) });
    expect(nextAttempt(failures, day(number))).toEqual({ kind: "charge" });
    failures.push(failed(day(number)));
  }
  expect(nextAttempt(failures, day(30))).toEqual({ kind: "ask-shopper", state: "needs_card" });
});

it.each([
  ["card.needs-authentication", null, "needs_authentication"],
  ["card.stolen", null, "needs_card"],
  ["card.lost", null, "needs_card"],
  ["card.expired", null, "needs_card"],
  ["resource.token.not-found", null, "needs_card"],
  ["subscription.no-card", null, "needs_card"],
  ["card.declined", "do-not-retry", "needs_card"],
  ["card.needs-authentication", "do-not-retry", "needs_card"],
])(
  "the next attempt is never made after the decline %s with the advice %s; the subscription becomes %s",
  (code, advice, state) => {
    expect(nextAttempt([failed(day(0), code, advice)], day(10))).toEqual({ kind: "ask-shopper", state });
  },
);

it.each(["card.no-money", "card.do-not-honor", "card.declined", "a code of tomorrow"])(
  "the next attempt is made the day after the soft decline %s",
  (code) => {
    expect(nextAttempt([failed(day(0), code)], day(0))).toEqual({ kind: "retry", at: day(1) });
  },
);

it("the next attempt stays within the networks' limits, whenever the worker runs", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 96 }), { maxLength: 60 }), (hours) => {
      const failures: FailedAttempt[] = [];
      let now = day(0).getTime();
      for (const step of [0, ...hours]) {
        now += step * HOUR_MS;
        if (nextAttempt(failures, new Date(now)).kind === "charge") failures.push(failed(new Date(now)));
      }
      expect(failures.length).toBeLessThanOrEqual(RETRY_GAPS_DAYS.length + 1);
      failures.slice(1).forEach(({ at }, index) => {
        expect(at.getTime() - (failures[index]?.at.getTime() ?? 0)).toBeGreaterThanOrEqual(DAY_MS);
      });
    }),
  );
});
