import { expect, it } from "vitest";
import { BrowserError, fromScript } from "./browser-error";

it.each([
  ["card.invalid-number", "field", { number: "card.invalid-number" }],
  ["card.invalid", "field", { number: "card.invalid" }],
  ["card.invalid-cvc", "field", { cvc: "card.invalid-cvc" }],
  ["card.missing-cvc", "field", { cvc: "card.missing-cvc" }],
  ["card.invalid-date", "field", { expiry: "card.invalid-date" }],
  ["card.invalid-expiry-month", "field", { expiry: "card.invalid-expiry-month" }],
  ["card.invalid-name", "field", {}],
  ["card.failed-cvc", "declined", {}],
  ["card.do-not-honor", "declined", {}],
  ["card.needs-authentication", "declined", {}],
  ["payment.declined", "declined", {}],
  ["something.new", "declined", {}],
  ["default", "declined", {}],
  ["customer.canceled", "canceled", {}],
  ["customer.cancelled", "canceled", {}],
  ["processout-js.network-issue", "network", {}],
  ["processout-js.internal-server-error", "network", {}],
  ["request.still-processing", "network", {}],
  ["processout-js.not-hosted", "setup", {}],
  ["processout-js.field.unavailable", "setup", {}],
  ["request.source.card-already-used", "declined", {}],
  ["resource.token.not-found", "setup", {}],
  ["invalid_request", "setup", {}],
] as const)("%s is of kind %s", (code, kind, fields) => {
  expect(fromScript({ code })).toMatchObject({ code, kind, fields, name: "BrowserError", message: code });
});

it("an error without a code gets the code and kind of an unknown outcome", () => {
  for (const error of [undefined, {}, { code: "", message: "Declined" }]) {
    expect(fromScript(error)).toMatchObject({ code: "processout-js.invalid-response", kind: "network" });
  }
});

it("a BrowserError is an Error with the script's code and message", () => {
  const cause = { code: "card.declined", message: "Your card was declined" };
  const error = fromScript(cause);
  expect(error).toBeInstanceOf(BrowserError);
  expect(error.message).toBe("Your card was declined");
  expect(error.cause).toBe(cause);
});
