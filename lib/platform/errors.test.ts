import { describe, expect, it } from "vitest";
import { CardRejectedError, NotFoundError, UnavailableError } from "@/lib/processout";
import { BrowserError } from "@/lib/processout-js";
import published from "./error-codes.json";
import { sentenceOf } from "./error-sentences";
import { AppError, toAppError, toShopperSentence } from "./errors";

const everyCode = [...published.hard, ...published.soft, ...published.other];
const calmDefault = sentenceOf("unknown");

describe("the sentences", () => {
  it("cover every code ProcessOut has published or sent", () => {
    expect(everyCode.length).toBeGreaterThan(280);
    expect(everyCode.filter((code) => sentenceOf(code) === calmDefault)).toEqual([
      // Of the mobile SDKs alone; a web page does not meet them.
      "processout-mobile.connection-security",
      "processout-mobile.generic.app-process-killed",
      "processout-mobile.generic.error",
      "processout-mobile.generic.operation-not-supported",
      "processout-mobile.internal",
    ]);
  });

  it("are sentences, and say what to do next", () => {
    for (const sentence of new Set([...everyCode.map(sentenceOf), calmDefault])) {
      expect(sentence).toMatch(/^[A-Z].*\.$/);
      expect(sentence).toMatch(/again|another|Call|Check|Reload|Activate|later|Please|problem|Correct/);
      expect(sentence.length).toBeLessThan(110);
    }
  });

  it.each([
    ["card.no-money", /not enough money/],
    ["card.expired", /has expired/],
    ["card.failed-cvc", /security code/],
    ["card.needs-authentication", /wants to confirm/],
    ["customer.canceled", /was closed/],
    ["customer.cancelled", /was closed/],
    ["processout-js.field.unavailable", /did not load/],
    ["processout-js.network-issue", /connection/],
    ["request.source.card-already-used", /used once already/],
    ["resource.token.not-found", /could not find/],
    ["gateway.timeout", /not answering/],
    ["gateway.declined", /Your bank declined/],
    ["card.something-new", /Your bank declined/],
    ["request.something-new", /our side/],
    ["who.knows", /do not know why yet/],
    ["", /do not know why yet/],
    ["toString", /do not know why yet/],
  ])("%s reads %o", (code, sentence) => {
    expect(sentenceOf(code)).toMatch(sentence);
  });

  it("never tell a shopper that their bank suspects them", () => {
    for (const code of published.hard) expect(sentenceOf(code)).toBe(sentenceOf("card.stolen"));
    expect(sentenceOf("card.stolen")).not.toMatch(/stolen|lost|fraud|blocked|suspect/i);
  });
});

const call = { method: "POST", path: "/customers/cust_1/tokens", problem: "answered 410" };

describe("an AppError", () => {
  it.each([
    [new CardRejectedError({ ...call, code: "card.no-money" }), "card.no-money", /not enough money/],
    [new CardRejectedError(call), "card.declined", /Your bank declined/],
    [new UnavailableError(call), "unavailable", /not answering/],
    [
      new NotFoundError({ ...call, code: "resource.card.not-found" }),
      "resource.card.not-found",
      /could not find/,
    ],
    [new BrowserError({ code: "customer.canceled" }), "customer.canceled", /was closed/],
    [
      new BrowserError({ code: "processout-js.challenge-timeout", kind: "timeout" }),
      "processout-js.challenge-timeout",
      /ran out of time/,
    ],
  ])("is made of %o", (error, code, sentence) => {
    const appError = toAppError(error);
    expect(appError).toMatchObject({ code, message: error.message, cause: error });
    expect(appError?.sentence).toMatch(sentence);
    expect(toShopperSentence(error)).toBe(appError?.sentence);
  });

  it("stays itself, with the sentence it was given", () => {
    const error = new AppError({
      code: "not-found",
      message: "no card 7",
      sentence: "We could not find that card.",
    });
    expect(toAppError(error)).toBe(error);
    expect(toShopperSentence(error)).toBe("We could not find that card.");
  });

  it.each([
    new TypeError("x is undefined"),
    Object.assign(new Error("x"), { name: "toString" }),
    "text",
    null,
    { name: "CardRejectedError", code: "card.declined" },
  ])("is not made of %o, a fault of ours, which has the calm sentence", (fault) => {
    expect(toAppError(fault)).toBeUndefined();
    expect(toShopperSentence(fault)).toBe(calmDefault);
  });
});
