import fc from "fast-check";
import { expect, it } from "vitest";
import { DAY_MS, HOUR_MS } from "@/lib/platform/durations";
import { type FailedAttempt, nextAttempt } from "./dunning";

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
    expect(nextAttempt(failures, day(number - 0.5))).toMatchObject({ kind: "retry", at: day(number) });
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
  ["card.dont-retry", null, "needs_card"],
  ["card.already-blocked", null, "needs_card"],
  ["card.exemption-declined", null, "needs_authentication"],
  ["card.declined", "do-not-retry", "needs_card"],
  ["card.declined", "03", "needs_card"],
  ["card.needs-authentication", "do-not-retry", "needs_card"],
])(
  "the next attempt is never made after the decline %s with the advice %s; the subscription becomes %s",
  (code, advice, state) => {
    expect(nextAttempt([failed(day(0), code, advice)], day(10))).toEqual({ kind: "ask-shopper", state });
  },
);

it.each([
  ["card.no-money", null, 1, 5],
  ["card.do-not-honor", null, 1, 5],
  ["card.declined", null, 1, 5],
  ["card.declined", "30", 10, 3],
  ["a code of tomorrow", null, 2, 3],
  ["card.issuer-down", null, 1 / 24, 6],
  ["request.transaction-blocked", null, 30, 2],
])(
  "after the soft decline %s with the advice %s the next attempt is made %d days later, of %d in all",
  (code, advice, days, of) => {
    const next = { kind: "retry", at: day(days), number: 2, of };
    expect(nextAttempt([failed(day(0), code, advice)], day(0))).toEqual(next);
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
      expect(failures.length).toBeLessThanOrEqual(5);
      failures.slice(1).forEach(({ at }, index) => {
        expect(at.getTime() - (failures[index]?.at.getTime() ?? 0)).toBeGreaterThanOrEqual(DAY_MS);
      });
    }),
  );
});
