import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Failure, nextTry, RETRY_GAPS_DAYS } from "./dunning";

const DAY_MS = 24 * 3_600_000;
const day = (number: number) => new Date(Date.UTC(2026, 2, 1) + number * DAY_MS);
const failed = (at: Date, code = "card.no-money", advice: string | null = null): Failure => {
  return { code, advice, at };
};

describe("the next try", () => {
  it("is now when nothing failed", () => {
    expect(nextTry([], day(0))).toEqual({ kind: "now" });
  });

  it("comes on day 1, 3, 5 and 7, and then the shopper is asked", () => {
    const failures = [failed(day(0))];
    for (const number of [1, 3, 5, 7]) {
      expect(nextTry(failures, day(number - 0.5))).toEqual({ kind: "retry", at: day(number) });
      expect(nextTry(failures, day(number))).toEqual({ kind: "now" });
      failures.push(failed(day(number)));
    }
    expect(nextTry(failures, day(30))).toEqual({ kind: "ask", state: "needs_card" });
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
  ])("after %s with the advice %s does not come: %s", (code, advice, state) => {
    expect(nextTry([failed(day(0), code, advice)], day(10))).toEqual({ kind: "ask", state });
  });

  it.each(["card.no-money", "card.do-not-honor", "card.declined", "a code of tomorrow"])(
    "after %s comes the day after",
    (code) => {
      expect(nextTry([failed(day(0), code)], day(0))).toEqual({ kind: "retry", at: day(1) });
    },
  );

  it("stays within the networks' caps, whenever the worker looks", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 96 }), { maxLength: 60 }), (hours) => {
        const failures: Failure[] = [];
        let now = day(0).getTime();
        for (const step of [0, ...hours]) {
          now += step * 3_600_000;
          if (nextTry(failures, new Date(now)).kind === "now") failures.push(failed(new Date(now)));
        }
        expect(failures.length).toBeLessThanOrEqual(RETRY_GAPS_DAYS.length + 1);
        failures.slice(1).forEach(({ at }, index) => {
          expect(at.getTime() - (failures[index]?.at.getTime() ?? 0)).toBeGreaterThanOrEqual(DAY_MS);
        });
      }),
    );
  });
});
