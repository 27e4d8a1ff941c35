import { describe, expect, it } from "vitest";
import { DAY_MS } from "@/lib/platform/durations";
import published from "@/lib/platform/error-codes.json";
import { adviceOf, declineSentence, nextTry, ruleNameOf, ruleOf } from "./decline-rules";

const everyCode = [...published.hard, ...published.soft, ...published.other];
const fromProcessOut = everyCode.filter((code) => !code.startsWith("processout-mobile."));
const code = (name: string, advice: string | null = null) => ({ code: name, advice });

describe("the table of declines", () => {
  it("decides every code that ProcessOut has published or sent", () => {
    expect(fromProcessOut.length).toBeGreaterThan(270);
    expect(fromProcessOut.filter((name) => ruleNameOf(name) === undefined)).toEqual([]);
  });

  it("decides each code of a card and of a request by name, not by its family", () => {
    const families = /^(card|request)\.(?!validation\.|authentication\.)/;
    const near = fromProcessOut.filter((name) => families.test(name));
    expect(near.length).toBeGreaterThan(130);
    expect(near.filter((name) => ruleNameOf(`${name}-of-tomorrow`) !== undefined)).toEqual([]);
  });

  it("allows no retry where ProcessOut's reference says hard", () => {
    for (const name of published.hard) expect(ruleNameOf(name)).toBe("hard");
  });

  it.each([
    "card.dont-retry",
    "card.already-blocked",
    "card.stolen",
    "card.expired",
    "resource.token.not-found",
  ])("bars the card after %s", (name) => {
    expect(ruleOf(code(name))).toMatchObject({ pauses: [], asksFor: "card", barsCard: true });
  });

  it("keeps a blocked transaction for 30 days", () => {
    expect(ruleOf(code("request.transaction-blocked"))).toMatchObject({
      pauses: [30 * DAY_MS],
      barsCard: true,
    });
  });

  it.each(["card.needs-authentication", "card.exemption-declined", "card.missing-3ds", "card.failed-3ds"])(
    "asks the shopper for SCA after %s, and leaves them the card",
    (name) => {
      expect(ruleOf(code(name))).toMatchObject({ pauses: [], asksFor: "authentication", barsCard: false });
    },
  );

  it.each(["card.of-tomorrow", "toString", ""])(
    "gives the unknown code %o two retries and says so",
    (name) => {
      expect(ruleNameOf(name)).toBeUndefined();
      expect(ruleOf(code(name))).toMatchObject({ label: "Soft: few retries", barsCard: false });
      expect(ruleOf(code(name)).pauses).toHaveLength(2);
    },
  );

  it("stays within the networks' limits of 15 attempts in 30 days and 10 in a day", () => {
    const advices = [null, "02", "24", "25", "30", "a code of tomorrow", "constructor"];
    for (const name of fromProcessOut) {
      for (const advice of advices) expect(ruleOf(code(name, advice)).pauses.length).toBeLessThan(8);
    }
  });
});

describe("the network's advice", () => {
  it.each([
    ["do-not-retry", []],
    ["03", []],
    ["21", []],
    ["1", []],
    ["01", []],
    ["30", [10 * DAY_MS, 10 * DAY_MS]],
    ["a code of tomorrow", [2 * DAY_MS, 4 * DAY_MS]],
  ])("%s decides over a code that could be retried", (advice, pauses) => {
    expect(ruleOf(code("card.declined", advice)).pauses).toEqual(pauses);
  });

  it("does not make a hard decline or a request for SCA retriable", () => {
    expect(ruleOf(code("card.stolen", "24")).pauses).toEqual([]);
    expect(ruleOf(code("card.needs-authentication", "02"))).toMatchObject({ asksFor: "authentication" });
    expect(ruleOf(code("card.needs-authentication", "03")).barsCard).toBe(true);
  });

  it("is read from both fields, and the one that forbids a retry decides", () => {
    expect(adviceOf({ recommendation_code: null, merchant_advice_code: "03" })).toBe("03");
    expect(adviceOf({ recommendation_code: "do-not-retry", merchant_advice_code: "24" })).toBe(
      "do-not-retry",
    );
    expect(adviceOf({})).toBeNull();
  });
});

describe("the sentence of a decline", () => {
  it("does not invite to try a card again that cannot pay any more", () => {
    expect(declineSentence(code("card.no-money", "03"))).toBe(
      "Your bank declined this card for good. Please use another card.",
    );
    expect(declineSentence(code("card.no-money"))).toMatch(/not enough money/);
    for (const name of fromProcessOut.filter((name) => ruleNameOf(name) === "hard"))
      expect(declineSentence(code(name))).toMatch(/another card/);
  });
});

it("the next attempt is counted, and there is none after the last", () => {
  const at = new Date("2027-01-03T12:00:00Z");
  const soft = { ...code("card.no-money"), at };
  expect(nextTry([soft])).toEqual({ at: new Date("2027-01-04T12:00:00Z"), number: 2, of: 5 });
  expect(nextTry(Array.from({ length: 5 }, () => soft))).toBeNull();
  expect(nextTry([{ ...soft, code: "card.dont-retry" }])).toBeNull();
});
